import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import { keyPairOfIdentity } from '#platform/sealing';
import { admitKey, completeKeys, retireCustodian } from './change-keys.ts';
import { keysOf } from './queries.ts';

type Deps = { db: Db; clock: Clock };

export type AdmitError = 'unknown' | 'not-custodian' | 'no-key' | 'bad-recovery-key';

/**
 * Lets the waiting key of a custodian in with the recovery key, which opens every case and seals it
 * to the new one. Where none waits, the custodian's present key is completed.
 */
export async function admitWithRecoveryKey(
  deps: Deps,
  { email, recoveryKey }: { email: string; recoveryKey: string },
): Promise<{ ok: true; sealed: number } | { ok: false; error: { kind: AdmitError } }> {
  const staff = await findStaff(deps.db, email);
  if (!staff) return { ok: false, error: { kind: 'unknown' } };
  if (staff.role !== 'custodian' || staff.disabled_at) {
    return { ok: false, error: { kind: 'not-custodian' } };
  }
  const pair = await keyPairOfIdentity(recoveryKey);
  if (!pair || !(await isRecoveryKey(deps.db, pair.recipient))) {
    return { ok: false, error: { kind: 'bad-recovery-key' } };
  }
  const { inUse, waiting } = await keysOf(deps.db, staff.id);
  if (waiting) {
    const admitted = await admitKey(deps, pair, waiting.id);
    return admitted.ok ? admitted : { ok: false, error: { kind: 'bad-recovery-key' } };
  }
  if (!inUse) return { ok: false, error: { kind: 'no-key' } };
  return { ok: true, sealed: await completeKeys(deps.db, pair) };
}

/** Takes all keys of a custodian out of use. Needs no key, so that it can be done at once. */
export async function retireByAddress(
  deps: Deps,
  email: string,
): Promise<{ ok: true; retired: number } | { ok: false; error: { kind: 'unknown' } }> {
  const staff = await findStaff(deps.db, email);
  if (!staff) return { ok: false, error: { kind: 'unknown' } };
  return { ok: true, ...(await retireCustodian(deps, staff.id)) };
}

function findStaff(db: Db, email: string) {
  return db
    .selectFrom('staff')
    .select(['id', 'role', 'disabled_at'])
    .where('email', '=', email.trim().toLowerCase())
    .executeTakeFirst();
}

async function isRecoveryKey(db: Db, recipient: string): Promise<boolean> {
  const row = await db
    .selectFrom('custodian_keys')
    .select('id')
    .where('kind', '=', 'recovery')
    .where('recipient', '=', recipient)
    .where('retired_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
