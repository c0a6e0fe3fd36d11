import type { Db } from '#platform/database';

/** A passkey, as its owner sees it. */
export type Passkey = {
  id: string;
  /** As its owner named it; may be empty. */
  name: string;
  /** Where it is used: each language may have a domain of its own. */
  domain: string;
  createdAt: Date;
  usedAt: Date | null;
};

/** A candidate's passkeys, the oldest first. */
export function listPasskeys(db: Db, candidateId: string): Promise<Passkey[]> {
  return db
    .selectFrom('candidate_passkeys')
    .select(['id', 'name', 'domain', 'created_at as createdAt', 'used_at as usedAt'])
    .where('candidate_id', '=', candidateId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}
