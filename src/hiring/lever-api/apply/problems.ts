import { type AnswersOutcome, type AskedQuestion, problemTexts } from '#hiring/applications';
import type { Lang } from '#platform/i18n';
import { messages } from '../messages/index.ts';
import type { ApplyProblem } from '../model.ts';
import type { FieldFault } from '../rules/apply-fields.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Where the question schema of a posting is, under its own address. */
const schemaPath = '…/apply';

/** The sentences for fields that could not be read at all. */
export function faultProblems(lang: Lang, faults: readonly FieldFault[]): ApplyProblem[] {
  const t = messages(lang);
  return faults.map(({ field, code, id = '' }) => ({
    field,
    code,
    message: t(`problem.${code}`, {
      field,
      id,
      path: schemaPath,
      example:
        code === 'urls'
          ? '{"GitHub": "https://…"}'
          : '[{"id": "statement", "fields": [{"value": "…"}]}]',
    }),
  }));
}

/** The sentences for content that our form would refuse too, at the fields that the sender filled. */
export function inputProblems(
  lang: Lang,
  fields: Fields,
  refused: Extract<AnswersOutcome, { kind: 'problems' }> & {
    questions: readonly AskedQuestion[];
    typed: Readonly<Record<string, string>>;
  },
): ApplyProblem[] {
  const { problems, resumeProblem, questions, typed } = refused;
  const fileProblems = resumeProblem ? { resume: resumeProblem } : {};
  const texts = problemTexts(lang, questions, { problems, typed, fileProblems });
  return Object.entries(texts).map(([name, message = '']) => ({
    field: fieldOf(name, fields),
    code: codeOf(problems[name]?.key) ?? resumeProblem?.kind ?? name,
    message,
  }));
}

/** Lever's name of a field of our form. */
function fieldOf(name: string, fields: Fields): string {
  switch (name) {
    case 'statement':
      return fields['comments'] ? 'comments' : 'customQuestions[statement]';
    case 'samples':
      return fields['urls'] ? 'urls' : 'customQuestions[samples]';
    case 'name':
    case 'email':
    case 'phone':
    case 'resume':
    case 'consent':
      return name;
    default:
      return `customQuestions[${name}]`;
  }
}

/** "problem.email.shape": "shape". */
function codeOf(key: string | undefined): string | null {
  return key?.split('.').at(-1) ?? null;
}
