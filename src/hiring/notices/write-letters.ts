import type { Db } from '#platform/database';
import { href } from '#web/routes.ts';
import type { NoticesDeps } from './deps.ts';
import type { Addressee, Draft, Letter, Process, Selection } from './model.ts';
import { findAddressees } from './queries/find-addressees.ts';
import { sortOut } from './rules.ts';
import { writeLetter } from './write-letter.ts';

/** A letter beside the applicant that it was written to. */
export type Written = { to: Addressee; letter: Letter };

/** Writes, as of this moment, the letter to everybody who is chosen and whom it still fits. */
export async function writeLetters(
  db: Db,
  deps: Pick<NoticesDeps, 'postings' | 'origins'>,
  process: Process,
  draft: Draft,
  selection: Selection,
): Promise<Written[]> {
  const { fits } = sortOut(await findAddressees(db, process.postingId, selection), draft);
  const { origins } = deps;
  const sender = {
    organization: deps.postings.snapshot().site.organization,
    accommodationUrl: {
      en: origins.en + href('accommodation.ask', 'en'),
      fr: origins.fr + href('accommodation.ask', 'fr'),
    },
  };
  return fits.map((to) => ({ to, letter: writeLetter(to, draft, process, sender) }));
}
