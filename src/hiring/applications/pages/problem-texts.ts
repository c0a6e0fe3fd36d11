import { type Lang, formatBytes } from '#platform/i18n';
import { countWords } from '#ui/words';
import type { FieldProblems, TypedFields } from '../forms.ts';
import { messages } from '../messages/index.ts';
import { type AskedQuestion, resumeByteLimit, workSampleLimit } from '../model.ts';
import type { ResumeProblem } from './file-problem.ts';

/** The sentence to show at each field that needs attention, in the order of the questions. */
export function problemTexts(
  lang: Lang,
  questions: readonly AskedQuestion[],
  found: {
    problems: FieldProblems;
    typed: TypedFields;
    fileProblems?: Readonly<Record<string, ResumeProblem>>;
  },
): Partial<Record<string, string>> {
  const t = messages(lang);
  const { problems, typed, fileProblems = {} } = found;
  const texts: Partial<Record<string, string>> = {};
  for (const id of new Set([...questions.map((one) => one.id), ...Object.keys(problems)])) {
    const question = questions.find((one) => one.id === id);
    const problem = problems[id];
    const file = fileProblems[id];
    if (file) {
      const size = formatBytes(resumeByteLimit, lang);
      const missing = id === 'resume' ? 'problem.resume.missing' : 'problem.document.missing';
      const key = file.kind === 'missing' ? missing : (`problem.resume.${file.kind}` as const);
      texts[id] = t(key, { name: file.name, size, document: question?.label[lang] ?? '' });
    } else if (problem) {
      texts[id] = t(problem.key, {
        limit: id === 'samples' ? workSampleLimit : (question?.limit?.words ?? 0),
        count: countWords(typed[id] ?? ''),
        document: question?.label[lang] ?? '',
        ...problem.args,
      });
    }
  }
  return texts;
}
