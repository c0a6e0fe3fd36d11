import type { Problem } from '#ui/form';
import { lengthOf } from '#ui/words';
import { findingWordsLimit, resultField, whyField, wordsLimit } from '../forms.ts';
import type { Words } from '../messages/index.ts';
import type { ApplicationView } from './application-view.ts';

/** What to do about the screening form, in the order of its fields. */
export function screeningProblems(
  { criteria, screening }: Pick<ApplicationView, 'criteria' | 'screening'>,
  t: Words,
): Problem[] {
  const { problems, typed } = screening;
  const all: Problem[] = [];
  for (const [index, { id }] of criteria.entries()) {
    const of = problems.findings?.[id];
    const number = index + 1;
    if (of?.result) {
      const message = t(`problem.finding.${of.result}`, { number });
      all.push({ field: resultField(id), message });
    }
    if (of?.words) {
      const counts = { limit: findingWordsLimit, count: lengthOf(typed[whyField(id)]) };
      const message = t(`problem.finding.words.${of.words}`, { number, ...counts });
      all.push({ field: whyField(id), message });
    }
  }
  if (problems.reason) {
    all.push({ field: 'reason', message: t(`problem.reason.${problems.reason}`) });
  }
  if (problems.words) {
    const counts = { limit: wordsLimit, count: lengthOf(typed['words']) };
    all.push({ field: 'words', message: t(`problem.words.${problems.words}`, counts) });
  }
  return all;
}
