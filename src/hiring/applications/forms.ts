import { z } from 'zod';
import { countWords } from '#ui/words';
import type { Lang } from '#platform/i18n';
import {
  type ApplicationInput,
  heardFromChoices,
  statementWordLimit,
  workSampleLimit,
} from './model.ts';

/** Names of the form's fields, in the order in which the page shows them. */
export const fieldNames = [
  'name',
  'email',
  'phone',
  'resume',
  'statement',
  'samples',
  'heard',
  'correspondence',
  'consent',
] as const;
export type FieldName = (typeof fieldNames)[number];

/** The text fields as typed: what a page needs to show them again, valid or not. */
export type TypedFields = Readonly<Partial<Record<string, string>>>;

/** Message key of what is wrong with a field, with the values its message needs. */
export type FieldProblem = { key: FieldProblemKey; args?: Record<string, string | number> };
export type FieldProblemKey = (typeof problemKeys)[number];

const problemKeys = [
  'problem.name.missing',
  'problem.name.long',
  'problem.email.missing',
  'problem.email.shape',
  'problem.email.long',
  'problem.phone.shape',
  'problem.statement.missing',
  'problem.statement.long',
  'problem.statement.huge',
  'problem.samples.count',
  'problem.samples.shape',
  'problem.heard.choice',
  'problem.correspondence.missing',
  'problem.consent.missing',
] as const;

export type FieldProblems = Partial<Record<FieldName, FieldProblem>>;

/**
 * Longest values, in characters. Names of 1,000 characters exist to test systems and, more
 * rarely, people; nothing is gained by refusing them.
 */
const longest = { name: 1000, email: 254, phone: 40, statement: 20_000, sample: 2000 };

/**
 * Checks what a candidate typed. Every problem is found at once; values are trimmed and put in
 * Unicode form NFC, and otherwise kept as written (accents, any script, emoji). Our own form asks
 * for a statement; a program may send none.
 */
export function parseApplication(
  typed: TypedFields,
  { statement: need = 'required' }: { statement?: 'required' | 'optional' } = {},
): { ok: true; input: ApplicationInput } | { ok: false; problems: FieldProblems } {
  const parsed = schemas[need].safeParse({
    name: typed['name'] ?? '',
    email: typed['email'] ?? '',
    phone: typed['phone'] ?? '',
    statement: typed['statement'] ?? '',
    samples: typed['samples'] ?? '',
    heard: typed['heard'] ?? 'not-said',
    correspondence: typed['correspondence'] ?? '',
    consent: typed['consent'] ?? '',
  });
  if (parsed.success) {
    const { name, email, phone, statement, samples, heard, correspondence } = parsed.data;
    return {
      ok: true,
      input: {
        name,
        email,
        phone: phone === '' ? null : phone,
        statement,
        workSamples: samples,
        heardFrom: heard,
        correspondenceLang: correspondence,
      },
    };
  }
  const problems: FieldProblems = {};
  for (const issue of parsed.error.issues) {
    const field = issue.path[0] as FieldName;
    problems[field] ??= problemOf(field, issue.message);
  }
  return { ok: false, problems };
}

/** Control characters other than line breaks and tabs, and the bidirectional overrides. */
// oxlint-disable-next-line no-control-regex -- naming them is the point
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069]/g;

const oneLine = z
  .string()
  .transform((value) =>
    value.normalize('NFC').replaceAll(controls, '').replaceAll(/\s+/g, ' ').trim(),
  );

const manyLines = z
  .string()
  .transform((value) =>
    value.normalize('NFC').replaceAll(controls, '').replaceAll('\r\n', '\n').trim(),
  );

/** An issue's message is the last part of a message key: "missing" under `name` is problem.name.missing. */
const applicationSchema = z.object({
  name: oneLine.pipe(z.string().min(1, 'missing').max(longest.name, 'long')),
  email: oneLine.pipe(
    z
      .string()
      .min(1, 'missing')
      .max(longest.email, 'long')
      // What every server accepts: one @, no space, a dot in the domain. Delivery is the real test.
      .regex(/^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]+$/, 'shape'),
  ),
  phone: oneLine.pipe(
    z
      .string()
      .max(longest.phone, 'shape')
      .regex(/^$|^[+(]?[\d\s().+x#-]{7,}$/i, 'shape'),
  ),
  statement: manyLines.pipe(
    z.string().min(1, 'missing').max(longest.statement, 'huge').refine(fitsInWords, 'long'),
  ),
  samples: manyLines.transform((text, context) => {
    const lines = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    if (lines.length > workSampleLimit) context.addIssue({ code: 'custom', message: 'count' });
    return lines.map((line) => {
      const url = webAddress(line);
      if (!url) context.addIssue({ code: 'custom', message: `shape:${line.slice(0, 60)}` });
      return url ?? line;
    });
  }),
  heard: z.enum(heardFromChoices, 'choice'),
  correspondence: z.enum(['en', 'fr'] satisfies Lang[], 'missing'),
  consent: z.literal('yes', 'missing'),
});

const schemas = {
  required: applicationSchema,
  optional: applicationSchema.extend({
    statement: manyLines.pipe(
      z.string().max(longest.statement, 'huge').refine(fitsInWords, 'long'),
    ),
  }),
};

function fitsInWords(text: string): boolean {
  return countWords(text) <= statementWordLimit;
}

/** The address of a web page, with https:// supplied where someone left it out; null if it is none. */
function webAddress(line: string): string | null {
  const withScheme = /^[a-z][a-z0-9+.-]*:/i.test(line) ? line : `https://${line}`;
  if (line.length > longest.sample || /\s/.test(line) || !URL.canParse(withScheme)) return null;
  const url = new URL(withScheme);
  const web = url.protocol === 'https:' || url.protocol === 'http:';
  return web && url.hostname.includes('.') && !url.username ? url.href : null;
}

function problemOf(field: FieldName, message: string): FieldProblem {
  const [code, ...rest] = message.split(':');
  const key = `problem.${field}.${code}` as FieldProblemKey;
  if (!problemKeys.includes(key)) throw new Error(`No message for ${key}`);
  return rest.length > 0 ? { key, args: { value: rest.join(':') } } : { key };
}
