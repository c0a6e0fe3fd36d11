import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/database';
import { before } from '../schedule/period.ts';
import { anonymise } from './anonymise.ts';
import type { Certificate } from './certificate.ts';
import { certificateOf, certify } from './certificates.ts';
import { type Counts, deleteRows } from './delete-rows.ts';
import type { DisposalDeps } from './deps.ts';
import { type Circumstances, type TimedRule, isDue, isHeld, timedRules } from './due.ts';
import { takeAlong } from './eraser.ts';
import { readForeignKeys } from './foreign-keys.ts';
import { removeBytes, sweepFiles } from './remove-files.ts';

/** Rows of one transaction: short locks, and little to do again after a failure. */
const rowsAtOnce = 500;

/**
 * Disposes of everything that is due by the schedule and not held, rule by rule, in transactions of
 * some hundred rows, each with its certificate: an end half way leaves whole transactions, and the
 * next run goes on. Files go after the rows that knew them.
 */
export async function disposeOfWhatIsDue(deps: DisposalDeps): Promise<Certificate[]> {
  const { schedule } = deps;
  const certificates: Certificate[] = [];
  const circumstances = await circumstancesOf(deps);
  const rules = timedRules(schedule.schedule);
  // What only stands while something refers to it comes after what refers to it.
  const late = (rule: TimedRule): number =>
    rule.due.kind === 'last-reference' || rule.due.kind === 'nothing-left' ? 1 : 0;
  for (const rule of rules.toSorted((one, other) => late(one) - late(other))) {
    certificates.push(...(await disposeByRule(deps, circumstances, rule)));
  }
  for (const certificate of await sweepFiles(deps)) {
    tell(deps, certificate);
    certificates.push(certificate);
  }
  return certificates;
}

/** Files that the last row let go of, at once: after an erasure that somebody asked for. */
export async function disposeOfDocuments(deps: DisposalDeps): Promise<void> {
  const circumstances = await circumstancesOf(deps);
  for (const rule of timedRules(deps.schedule.schedule)) {
    if (rule.files.includes('documents')) await disposeByRule(deps, circumstances, rule);
  }
}

async function disposeByRule(
  deps: DisposalDeps,
  circumstances: Circumstances,
  rule: TimedRule,
): Promise<Certificate[]> {
  const certificates: Certificate[] = [];
  for (;;) {
    const batch = await deps.db
      .transaction()
      .execute((tx) => disposeOfBatch(tx, deps, circumstances, rule));
    if (!batch) return certificates;
    tell(deps, batch.certificate);
    certificates.push(batch.certificate);
    await removeBytes(deps, batch.files);
    if (batch.last) return certificates;
  }
}

/** What is due, and how much of it is held, by rule. */
export async function countDue(
  deps: DisposalDeps,
): Promise<{ rule: string; due: number; held: number }[]> {
  const circumstances = await circumstancesOf(deps);
  const counted = [];
  for (const rule of timedRules(deps.schedule.schedule)) {
    const { rows } = await sql<{ due: number; held: number }>`
      select count(*) filter (where not ${isHeld(rule)})::int as due,
        count(*) filter (where ${isHeld(rule)})::int as held
      from ${sql.table(tableOf(rule))} r where ${isDue(rule, circumstances)}`.execute(deps.db);
    counted.push({ rule: rule.id, due: rows[0]?.due ?? 0, held: rows[0]?.held ?? 0 });
  }
  return counted;
}

type Batch = { certificate: Certificate; files: string[]; last: boolean };

async function disposeOfBatch(
  tx: Tx,
  deps: DisposalDeps,
  circumstances: Circumstances,
  rule: TimedRule,
): Promise<Batch | null> {
  const table = sql.table(tableOf(rule));
  const { rows } = await sql<{ at: string }>`
    select r.ctid::text as at from ${table} r
    where ${isDue(rule, circumstances)} and not ${isHeld(rule)}
    limit ${rowsAtOnce} for update of r skip locked`.execute(tx);
  if (rows.length === 0) return null;
  // The place of a locked row does not change.
  const places = sql`ctid = any(${rows.map(({ at }) => at)}::tid[])`;
  const counts: Counts = {};
  const files = rule.files.includes('documents') ? await documentsAt(tx, places) : [];
  if (rule.person?.kind === 'application') {
    await takeAlong(tx, deps.erasers, await idsAt(tx, table, places), counts);
  }
  if (rule.action === 'anonymise') await anonymise(tx, rule, places, circumstances.now, counts);
  else await deleteRows(tx, circumstances.keys, rule, places, counts);
  if (files.length > 0) counts['files'] = files.length;
  const held = await sql<{ held: number }>`
    select count(*)::int as held from ${table} r
    where ${isDue(rule, circumstances)} and ${isHeld(rule)}`.execute(tx);
  const certificate = await certify(tx, {
    ...certificateOf(deps, rule.id),
    cause: 'schedule',
    counts,
    held: held.rows[0]?.held ?? 0,
    cutoff: before(circumstances.now, rule.keep),
  });
  return { certificate, files, last: rows.length < rowsAtOnce };
}

export async function circumstancesOf(deps: DisposalDeps): Promise<Circumstances> {
  return {
    schedule: deps.schedule.schedule,
    keys: await readForeignKeys(deps.db),
    now: deps.clock(),
    openPostings: deps.openPostings(),
  };
}

/** In the log too, which nobody can rewrite from the database. */
export function tell({ log }: Pick<DisposalDeps, 'log'>, certificate: Certificate): void {
  const { number, rule, cause, counts, held, hash } = certificate;
  log.info({ number, rule, cause, counts, held, hash }, 'disposed of by a rule of retention');
}

async function idsAt(
  tx: Tx,
  table: RawBuilder<unknown>,
  places: RawBuilder<unknown>,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from ${table} where ${places}`.execute(tx);
  return rows.map(({ id }) => id);
}

async function documentsAt(tx: Tx, places: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select sha256 from stored_files where ${places}`.execute(tx);
  return rows.map(({ sha256 }) => sha256);
}

function tableOf(rule: TimedRule): string {
  const [first] = rule.tables;
  if (!first) throw new Error(`The rule "${rule.id}" has no table`);
  return first.name;
}
