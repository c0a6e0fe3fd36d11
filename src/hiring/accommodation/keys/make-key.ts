import { sql } from 'kysely';
import type { Clock } from '#platform/clock';
import type { Db, Tx } from '#platform/database';
import type { Ids } from '#platform/ids';
import { lockWithPassphrase, newKeyPair, unlockWithPassphrase } from '#platform/sealing';
import { hasCustodian, keysOf } from './queries.ts';

type Deps = { db: Db; clock: Clock; ids: Ids };

/**
 * Makes a custodian's key, locked under their passphrase. The first of all is in use at once; any
 * other waits until somebody who can open cases lets it in. One that waited already is replaced.
 */
export async function makeKey(
  { db, clock, ids }: Deps,
  staffId: string,
  passphrase: string,
): Promise<{ id: string; admitted: boolean }> {
  const { identity, recipient } = await newKeyPair();
  const lockedIdentity = await lockWithPassphrase(passphrase, identity);
  return db.transaction().execute(async (tx) => {
    await oneAtATime(tx);
    await tx
      .deleteFrom('custodian_keys')
      .where('holder', '=', staffId)
      .where('admitted_at', 'is', null)
      .where('retired_at', 'is', null)
      .execute();
    const id = ids.uuid();
    const first = !(await hasCustodian(tx)) && !(await anyCase(tx));
    await tx
      .insertInto('custodian_keys')
      .values({
        id,
        kind: 'custodian',
        holder: staffId,
        recipient,
        locked_identity: lockedIdentity,
        made_at: clock(),
        admitted_at: first ? clock() : null,
        admitted_by: first ? id : null,
        retired_at: null,
      })
      .execute();
    return { id, admitted: first };
  });
}

/**
 * Makes the recovery key, in place of the one before. The identity is answered once and kept
 * nowhere. Cases that exist are sealed to it when a custodian completes the keys.
 */
export async function makeRecoveryKey({ db, clock, ids }: Deps): Promise<{ identity: string }> {
  const { identity, recipient } = await newKeyPair();
  await db.transaction().execute(async (tx) => {
    await oneAtATime(tx);
    const old = await tx
      .updateTable('custodian_keys')
      .set({ retired_at: clock() })
      .where('kind', '=', 'recovery')
      .where('retired_at', 'is', null)
      .returning('recipient')
      .execute();
    for (const { recipient: holder } of old) {
      await tx.deleteFrom('accommodation_keys').where('holder', '=', holder).execute();
    }
    const id = ids.uuid();
    await tx
      .insertInto('custodian_keys')
      .values({
        id,
        kind: 'recovery',
        holder: null,
        recipient,
        locked_identity: null,
        made_at: clock(),
        admitted_at: clock(),
        admitted_by: id,
        retired_at: null,
      })
      .execute();
  });
  return { identity };
}

export type Unlocked =
  | { ok: true; keyId: string; identity: string; recipient: string }
  | { ok: false; error: { kind: 'no-key' | 'waiting' | 'wrong-passphrase' } };

/** Opens a custodian's key with their passphrase, for the memory of this process only. */
export async function unlockKey(db: Db, staffId: string, passphrase: string): Promise<Unlocked> {
  const { inUse, waiting } = await keysOf(db, staffId);
  if (!inUse?.lockedIdentity) return { ok: false, error: { kind: waiting ? 'waiting' : 'no-key' } };
  const identity = await unlockWithPassphrase(passphrase, inUse.lockedIdentity);
  if (!identity) return { ok: false, error: { kind: 'wrong-passphrase' } };
  return { ok: true, keyId: inUse.id, identity, recipient: inUse.recipient };
}

/** Locks a custodian's unlocked key under another passphrase. The key itself stays the same. */
export async function changePassphrase(
  db: Db,
  key: { keyId: string; identity: string },
  passphrase: string,
): Promise<void> {
  const lockedIdentity = await lockWithPassphrase(passphrase, key.identity);
  await db
    .updateTable('custodian_keys')
    .set({ locked_identity: lockedIdentity })
    .where('id', '=', key.keyId)
    .where('retired_at', 'is', null)
    .execute();
}

/** Keys are few and change seldom: one change at a time leaves no case between two. */
export async function oneAtATime(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('custodian keys'))`.execute(tx);
}

/** Keeps the keys as they are until a new case is sealed to all of them. */
export async function steadyKeys(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtext('custodian keys'))`.execute(tx);
}

async function anyCase(tx: Tx): Promise<boolean> {
  const row = await tx.selectFrom('accommodation_cases').select('id').limit(1).executeTakeFirst();
  return row !== undefined;
}
