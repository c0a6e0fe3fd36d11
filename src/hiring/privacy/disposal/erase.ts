import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/database';
import type { RetentionRule } from '../schedule/schedule.ts';
import type { Certificate } from './certificate.ts';
import { certificateOf, certify } from './certificates.ts';
import { type Counts, deleteRows } from './delete-rows.ts';
import type { DisposalDeps } from './deps.ts';
import { type Circumstances, type TimedRule, timedRules } from './due.ts';
import { type Eraser, takeAlong } from './eraser.ts';

type Deps = Pick<DisposalDeps, 'schedule' | 'clock'>;

/**
 * Deletes an application with everything that belongs to it, and the e-mails to its person that name
 * it, because that person asked. The caller made sure that nothing stands in the way.
 */
export async function eraseApplication(
  tx: Tx,
  deps: Deps,
  circumstances: Circumstances,
  erasers: readonly Eraser[],
  applicationId: string,
): Promise<Certificate[]> {
  const row = await tx
    .selectFrom('applications as a')
    .innerJoin('applicant_identities as i', 'i.application_id', 'a.id')
    .select(['a.id', 'a.reference', 'i.email'])
    .where('a.id', '=', applicationId)
    .forUpdate('a')
    .executeTakeFirst();
  if (!row) return [];
  const certificates: Certificate[] = [];
  for (const rule of firstRules(deps)) {
    const counts: Counts = {};
    if (rule.person?.kind === 'application') {
      await takeAlong(tx, erasers, [row.id], counts);
      await deleteRows(tx, circumstances.keys, rule, sql`id = ${row.id}`, counts);
    } else if (rule.tables[0]?.name === 'emails') {
      const named = sql`lower(recipient) = ${row.email.toLowerCase()}
        and position(${row.reference} in subject || ' ' || text_body) > 0`;
      await deleteRows(tx, circumstances.keys, rule, named, counts);
    }
    certificates.push(...(await certifyRequested(tx, deps, rule, counts)));
  }
  return certificates;
}

/**
 * Deletes all that is left of a candidate whose applications are gone: by every rule that knows
 * whose its rows are. Their requests stay, without their words: they show that they were answered.
 */
export async function eraseCandidate(
  tx: Tx,
  deps: Deps,
  circumstances: Circumstances,
  candidate: { id: string; email: string },
): Promise<Certificate[]> {
  const certificates: Certificate[] = [];
  await tx
    .updateTable('privacy_requests')
    .set((eb) => ({
      asked: '',
      answer: '',
      extension_reason: eb.case().when('extended_at', 'is', null).then(null).else('').end(),
    }))
    .where('candidate_id', '=', candidate.id)
    .execute();
  const rules = firstRules(deps).filter(({ tables }) => tables[0]?.name !== 'privacy_requests');
  // The account last: other rows may refer to it.
  const last = (rule: TimedRule): number => (rule.due.kind === 'nothing-left' ? 1 : 0);
  for (const rule of rules.toSorted((one, other) => last(one) - last(other))) {
    const condition = belongsTo(rule, candidate);
    if (!condition) continue;
    const counts: Counts = {};
    await deleteRows(tx, circumstances.keys, rule, condition, counts);
    certificates.push(...(await certifyRequested(tx, deps, rule, counts)));
  }
  return certificates;
}

/** One rule for each first table: erasure asks for no date, so a table's other rules add nothing. */
function firstRules({ schedule }: Deps): TimedRule[] {
  const seen = new Set<string>();
  return timedRules(schedule.schedule).filter(({ tables: [first] }) => {
    if (!first || seen.has(first.name)) return false;
    seen.add(first.name);
    return true;
  });
}

function belongsTo(
  { person }: TimedRule,
  { id, email }: { id: string; email: string },
): RawBuilder<unknown> | null {
  switch (person?.kind) {
    case 'email':
      return sql`lower(${sql.ref(person.column)}) = ${email}`;
    case 'candidate':
      return sql`${sql.ref(person.column)} = ${id}`;
    default:
      return null;
  }
}

async function certifyRequested(
  tx: Tx,
  deps: Deps,
  rule: RetentionRule,
  counts: Counts,
): Promise<Certificate[]> {
  if (Object.keys(counts).length === 0) return [];
  const facts = { cause: 'request' as const, counts, held: 0, cutoff: null };
  return [await certify(tx, { ...certificateOf(deps, rule.id), ...facts })];
}
