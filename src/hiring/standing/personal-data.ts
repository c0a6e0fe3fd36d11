import type { PersonalData } from '#hiring/privacy';
import type { Db } from '#platform/database';
import { inBoth } from '#platform/i18n';
import { messages } from './messages/index.ts';

const words = inBoth(messages);

/** What a candidate asked the hiring team and was answered, for their export; not by whom. */
export async function personalData(db: Db, candidateId: string): Promise<PersonalData[]> {
  const rows = await db
    .selectFrom('application_messages as m')
    .innerJoin('applications as a', 'a.id', 'm.application_id')
    .innerJoin('candidate_applications as own', 'own.application_id', 'a.id')
    .select(['a.reference', 'm.written_at', 'm.about', 'm.body'])
    .select((eb) => eb('m.answered_by', 'is not', null).as('answer'))
    .where('own.candidate_id', '=', candidateId)
    .orderBy('m.written_at')
    .execute();
  return [
    {
      kind: 'questions',
      title: words('data.title'),
      labels: {
        reference: words('data.reference'),
        written_at: words('data.written_at'),
        about: words('data.about'),
        body: words('data.body'),
        answer: words('data.answer'),
      },
      values: {
        about: {
          question: words('data.about.question'),
          'informal-discussion': words('data.about.informal-discussion'),
        },
      },
      rows: rows.map((row) => ({
        ...row,
        answer: Boolean(row.answer),
        written_at: row.written_at.toISOString(),
      })),
    },
  ];
}
