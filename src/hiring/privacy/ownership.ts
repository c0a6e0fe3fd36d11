import { type RawBuilder, sql } from 'kysely';

/** Whether the application `a` is of this candidate: sent from the address that they have proven. */
export function isApplicationOf(candidateId: string): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select 1 from candidate_applications own
    where own.application_id = a.id and own.candidate_id = ${candidateId})`;
}
