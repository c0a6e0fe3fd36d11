import { z } from 'zod';
import { countWords } from '#ui/words';
import type { Lang } from '#platform/i18n';
import {
  type ApplicationInput,
  type AskedQuestion,
  type HeardFrom,
  assessmentChoices,
  heardFromChoices,
  preferenceChoices,
  preferenceIds,
  statementWordLimit,
  workSampleLimit,
} from './model.ts';

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
  'problem.criterion.missing',
  'problem.text.long',
  'problem.text.huge',
  'problem.samples.count',
  'problem.samples.shape',
  'problem.resume.missing',
  'problem.document.missing',
  'problem.heard.choice',
  'problem.correspondence.missing',
  'problem.assessment.missing',
  'problem.citizenship.missing',
  'problem.veteran.missing',
  'problem.priority.missing',
  'problem.consent.missing',
] as const;

/** By question id, or `consent`. */
export type FieldProblems = Partial<Record<string, FieldProblem>>;

/**
 * Longest values, in characters. Names of 1,000 characters exist to test systems and, more
 * rarely, people; nothing is gained by refusing them.
 */
const longest = { name: 1000, email: 254, phone: 40, text: 20_000, sample: 2000 };

/** Whether all of this can be kept in a draft: far above what any answer may be. */
export function fitsDraft(fields: TypedFields): boolean {
  const sizes = Object.values(fields).map((value) => value?.length ?? 0);
  return sizes.reduce((sum, size) => sum + size, 0) <= 10 * longest.text;
}

/** How an answer is given. */
export type QuestionKind = 'line' | 'text' | 'addresses' | 'choice' | 'file';

export function kindOf({ id }: Pick<AskedQuestion, 'id'>): QuestionKind {
  if (id === 'resume' || id.startsWith('document-')) return 'file';
  if (id === 'statement' || id.startsWith('criterion-')) return 'text';
  if (id === 'samples') return 'addresses';
  return id === 'name' || id === 'email' || id === 'phone' ? 'line' : 'choice';
}

/** `required` as the form says, or nothing but a name and an address: what a program must send. */
export type Need = 'as-asked' | 'least';

/**
 * Checks the answers to some questions. Every problem is found at once; texts are trimmed and put
 * in Unicode form NFC, and otherwise kept as written (accents, any script, emoji).
 */
export function checkAnswers(
  questions: readonly AskedQuestion[],
  typed: TypedFields,
  need: Need = 'as-asked',
): { values: Record<string, string | string[]>; problems: FieldProblems } {
  const values: Record<string, string | string[]> = {};
  const problems: FieldProblems = {};
  for (const question of questions) {
    const { id } = question;
    const least = need === 'least' && id !== 'name' && id !== 'email' && id !== 'correspondence';
    const required = question.required && !least;
    const said = typed[id] ?? '';
    const parsed = schemaOf(question, required).safeParse(said === '' ? (unsaid[id] ?? '') : said);
    if (parsed.success) values[id] = parsed.data;
    else problems[id] = problemOf(question, parsed.error.issues[0]?.message ?? 'missing');
  }
  return { values, problems };
}

/** What saying nothing means. */
const unsaid: TypedFields = { heard: 'not-said' };

