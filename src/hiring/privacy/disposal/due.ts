import { type RawBuilder, sql } from 'kysely';
import { before } from '../schedule/period.ts';
import type { KeepFor, RetentionRule, Schedule } from '../schedule/schedule.ts';
import type { ForeignKey } from './foreign-keys.ts';

export type TimedRule = RetentionRule & KeepFor;

/** What is due depends on these, besides the rows. */
export type Circumstances = {
  schedule: Schedule;
  keys: readonly ForeignKey[];
  now: Date;
  /** Postings that still take applications: nothing sent to them is due. */
  openPostings: readonly string[];
};

/** Rules whose rows are due some day, of those that have tables. */
export function timedRules(schedule: Schedule): TimedRule[] {
  return schedule.rules.filter(
    (rule): rule is TimedRule => rule.action !== 'keep' && rule.tables.length > 0,
  );
}

/** Rows of a rule's first table, called `r`, whose time has come, held or not. */
export function isDue(rule: TimedRule, circumstances: Circumstances): RawBuilder<unknown> {
  const { now } = circumstances;
  const cutoff = before(now, rule.keep);
  const { due } = rule;
  switch (due.kind) {
    case 'column':
      return sql`${column(due.column)} < ${cutoff}
        ${due.absent === null ? sql`` : sql`and ${column(due.absent)} is null`}
        ${sql.join(
          Object.entries(due.only).map(([name, value]) => sql`and ${column(name)} = ${value}`),
          sql` `,
        )}
        ${due.unless === null ? sql`` : sql`and not ${isNamed(due.unless)}`}
        ${rule.action === 'anonymise' ? sql`and r.email not like 'removed-%'` : sql``}`;
    case 'last-administrative-use':
      return sql`${lastUse} < ${cutoff}
        and not r.posting_id = any(${circumstances.openPostings}::uuid[])
        and not ${isAsked(circumstances)}`;
    case 'last-reference':
      return sql`${column(due.column)} < ${cutoff} and ${isUnreferenced(rule, circumstances)}`;
    case 'nothing-left':
      return sql`${column(due.column)} < ${cutoff} and ${nothingLeft(rule, circumstances)}`;
    case 'last-written':
      throw new Error('Files have no rows');
  }
}

/** Rows of a rule's first table, called `r`, that a legal hold keeps. */
export function isHeld({ person }: TimedRule): RawBuilder<unknown> {
  switch (person?.kind) {
    case undefined:
      return sql`false`;
    case 'candidate':
      return sql`${column(person.column)} in (${heldCandidates})`;
    case 'email':
      return sql`lower(${column(person.column)}) in (${heldEmails})`;
    case 'application':
      return sql`(r.posting_id in (${heldPostings}) or exists (
        select 1 from candidate_applications own
        where own.application_id = r.id and own.candidate_id in (${heldCandidates})))`;
  }
}

const heldCandidates = sql`
  select candidate_id from legal_holds where lifted_at is null and candidate_id is not null`;
const heldPostings = sql`
  select posting_id from legal_holds where lifted_at is null and posting_id is not null`;
const heldAddresses = sql`select email from candidates where id in (${heldCandidates})`;
/** Of held candidates, and of everyone who applied to a held process: what was written to them. */
const heldEmails = sql`
  ${heldAddresses}
  union select lower(i.email) from applicant_identities i
    join applications a on a.id = i.application_id where a.posting_id in (${heldPostings})`;

/** When an application was last used: sent, looked at, remarked on or decided. */
const lastUse = sql`greatest(r.submitted_at,
  (select max(d.decided_at) from screening_decisions d where d.application_id = r.id),
  (select max(e.happened_at) from application_events e where e.application_id = r.id))`;

/** Whether a request of its person about it is open, or was answered not long ago. */
function isAsked({ schedule, now }: Circumstances): RawBuilder<unknown> {
  const recently = before(now, schedule.keptAfterAccessRequest);
  return sql`exists (
    select 1 from privacy_requests q
    join candidate_applications own on own.candidate_id = q.candidate_id
    where own.application_id = r.id and q.kind <> 'deletion'
      and (q.closed_at is null or (q.kind in ('access', 'export') and q.closed_at > ${recently})))`;
}

function isUnreferenced(rule: TimedRule, { keys }: Circumstances): RawBuilder<unknown> {
  const own = new Set(rule.tables.map(({ name }) => name));
  const references = keys.filter(({ parent, child }) => own.has(parent) && !own.has(child));
  return sql.join(
    [
      sql`true`,
      ...references.map(
        ({ child, childColumns, parentColumns }) => sql`not exists (
          select 1 from ${sql.table(child)} c
          where ${sql.ref(`c.${childColumns[0] ?? ''}`)} = ${column(parentColumns[0] ?? '')})`,
      ),
    ],
    sql` and `,
  );
}

/** Nobody is signed in, and no other rule that knows persons has a row of this one. */
function nothingLeft(rule: TimedRule, circumstances: Circumstances): RawBuilder<unknown> {
  const others = timedRules(circumstances.schedule).filter(
    ({ id, person, tables }) =>
      id !== rule.id && person && !rule.tables.some(({ name }) => name === tables[0]?.name),
  );
  return sql.join(
    [
      sql`not exists (select 1 from candidate_sessions s
        where s.candidate_id = r.id and s.expires_at > ${circumstances.now})`,
      isUnreferenced(rule, circumstances),
      ...others.map(({ tables: [first], person }) => {
        const table = sql.table(first?.name ?? '');
        switch (person?.kind) {
          case 'email':
            return sql`not exists (
              select 1 from ${table} o where lower(${sql.ref(`o.${person.column}`)}) = r.email)`;
          case 'candidate':
            return sql`not exists (
              select 1 from ${table} o where ${sql.ref(`o.${person.column}`)} = r.id)`;
          default:
            return sql`not exists (
              select 1 from applicant_identities o where lower(o.email) = r.email)`;
        }
      }),
    ],
    sql` and `,
  );
}

function isNamed(by: { table: string; column: string; is: string }): RawBuilder<unknown> {
  return sql`exists (
    select 1 from ${sql.table(by.table)} n
    where ${sql.ref(`n.${by.column}`)} = ${column(by.is)})`;
}

function column(name: string): RawBuilder<unknown> {
  return sql.ref(`r.${name}`);
}
