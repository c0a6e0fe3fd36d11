import type { Db } from '#platform/database';
import { openWith, sealTo } from '#platform/sealing';
import { keyPairOfCode } from '../codes.ts';
import type { AccommodationDeps } from '../deps.ts';
import type { OpenCase } from '../model.ts';
import { addEntry } from './add-entry.ts';
import { tellCandidate, tellCustodians } from './ask.ts';

/** Most requests that may wait in a case: a person has only so many devices. */
const mostWaiting = 5;

/** A browser that asks to be let in again, as a custodian sees it. */
export type Readmission = {
  id: string;
  /** The address that was proven by signing in with it. */
  email: string;
};

/**
 * Asks the custodians to let a browser in: its new code's public half, and the address that the
 * person proved, sealed to the case. Whether there is such a case is told to nobody.
 */
export async function askForReadmission(
  deps: AccommodationDeps,
  { caseId, code, email }: { caseId: string; code: string; email: string },
): Promise<void> {
  const { recipient } = await keyPairOfCode(code);
  await deps.db.transaction().execute(async (tx) => {
    const found = await tx
      .selectFrom('accommodation_cases')
      .select('case_key')
      .where('id', '=', caseId)
      .forUpdate()
      .executeTakeFirst();
    const waiting = await tx
      .selectFrom('accommodation_readmissions')
      .where('case_id', '=', caseId)
      .select('id')
      .execute();
    if (!found || waiting.length >= mostWaiting) return;
    await tx
      .insertInto('accommodation_readmissions')
      .values({
        id: deps.ids.uuid(),
        case_id: caseId,
        holder: recipient,
        case_key: found.case_key,
        sealed: await sealTo(found.case_key, JSON.stringify({ email })),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    if (waiting.length === 0) await tellCustodians(tx, deps);
  });
}

/** Who asks to be let in again to a case that was opened. */
export async function listReadmissions(db: Db, opened: OpenCase): Promise<Readmission[]> {
  const rows = await db
    .selectFrom('accommodation_readmissions')
    .where('case_id', '=', opened.id)
    .select(['id', 'case_key', 'sealed'])
    .orderBy('id')
    .execute();
  const found: Readmission[] = [];
  for (const { id, case_key, sealed } of rows) {
    const identity = opened.identities.get(case_key);
    const text = identity ? await openWith(identity, sealed) : null;
    if (text) found.push({ id, ...(JSON.parse(text) as { email: string }) });
  }
  return found;
}

/** Cases in which somebody waits to be let in again. */
export async function casesWithReadmissions(db: Db): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('accommodation_readmissions')
    .select('case_id')
    .distinct()
    .execute();
  return new Set(rows.map(({ case_id }) => case_id));
}

/** Lets the browser in, or not: seals all keys of the opened case to it. */
export async function decideReadmission(
  deps: AccommodationDeps,
  opened: OpenCase,
  { readmission, lets }: { readmission: string; lets: boolean },
): Promise<void> {
  await deps.db.transaction().execute(async (tx) => {
    const row = await tx
      .deleteFrom('accommodation_readmissions')
      .where('id', '=', readmission)
      .where('case_id', '=', opened.id)
      .returning('holder')
      .executeTakeFirst();
    if (!row || !lets) return;
    for (const [case_key, identity] of opened.identities) {
      await tx
        .insertInto('accommodation_keys')
        .values({
          case_id: opened.id,
          case_key,
          holder: row.holder,
          holder_kind: 'candidate',
          sealed: await sealTo(row.holder, identity),
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    const entry = { kind: 'readmitted' as const, at: deps.clock().toISOString() };
    await addEntry(tx, deps.clock, opened.id, { id: deps.ids.uuid(), entry });
    await tellCandidate(tx, deps, opened.id, opened.request, 'news');
  });
}

/** Whether a browser's code waits to be let in to a case. */
export async function waitsForReadmission(
  db: Db,
  caseId: string,
  holder: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('accommodation_readmissions')
    .select('id')
    .where('case_id', '=', caseId)
    .where('holder', '=', holder)
    .executeTakeFirst();
  return row !== undefined;
}
