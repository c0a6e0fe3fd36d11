import { type RawBuilder, sql } from 'kysely';

/** Whether the application `a` is of this candidate: sent from the address that they have proven. */
export function isApplicationOf(candidateId: string): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select 1 from applicant_identities own
    join candidates c on c.email = lower(own.email)
    where own.application_id = a.id and c.id = ${candidateId})`;
}
