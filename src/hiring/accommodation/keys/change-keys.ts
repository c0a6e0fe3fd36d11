import type { Clock } from '#platform/clock';
import type { Db, Tx } from '#platform/database';
import { type KeyPair, newKeyPair, openWith, sealTo } from '#platform/sealing';
import { oneAtATime } from './make-key.ts';
import { activeHolders } from './queries.ts';

type Deps = { db: Db; clock: Clock };

/**
 * Lets a waiting key in: its holder's key before it is retired, and every case that `opener` can
 * open is sealed to the new one. Not ok where no key waits, or the opener is not in use itself.
 */
export async function admitKey(
  deps: Deps,
  opener: KeyPair,
  keyId: string,
): Promise<
  { ok: true; sealed: number } | { ok: false; error: { kind: 'unknown' | 'not-allowed' } }
> {
  const { db, clock } = deps;
  const admitted = await db.transaction().execute(async (tx) => {
    await oneAtATime(tx);
    const by = (await activeHolders(tx)).find(({ recipient }) => recipient === opener.recipient);
    if (!by) return 'not-allowed' as const;
    const key = await tx
      .selectFrom('custodian_keys')
      .select(['id', 'holder'])
      .where('id', '=', keyId)
      .where('admitted_at', 'is', null)
      .where('retired_at', 'is', null)
      .executeTakeFirst();
    if (!key?.holder) return 'unknown' as const;
    await retireKeysOf(tx, clock(), key.holder);
    await tx
      .updateTable('custodian_keys')
      .set({ admitted_at: clock(), admitted_by: by.id })
      .where('id', '=', keyId)
      .execute();
    // The opener may be the key that was just retired: its seals go last.
    const sealed = await completeKeys(tx, opener);
    await removeSealsOfRetired(tx);
    return sealed;
  });
  return typeof admitted === 'number'
    ? { ok: true, sealed: admitted }
    : { ok: false, error: { kind: admitted } };
}

/**
 * Seals the keys of all cases that `opener` can open to every holder who lacks one. Answers how many
 * seals were made. Needed after a recovery key was made; harmless at any time.
 */
export async function completeKeys(db: Db | Tx, opener: KeyPair): Promise<number> {
  const holders = await activeHolders(db);
  const mine = await db
    .selectFrom('accommodation_keys')
    .where('holder', '=', opener.recipient)
    .select(['case_id', 'case_key', 'sealed'])
    .execute();
  let made = 0;
  for (const { case_id, case_key, sealed } of mine) {
    const present = await db
      .selectFrom('accommodation_keys')
      .where('case_key', '=', case_key)
      .select('holder')
      .execute();
    const lacking = holders.filter(({ recipient }) =>
      present.every(({ holder }) => holder !== recipient),
    );
    const identity = lacking.length > 0 ? await openWith(opener.identity, sealed) : null;
    if (!identity) continue;
    for (const { recipient, kind } of lacking) {
      const seal = await sealTo(recipient, identity);
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('accommodation_keys')
        .values({ case_id, case_key, holder: recipient, holder_kind: kind, sealed: seal })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      made += Number(numInsertedOrUpdatedRows ?? 0);
    }
  }
  return made;
}

/** How many keys of cases are not yet sealed to a holder who should have them. */
export async function countIncomplete(db: Db): Promise<number> {
  const holders = await activeHolders(db);
  if (holders.length === 0) return 0;
  const { keys, seals } = await db
    .selectFrom('accommodation_keys')
    .select((eb) => [
      eb.fn.count<string>('case_key').distinct().as('keys'),
      eb.fn
        .countAll<string>()
        .filterWhere(
          'holder',
          'in',
          holders.map(({ recipient }) => recipient),
        )
        .as('seals'),
    ])
    .executeTakeFirstOrThrow();
  return Number(keys) * holders.length - Number(seals);
}

/**
 * Takes a custodian's keys out of use, those that wait as well: their seals are removed, and every
 * case gets a new key, so that whatever they kept opens nothing that is written from now on.
 */
export async function retireCustodian(deps: Deps, staffId: string): Promise<{ retired: number }> {
  const retired = await deps.db.transaction().execute(async (tx) => {
    await oneAtATime(tx);
    const count = await retireKeysOf(tx, deps.clock(), staffId);
    await tx
      .deleteFrom('custodian_keys')
      .where('holder', '=', staffId)
      .where('admitted_at', 'is', null)
      .execute();
    await removeSealsOfRetired(tx);
    return count;
  });
  await renewCaseKeys(deps.db);
  return { retired };
}

/** Gives every case a new key, sealed to its present holders. Nothing has to be opened for it. */
export async function renewCaseKeys(db: Db): Promise<void> {
  const cases = await db.selectFrom('accommodation_cases').select('id').execute();
  for (const { id } of cases) {
    await db.transaction().execute((tx) => renewCaseKey(tx, id));
  }
}

async function renewCaseKey(tx: Tx, caseId: string): Promise<void> {
  const row = await tx
    .selectFrom('accommodation_cases')
    .select('case_key')
    .where('id', '=', caseId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return;
  const candidates = await tx
    .selectFrom('accommodation_keys')
    .select('holder as recipient')
    .where('case_key', '=', row.case_key)
    .where('holder_kind', '=', 'candidate')
    .execute();
  const holders = [
    ...(await activeHolders(tx)),
    ...candidates.map(({ recipient }) => ({ recipient, kind: 'candidate' as const })),
  ];
  const pair = await newKeyPair();
  for (const { recipient, kind } of holders) {
    await tx
      .insertInto('accommodation_keys')
      .values({
        case_id: caseId,
        case_key: pair.recipient,
        holder: recipient,
        holder_kind: kind,
        sealed: await sealTo(recipient, pair.identity),
      })
      .execute();
  }
  await tx
    .updateTable('accommodation_cases')
    .set({ case_key: pair.recipient })
    .where('id', '=', caseId)
    .execute();
}

async function retireKeysOf(tx: Tx, now: Date, staffId: string): Promise<number> {
  const rows = await tx
    .updateTable('custodian_keys')
    .set({ retired_at: now })
    .where('holder', '=', staffId)
    .where('admitted_at', 'is not', null)
    .where('retired_at', 'is', null)
    .returning('id')
    .execute();
  return rows.length;
}

async function removeSealsOfRetired(db: Tx): Promise<void> {
  await db
    .deleteFrom('accommodation_keys')
    .where('holder', 'in', (query) =>
      query.selectFrom('custodian_keys').select('recipient').where('retired_at', 'is not', null),
    )
    .execute();
}
