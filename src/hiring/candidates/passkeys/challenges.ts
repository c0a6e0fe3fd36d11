import type { Clock } from '#platform/clock';
import type { Db, Tx } from '#platform/database';
import type { Ids } from '#platform/ids';

/** How long an authenticator may take. */
export const challengeMinutes = 5;

/**
 * Makes what an authenticator is to sign: unguessable, good once. `candidateId`: who adds a passkey;
 * null for somebody who signs in, of whom nothing is known yet.
 */
export async function makeChallenge(
  { db, clock, ids }: { db: Db; clock: Clock; ids: Ids },
  candidateId: string | null,
): Promise<string> {
  const challenge = ids.secret();
  const now = clock();
  await db.deleteFrom('candidate_challenges').where('expires_at', '<=', now).execute();
  await db
    .insertInto('candidate_challenges')
    .values({
      challenge,
      candidate_id: candidateId,
      expires_at: new Date(now.getTime() + challengeMinutes * 60_000),
    })
    .execute();
  return challenge;
}

/** Uses a challenge up. False: never made, for somebody else, used, or too old. */
export async function takeChallenge(
  tx: Tx,
  { clock }: { clock: Clock },
  challenge: string,
  candidateId: string | null,
): Promise<boolean> {
  const taken = await tx
    .deleteFrom('candidate_challenges')
    .where('challenge', '=', challenge)
    .where('candidate_id', 'is not distinct from', candidateId)
    .where('expires_at', '>', clock())
    .returning('challenge')
    .executeTakeFirst();
  return taken !== undefined;
}
