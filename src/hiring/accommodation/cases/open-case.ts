import type { Db, Tx } from '#platform/database';
import { type KeyPair, openWith } from '#platform/sealing';
import type { Entry, OpenCase, OpenEntry } from '../model.ts';

/**
 * Opens a case with the key of somebody who holds one: a custodian's, the recovery key, or that of a
 * candidate's code. Null where there is no such case, or the key is not among its holders.
 */
export async function openCase(
  db: Db | Tx,
  opener: KeyPair,
  caseId: string,
): Promise<OpenCase | null> {
  const facts = await db
    .selectFrom('accommodation_cases')
    .select(['id', 'state', 'waits_for as waitsFor', 'waiting_since as waitingSince'])
    .where('id', '=', caseId)
    .executeTakeFirst();
  if (!facts) return null;
  const seals = await db
    .selectFrom('accommodation_keys')
    .select(['case_key', 'sealed'])
    .where('case_id', '=', caseId)
    .where('holder', '=', opener.recipient)
    .execute();
  const identities = new Map<string, string>();
  for (const { case_key, sealed } of seals) {
    const identity = await openWith(opener.identity, sealed);
    if (identity) identities.set(case_key, identity);
  }
  if (identities.size === 0) return null;
  const rows = await db
    .selectFrom('accommodation_entries')
    .select(['id', 'case_key', 'sealed'])
    .where('case_id', '=', caseId)
    .orderBy('position')
    .execute();
  const entries: OpenEntry[] = [];
  for (const row of rows) {
    const identity = identities.get(row.case_key);
    const text = identity ? await openWith(identity, row.sealed) : null;
    if (text) entries.push({ id: row.id, entry: JSON.parse(text) as Entry });
  }
  const request = entries.find(({ entry }) => entry.kind === 'request')?.entry;
  return request?.kind === 'request'
    ? { ...facts, request, entries, total: rows.length, identities }
    : null;
}

/** Ids of the cases of which a key is sealed to this holder; of those not closed, or only those. */
export async function casesHeldBy(
  db: Db,
  holder: string,
  { closed }: { closed?: boolean } = {},
): Promise<string[]> {
  const rows = await db
    .selectFrom('accommodation_cases as c')
    .where('c.id', 'in', (query) =>
      query.selectFrom('accommodation_keys').select('case_id').where('holder', '=', holder),
    )
    .$if(closed !== undefined, (query) => query.where('c.state', closed ? '=' : '!=', 'closed'))
    .orderBy('c.waiting_since')
    .orderBy('c.id')
    .select('c.id')
    .execute();
  return rows.map(({ id }) => id);
}
