import { z } from 'zod';
import { type Lang, preferredLang } from '#platform/i18n';
import { heardFrom } from './heard-from.ts';

/** Fields of the API's own: the other questions are custom questions here. */
const ownFields = new Set(['name', 'email', 'phone', 'resume']);

/**
 * The form's questions that are custom questions here. The API takes one file, the résumé; a
 * statement may always come along.
 */
export function customQuestionIds(questions: readonly { id: string }[]): string[] {
  const ids = questions
    .map(({ id }) => id)
    .filter((id) => !ownFields.has(id) && !id.startsWith('document-'));
  return ids.includes('statement') ? ids : ['statement', ...ids];
}

/** What is wrong with a field before its content is looked at. */
export type FieldFault = {
  field: string;
  code: 'type' | 'urls' | 'questions' | 'unknown-question' | 'consent' | 'resume-as-text';
  /** The id of a question that there is none of. */
  id?: string;
};

/** An application by Lever's fields, in the words of our form. */
export type ApplyFields = {
  /** Texts as our form would send them. */
  typed: Record<string, string>;
  silent: boolean;
  /** Id of the policy that the candidate agreed to, as the sender names it. */
  policy: string | null;
  faults: FieldFault[];
};

const text = z
  .union([z.string(), z.number(), z.boolean()])
  .transform(String)
  .nullish()
  .transform((value) => value ?? '');

const flag = z
  .union([z.boolean(), z.string()])
  .transform((value) => /^(true|1|on|yes)$/i.test(String(value)));
const consent = z.union([
  flag.transform((provided) => ({ provided, compliancePolicyId: null })),
  z.object({ provided: flag, compliancePolicyId: z.string().max(200).nullish() }),
]);

const answers = z.union([
  z.record(z.string(), z.unknown()),
  z
    .array(
      z.union([
        z.object({ id: z.string(), fields: z.array(z.object({ value: z.unknown() })) }),
        z.object({ id: z.string(), value: z.unknown() }),
      ]),
    )
    .transform((list) =>
      Object.fromEntries(
        list.map((answer) => [
          answer.id,
          'fields' in answer ? answer.fields.map(({ value }) => value) : answer.value,
        ]),
      ),
    ),
]);

/**
 * Reads the fields of an application as Lever names them. What Tandem does not need (org, ip,
 * userAgent, referer, timezone, opportunityLocation, consent.marketing) is not read at all.
 * `postingLang` null: the id stands for both languages, so the candidate's own decides.
 */
export function readApplyFields(
  fields: Readonly<Record<string, unknown>>,
  {
    questionIds,
    postingLang,
    acceptLanguage,
  }: {
    /** Of the posting's custom questions. */
    questionIds: readonly string[];
    postingLang: Lang | null;
    acceptLanguage: string | undefined;
  },
): ApplyFields {
  const faults: FieldFault[] = [];
  const read = <T>(
    field: string,
    schema: z.ZodType<T>,
    code: FieldFault['code'],
    fallback: T,
  ): T => {
    const parsed = schema.safeParse(fields[field]);
    if (parsed.success) return parsed.data;
    faults.push({ field, code });
    return fallback;
  };
  const word = (field: string): string => read(field, text, 'type', '');

  const comments = word('comments');
  const source = word('source');
  const spoken = word('acceptLanguage').slice(0, 256) || acceptLanguage;
  const urls = read('urls', z.record(z.string(), text).nullish(), 'urls', {});
  const custom = readAnswers(fields['customQuestions'], questionIds, faults);
  const stored = readConsent(fields['consent'], faults);
  if (typeof fields['resume'] === 'string' && fields['resume'] !== '') {
    faults.push({ field: 'resume', code: 'resume-as-text' });
  }
  const silent = flag.safeParse(fields['silent']);
  return {
    typed: {
      // Answers to the process's own questions go by their ids.
      ...custom,
      name: word('name'),
      email: word('email'),
      phone: word('phone'),
      statement: [custom['statement'], comments].filter(Boolean).join('\n\n'),
      samples: [...Object.values(urls ?? {}), custom['samples']].filter(Boolean).join('\n'),
      heard: custom['heard'] ?? heardFrom(source),
      correspondence: custom['correspondence'] ?? postingLang ?? preferredLang(spoken) ?? 'en',
      // Whoever holds a key shows the candidate a notice; what they agreed to is written down.
      consent: 'yes',
    },
    silent: silent.success && silent.data,
    policy: stored,
    faults,
  };
}

function readAnswers(
  value: unknown,
  questionIds: readonly string[],
  faults: FieldFault[],
): Record<string, string> {
  const read: Record<string, string> = {};
  if (value === undefined || value === null || value === '') return read;
  const parsed = answers.safeParse(value);
  if (!parsed.success) {
    faults.push({ field: 'customQuestions', code: 'questions' });
    return read;
  }
  for (const [id, answer] of Object.entries(parsed.data)) {
    const field = `customQuestions[${id}]`;
    const parts = z.array(text).safeParse(Array.isArray(answer) ? answer : [answer]);
    if (!questionIds.includes(id)) faults.push({ field, code: 'unknown-question', id });
    else if (!parts.success) faults.push({ field, code: 'type' });
    else if (parts.data.some(Boolean)) read[id] = parts.data.filter(Boolean).join('\n');
  }
  return read;
}

/** Only the consent to storing matters: without an application there is nothing else to agree to. */
function readConsent(value: unknown, faults: FieldFault[]): string | null {
  const store = (value as { store?: unknown } | null | undefined)?.store;
  if (store === undefined || store === null || store === '') return null;
  const parsed = consent.safeParse(store);
  if (parsed.success && parsed.data.provided) return parsed.data.compliancePolicyId ?? '';
  faults.push({ field: 'consent[store]', code: 'consent' });
  return null;
}
