import { sql } from 'kysely';
import type { PersonalData } from '#hiring/privacy';
import type { Db } from '#platform/database';
import { inBoth } from '#platform/i18n';
import { messages } from './messages/index.ts';

const words = inBoth(messages);

/** The job alerts of a candidate's address, for their export. */
export async function personalData(db: Db, candidateId: string): Promise<PersonalData[]> {
  const rows = await db
    .selectFrom('job_alerts as j')
    .innerJoin('candidates as c', (join) => join.on(sql<boolean>`c.email = lower(j.email)`))
    .select(['j.email', 'j.lang', 'j.search', 'j.asked_at', 'j.confirmed_at'])
    .where('c.id', '=', candidateId)
    .orderBy('j.asked_at')
    .execute();
  return [
    {
      kind: 'job-alerts',
      title: words('data.title'),
      labels: {
        email: words('field.email'),
        lang: words('field.lang'),
        search: words('data.search'),
        asked_at: words('data.asked'),
        confirmed_at: words('data.confirmed'),
      },
      values: { lang: { en: words('lang.en'), fr: words('lang.fr') } },
      rows: rows.map((row) => ({
        ...row,
        asked_at: row.asked_at.toISOString(),
        confirmed_at: row.confirmed_at?.toISOString() ?? null,
      })),
    },
  ];
}
