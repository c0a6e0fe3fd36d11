import type { PersonalData } from '#hiring/privacy';
import type { Db } from '#platform/database';
import { inBoth } from '#platform/i18n';
import { messages } from './messages/index.ts';

const words = inBoth(messages);

/**
 * The letters that have left for a candidate, for their export. One that waits says nothing of them
 * that their decisions do not, and may yet be stopped.
 */
export async function personalData(db: Db, candidateId: string): Promise<PersonalData[]> {
  const rows = await db
    .selectFrom('notices as n')
    .innerJoin('candidate_applications as own', 'own.application_id', 'n.application_id')
    .innerJoin('applications as a', 'a.id', 'n.application_id')
    .where('own.candidate_id', '=', candidateId)
    .where('n.left_at', 'is not', null)
    .orderBy('n.left_at')
    .orderBy('n.id')
    .select(['a.reference', 'n.left_at', 'n.lang', 'n.subject', 'n.body'])
    .$narrowType<{ left_at: Date }>()
    .execute();
  return [
    {
      kind: 'notices',
      title: words('data.title'),
      labels: {
        reference: words('data.reference'),
        left_at: words('data.left_at'),
        lang: words('data.lang'),
        subject: words('data.subject'),
        body: words('data.body'),
      },
      values: { lang: { en: words('lang.en'), fr: words('lang.fr') } },
      rows: rows.map((row) => ({ ...row, left_at: row.left_at.toISOString() })),
    },
  ];
}
