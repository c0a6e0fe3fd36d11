import { parse } from 'yaml';
import { z } from 'zod';
import { readPeriod } from './period.ts';
import type { RetentionRule, Schedule } from './schedule.ts';

const words = z.strictObject({ en: z.string().min(1), fr: z.string().min(1) });
const name = z.string().regex(/^[a-z][a-z0-9-]*$/);
const column = z.string().regex(/^[a-z][a-z0-9_]*$/);
const period = z.string().transform((text, context) => {
  const read = readPeriod(text);
  if (read) return read;
  context.addIssue({ code: 'custom', message: 'not a period like P2Y or P30D' });
  return z.NEVER;
});
const day = z.union([z.iso.date(), z.date().transform((date) => date.toISOString().slice(0, 10))]);

const due = z.union([
  z
    .strictObject({
      column,
      absent: column.optional(),
      only: z.record(column, z.string()).default({}),
      unless: z.strictObject({ table: column, column, is: column }).optional(),
    })
    .transform((given) => ({
      kind: 'column' as const,
      column: given.column,
      absent: given.absent ?? null,
      only: given.only,
      unless: given.unless ?? null,
    })),
  z
    .strictObject({ event: z.enum(['last-reference', 'nothing-left']), column })
    .transform((given) => ({ kind: given.event, column: given.column })),
  z
    .strictObject({ event: z.enum(['last-administrative-use', 'last-written']) })
    .transform((given) => ({ kind: given.event })),
]);

const person = z.union([
  z
    .strictObject({ email: column })
    .transform((given) => ({ kind: 'email' as const, column: given.email })),
  z
    .strictObject({ candidate: column })
    .transform((given) => ({ kind: 'candidate' as const, column: given.candidate })),
  z
    .strictObject({ application: column })
    .transform((given) => ({ kind: 'application' as const, column: given.application })),
]);

const common = {
  id: name,
  what: words,
  tables: z.array(
    z
      .strictObject({
        name: column,
        export: name.optional(),
        notExported: words.optional(),
        withheld: z.record(column, words).optional(),
      })
      .transform((table) => ({
        name: table.name,
        export: table.export ?? null,
        notExported: table.notExported ?? null,
        withheld: table.withheld ?? {},
      })),
  ),
  files: z.array(name).default([]),
  bank: name.nullable().default(null),
  sources: z.array(name).min(1),
  why: words,
  notice: z.boolean(),
};

const rule = z.discriminatedUnion('action', [
  z.strictObject({ ...common, action: z.literal('keep'), until: words.nullable().default(null) }),
  z.strictObject({
    ...common,
    action: z.enum(['delete', 'anonymise']),
    keep: period,
    from: words,
    due,
    person: person.nullable().default(null),
  }),
]);

const schedule = z.strictObject({
  effective: day,
  dispositionAuthority: z.string().nullable(),
  decisionFinalAfter: period,
  keptAfterAccessRequest: period,
  deletionUndo: period,
  sources: z.record(name, z.strictObject({ title: words, url: words })),
  banks: z.record(name, z.strictObject({ code: words, title: words })),
  fileClasses: z.array(z.strictObject({ id: name, path: z.string().min(1), what: words })),
  rules: z.array(rule).min(1),
});

/**
 * Reads the text of the schedule. Every problem is told, with the place in the file ("rules.3.keep"),
 * in English: it is the operator's file.
 */
export function readSchedule(
  text: string,
): { ok: true; schedule: Schedule } | { ok: false; problems: string[] } {
  let source: unknown;
  try {
    source = parse(text);
  } catch (error) {
    return { ok: false, problems: [error instanceof Error ? error.message : String(error)] };
  }
  const read = schedule.safeParse(source);
  if (!read.success) {
    const problems = read.error.issues.map(
      ({ path, message }) => `${path.map(String).join('.')}: ${message}`,
    );
    return { ok: false, problems };
  }
  const problems = contradictions(read.data);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, schedule: read.data };
}

/** What is wrong although each part of it is right. */
function contradictions({ rules, sources, banks, fileClasses }: Schedule): string[] {
  const classes = new Set(fileClasses.map(({ id }) => id));
  const ids = new Set<string>();
  return rules.flatMap((one) => {
    const problems = [
      ...(ids.has(one.id) ? ['this id is used twice'] : []),
      ...one.sources.filter((key) => !sources[key]).map((key) => `there is no source "${key}"`),
      ...(one.bank && !banks[one.bank] ? [`there is no bank "${one.bank}"`] : []),
      ...one.files.filter((id) => !classes.has(id)).map((id) => `there are no files "${id}"`),
      ...(one.tables.length + one.files.length === 0 ? ['it is about no table and no files'] : []),
      ...mismatches(one),
    ];
    ids.add(one.id);
    return problems.map((problem) => `rule "${one.id}": ${problem}`);
  });
}

function mismatches(one: RetentionRule): string[] {
  if (one.action === 'keep') return [];
  const { kind } = one.due;
  if (one.tables.length === 0 && kind !== 'last-written') {
    return ['files alone are due by "last-written"'];
  }
  if (one.tables.length > 0 && kind === 'last-written') return ['"last-written" is of files alone'];
  if (kind === 'last-administrative-use' && one.person?.kind !== 'application') {
    return ['"last-administrative-use" is of applications'];
  }
  return [];
}
