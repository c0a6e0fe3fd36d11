import type { Db, Tx } from '#platform/database';

/** A key that cases are sealed to, as those who look after them see it. */
export type CustodianKey = {
  id: string;
  kind: 'custodian' | 'recovery';
  /** Address of the custodian; null for the recovery key. */
  email: string | null;
  staffId: string | null;
  /** False where its custodian may no longer sign in, or has another role now. */
  inOffice: boolean;
  recipient: string;
  madeAt: Date;
  admittedAt: Date | null;
  /** Whose key let it in: an address, or null for the recovery key. */
  admittedBy: string | null;
  retiredAt: Date | null;
};

/** Every key that there ever was, the newest first. */
export async function listKeys(db: Db): Promise<CustodianKey[]> {
  const rows = await db
    .selectFrom('custodian_keys as k')
    .leftJoin('staff as s', 's.id', 'k.holder')
    .leftJoin('custodian_keys as a', 'a.id', 'k.admitted_by')
    .leftJoin('staff as b', 'b.id', 'a.holder')
    .select([
      'k.id',
      'k.kind',
      's.email',
      'k.holder as staffId',
      's.role',
      's.disabled_at as disabledAt',
      'k.recipient',
      'k.made_at as madeAt',
      'k.admitted_at as admittedAt',
      'b.email as admittedBy',
      'k.retired_at as retiredAt',
    ])
    .orderBy('k.made_at', 'desc')
    .orderBy('k.id')
    .execute();
  return rows.map(({ role, disabledAt, ...key }) => ({
    ...key,
    inOffice: key.kind === 'recovery' || (role === 'custodian' && disabledAt === null),
  }));
}

/** Whom whatever is new is sealed to: admitted, not retired, and still in office. */
export async function activeHolders(
  db: Db | Tx,
): Promise<{ id: string; kind: 'custodian' | 'recovery'; recipient: string }[]> {
  return db
    .selectFrom('custodian_keys as k')
    .leftJoin('staff as s', 's.id', 'k.holder')
    .where('k.admitted_at', 'is not', null)
    .where('k.retired_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('k.kind', '=', 'recovery'),
        eb.and([eb('s.role', '=', 'custodian'), eb('s.disabled_at', 'is', null)]),
      ]),
    )
    .select(['k.id', 'k.kind', 'k.recipient'])
    .execute();
}

/** Whether somebody is there to open a request: without a custodian none is taken. */
export async function hasCustodian(db: Db | Tx): Promise<boolean> {
  return (await activeHolders(db)).some(({ kind }) => kind === 'custodian');
}

/** Addresses of those who can open cases, to write to them. */
export async function custodianAddresses(
  db: Db | Tx,
): Promise<{ email: string; lang: 'en' | 'fr' }[]> {
  return db
    .selectFrom('custodian_keys as k')
    .innerJoin('staff as s', 's.id', 'k.holder')
    .where('k.admitted_at', 'is not', null)
    .where('k.retired_at', 'is', null)
    .where('s.role', '=', 'custodian')
    .where('s.disabled_at', 'is', null)
    .select(['s.email', 's.lang'])
    .execute();
}

/** The keys of a custodian that are not retired: the one in use, and one that waits to be let in. */
export async function keysOf(db: Db | Tx, staffId: string) {
  const rows = await db
    .selectFrom('custodian_keys')
    .where('holder', '=', staffId)
    .where('retired_at', 'is', null)
    .select(['id', 'recipient', 'locked_identity as lockedIdentity', 'admitted_at as admittedAt'])
    .execute();
  return {
    inUse: rows.find(({ admittedAt }) => admittedAt !== null) ?? null,
    waiting: rows.find(({ admittedAt }) => admittedAt === null) ?? null,
  };
}
