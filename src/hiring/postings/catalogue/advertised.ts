import type { Db, Tx } from '#platform/database';
import type { Localized } from '#platform/i18n';
import type { PostingText } from '../model.ts';
import type { ProcessFacts } from '#hiring/process-facts';
import { readVersion } from './version.ts';

/** A posting as it was advertised at some time, in both languages. */
export type AdvertisedPosting = {
  readonly postingId: string;
  readonly versionHash: string;
  /** Since when this text was advertised (the last time, where it came back). */
  readonly since: Date;
  readonly text: Localized<PostingText>;
  readonly facts: ProcessFacts | null;
};

/**
 * The posting of a version hash, from the database: what a candidate saw, whatever the files say
 * today. `null` where no such version was recorded.
 */
export async function advertisedPosting(
  db: Db | Tx,
  hash: string,
): Promise<AdvertisedPosting | null> {
  const row = await db
    .selectFrom('posting_versions')
    .selectAll()
    .where('hash', '=', hash)
    .executeTakeFirst();
  if (!row) return null;
  const sources = { en: row.en_source, fr: row.fr_source, process: row.process_source };
  const pair = readVersion(sources, { en: '', fr: '' });
  // What was recorded was readable then; rules may only grow more tolerant of posting files.
  if (!pair) throw new Error(`Version ${hash} can no longer be read`);
  return {
    postingId: row.posting_id,
    versionHash: hash,
    since: row.recorded_at,
    text: { en: pair.halves.en.text, fr: pair.halves.fr.text },
    facts: pair.facts,
  };
}
