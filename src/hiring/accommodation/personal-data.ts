import { sql } from 'kysely';
import type { Db } from '#platform/database';
import { type Localized, langs } from '#platform/i18n';
import { messages } from './messages/index.ts';

type Kept = { kind: string; title: Localized; rows: unknown[] };

/**
 * What is held about a candidate: what was arranged with them for their applications, as it stands;
 * and that their requests are sealed. Which those are is not known here: nothing in the database
 * leads from a person to a case. A copy of one is on its own page, for whoever holds its code.
 */
export async function personalData(db: Db, candidateId: string): Promise<Kept[]> {
  const { rows } = await sql<{ told: unknown; closesAt: Date | null; application: string }>`
    select r.told, r.closes_at as "closesAt", a.reference as application
    from arrangements r
    join application_arrangements x on x.arrangement_id = r.id
    join applications a on a.id = x.application_id
    join applicant_identities i on i.application_id = a.id
    join candidates c on lower(i.email) = c.email
    where c.id = ${candidateId}
    order by a.submitted_at, r.id`.execute(db);
  const said = (key: 'privacy.sealed.title' | 'privacy.sealed' | 'privacy.arranged.title') =>
    Object.fromEntries(langs.map((lang) => [lang, messages(lang)(key)])) as Record<
      'en' | 'fr',
      string
    >;
  return [
    ...(rows.length > 0
      ? [{ kind: 'arrangements', title: said('privacy.arranged.title'), rows }]
      : []),
    {
      kind: 'accommodation-sealed',
      title: said('privacy.sealed.title'),
      rows: [said('privacy.sealed')],
    },
  ];
}
