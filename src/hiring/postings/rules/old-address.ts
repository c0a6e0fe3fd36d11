import type { Lang } from '#platform/i18n';
import { href } from '#web/routes.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { isPublic, postingState } from './lifecycle.ts';

/**
 * The address that a page of an earlier site has now; `null` where it is none, or leads to a posting
 * that is not public.
 */
export function oldAddressOf(
  catalogue: Pick<Catalogue, 'oldAddress'>,
  path: string,
  lang: Lang,
  { now, closingSoonDays }: { now: Date; closingSoonDays: number },
): string | null {
  const answer = catalogue.oldAddress(path, lang);
  if (answer === null || answer.kind === 'address') return answer?.address ?? null;
  const { posting, lang: own } = answer;
  const shown = isPublic(postingState(posting, now, closingSoonDays));
  return shown ? href('postings.show', own, { slug: posting.slugs[own] }) : null;
}