/** Checks all that a candidate typed, apart from files: those are checked where they arrive. */
export function parseApplication(
  questions: readonly AskedQuestion[],
  typed: TypedFields,
  need: Need = 'as-asked',
): { ok: true; input: ApplicationInput } | { ok: false; problems: FieldProblems } {
  const texts = questions.filter((question) => kindOf(question) !== 'file');
  // A program may send a statement where the form has other questions: it is not thrown away.
  if (!texts.some(({ id }) => id === 'statement')) texts.push(freeStatement);
  const { values, problems } = checkAnswers(texts, typed, need);
  if (typed['consent'] !== 'yes') problems['consent'] = { key: 'problem.consent.missing' };
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const text = (id: string): string => (values[id] ?? '') as string;
  const given = (id: string): boolean => text(id) !== '';
  const own = texts.map(({ id }) => id).filter((id) => /^(criterion-|assessment$)/.test(id));
  const preference = preferenceIds.filter(given).map((id) => [id, text(id)] as const);
  return {
    ok: true,
    input: {
      name: text('name'),
      email: text('email'),
      phone: text('phone') || null,
      statement: text('statement'),
      workSamples: (values['samples'] ?? []) as string[],
      heardFrom: text('heard') as HeardFrom,
      correspondenceLang: text('correspondence') as Lang,
      answers: Object.fromEntries(own.filter(given).map((id) => [id, text(id)])),
      preference: preference.length > 0 ? Object.fromEntries(preference) : null,
    },
  };
}

const freeStatement: AskedQuestion = {
  id: 'statement',
  label: { en: '', fr: '' },
  required: false,
  limit: { words: statementWordLimit },
};

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
const lines = {
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
};

const samples = manyLines.transform((text, context) => {
  const addresses = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (addresses.length > workSampleLimit) context.addIssue({ code: 'custom', message: 'count' });
  return addresses.map((line) => {
    const url = webAddress(line);
    if (!url) context.addIssue({ code: 'custom', message: `shape:${line.slice(0, 60)}` });
    return url ?? line;
  });
});

const choices: Readonly<Record<string, readonly string[]>> = {
  heard: heardFromChoices,
  correspondence: ['en', 'fr'] satisfies Lang[],
  assessment: assessmentChoices,
  ...preferenceChoices,
};

/** An e-mail address that could be one, as it will be written to; null where it could not. */
export function addressIn(typed: TypedFields): string | null {
  const parsed = lines.email.safeParse(typed['email'] ?? '');
  return parsed.success ? parsed.data : null;
}

function schemaOf(
  question: AskedQuestion,
  required: boolean,
): z.ZodType<string | string[], string> {
  const { id, limit } = question;
  switch (kindOf(question)) {
    case 'line':
      return lines[id as keyof typeof lines];
    case 'addresses':
      return samples;
    case 'file':
      return z.string().min(required ? 1 : 0, 'missing');
    case 'choice': {
      const known = choices[id] ?? [];
      return z
        .string()
        .refine((value) => known.includes(value) || (value === '' && !required), 'missing');
    }
    case 'text':
      return manyLines.pipe(
        z
          .string()
          .min(required ? 1 : 0, 'missing')
          .max(longest.text, 'huge')
          .refine((text) => countWords(text) <= (limit?.words ?? Infinity), 'long'),
      );
  }
}

/** The address of a web page, with https:// supplied where someone left it out; null if it is none. */
function webAddress(line: string): string | null {
  const withScheme = /^[a-z][a-z0-9+.-]*:/i.test(line) ? line : `https://${line}`;
  if (line.length > longest.sample || /\s/.test(line) || !URL.canParse(withScheme)) return null;
  const url = new URL(withScheme);
  const web = url.protocol === 'https:' || url.protocol === 'http:';
  return web && url.hostname.includes('.') && !url.username ? url.href : null;
}

function problemOf(question: AskedQuestion, message: string): FieldProblem {
  const [code, ...rest] = message.split(':');
  const key = `problem.${wordsOf(question, code ?? '')}` as FieldProblemKey;
  if (!problemKeys.includes(key)) throw new Error(`No message for ${key}`);
  return rest.length > 0 ? { key, args: { value: rest.join(':') } } : { key };
}

function wordsOf(question: AskedQuestion, code: string): string {
  const { id } = question;
  if (id === 'heard') return 'heard.choice';
  if (kindOf(question) === 'text' && code !== 'missing') return `text.${code}`;
  return `${id.startsWith('criterion-') ? 'criterion' : id.startsWith('document-') ? 'document' : id}.${code}`;
}
