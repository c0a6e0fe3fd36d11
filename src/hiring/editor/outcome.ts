import { lifecycleOf } from '#hiring/postings';
import type { EditorDeps } from './deps.ts';
import type { Opened } from './model.ts';
import type { Outcome } from './pages/edit-view.ts';

/** What became of the state that the files are in: whether the public sees it, and why not. */
export function outcomeOf(
  { postings, clock }: Pick<EditorDeps, 'postings' | 'clock'>,
  { postingId, base }: Opened,
): Outcome {
  const catalogue = postings.snapshot();
  const held = catalogue.held.find((one) => one.versionHash === base);
  if (held) {
    const { verdict } = held;
    if (verdict === null || verdict === 'failed') return { kind: 'waiting' };
    return { kind: 'held', errors: verdict.filter(({ severity }) => severity === 'error').length };
  }
  const posting = catalogue.byId(postingId);
  if (posting?.versionHash !== base) {
    return { kind: catalogue.waitingSince ? 'waiting' : 'broken' };
  }
  const lifecycle = lifecycleOf(posting, clock());
  return { kind: lifecycle === 'open' || lifecycle === 'closed' ? 'live' : lifecycle };
}
