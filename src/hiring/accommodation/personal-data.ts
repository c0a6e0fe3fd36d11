import type { PersonalData } from '#hiring/privacy';
import type { Db } from '#platform/database';
import { inBoth } from '#platform/i18n';
import { messages } from './messages/index.ts';

const words = inBoth(messages);

/**
 * What is held about a candidate: what was arranged with them for their applications, as it stands;
 * and that their requests are sealed. Which those are is not known here: nothing in the database
 * leads from a person to a case. A copy of one is on its own page, for whoever holds its code.
 */
export async function personalData(db: Db, candidateId: string): Promise<PersonalData[]> {
  const rows = await db
    .selectFrom('arrangements as r')
    .innerJoin('application_arrangements as x', 'x.arrangement_id', 'r.id')
    .innerJoin('applications as a', 'a.id', 'x.application_id')
    .innerJoin('candidate_applications as own', 'own.application_id', 'a.id')
    .where('own.candidate_id', '=', candidateId)
    .orderBy('a.submitted_at')
    .orderBy('r.id')
    .select(['a.reference', 'r.told', 'r.closes_at'])
    .execute();
  return [
    {
      kind: 'arrangements',
      title: words('privacy.arranged.title'),
      rows: rows.map((row) => ({ ...row, closes_at: row.closes_at?.toISOString() ?? null })),
    },
    {
      kind: 'accommodation-sealed',
      title: words('privacy.sealed.title'),
      rows: [words('privacy.sealed')],
    },
  ];
}
