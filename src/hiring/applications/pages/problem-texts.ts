import { type Lang, formatBytes } from '#platform/i18n';
import { countWords } from '#ui/words';
import { type FieldName, fieldNames } from '../forms.ts';
import { messages } from '../messages/index.ts';
import { resumeByteLimit, statementWordLimit, workSampleLimit } from '../model.ts';
import type { FormView } from './form-view.ts';

/** The sentence to show at each field that needs attention. */
export function problemTexts(
  lang: Lang,
  { problems, resumeProblem, typed }: Pick<FormView, 'problems' | 'resumeProblem' | 'typed'>,
): Partial<Record<FieldName, string>> {
  const t = messages(lang);
  const limits: Partial<Record<FieldName, Record<string, string | number>>> = {
    statement: { limit: statementWordLimit, count: countWords(typed['statement'] ?? '') },
    samples: { limit: workSampleLimit },
  };
  const texts: Partial<Record<FieldName, string>> = {};
  for (const field of fieldNames) {
    const problem = problems[field];
    if (problem) texts[field] = t(problem.key, { ...limits[field], ...problem.args });
  }
  if (resumeProblem) {
    texts.resume = t(`problem.resume.${resumeProblem.kind}`, {
      name: resumeProblem.name,
      size: formatBytes(resumeByteLimit, lang),
    });
  }
  return texts;
}
