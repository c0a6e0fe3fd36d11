import { sql } from 'kysely';
import type { Tx } from '#platform/database';

/**
 * Gives a candidate the applications that were sent with their address, once they have shown that
 * it is theirs. Nothing is taken from anybody: only what belongs to nobody yet.
 */
export async function claimApplications(
  tx: Tx,
  candidate: { id: string; email: string },
): Promise<void> {
  await tx
    .updateTable('applications')
    .set({ candidate_id: candidate.id })
    .where('candidate_id', 'is', null)
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('applicant_identities')
        .select('application_id')
        .where(sql`lower(email)`, '=', candidate.email),
    )
    .execute();
}
