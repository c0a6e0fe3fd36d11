import type { Db } from '#platform/database';
import { isUuid } from '#platform/ids';

/** Forgets a passkey of this candidate; removed already is removed. */
export async function removePasskey(
  db: Db,
  candidateId: string,
  passkeyId: string | undefined,
): Promise<void> {
  if (!isUuid(passkeyId)) return;
  await db
    .deleteFrom('candidate_passkeys')
    .where('id', '=', passkeyId)
    .where('candidate_id', '=', candidateId)
    .execute();
}
