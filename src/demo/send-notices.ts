import { confirmForAll } from '#hiring/notices';
import { type Catalogue, type Posting, defaultTimeZone } from '#hiring/postings';
import type { DemoDeps } from './deps.ts';
import { areNoticesThere } from './queries.ts';
import { sampleId } from './sample-ids.ts';

/** Long enough ago for the notices to leave as soon as a server runs. */
const confirmedMsAgo = 3_600_000;

/**
 * Tells the candidates of the process that has ended what was decided; the others are left to whoever
 * tries the desk. Each notice is confirmed once, however often this runs. Answers how many were.
 */
export async function sendNotices(
  deps: Pick<DemoDeps, 'db' | 'clock' | 'ids' | 'origins'>,
  by: { id: string },
  catalogue: Catalogue,
  ended: Posting | null,
): Promise<number> {
  if (!ended) return 0;
  const { text, facts, id: postingId } = ended;
  const process = {
    postingId,
    title: { en: text.en.title, fr: text.fr.title },
    timeZone: facts?.timeZone ?? defaultTimeZone,
  };
  const at = new Date(deps.clock().getTime() - confirmedMsAgo);
  const settings = { ...deps, clock: () => at, noticeUndoMinutes: 10 };
  const postings = { snapshot: () => catalogue };
  let confirmed = 0;
  for (const template of ['screened-in', 'screened-out'] as const) {
    const key = sampleId(`notices ${template}`);
    if (await areNoticesThere(deps.db, key)) continue;
    const sent = await confirmForAll({ ...settings, postings }, by, process, template, key);
    if (sent.ok) confirmed += 1;
  }
  return confirmed;
}
