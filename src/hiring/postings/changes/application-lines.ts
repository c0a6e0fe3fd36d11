import type { ProcessFacts } from '#hiring/process-facts';
import type { Words } from '../messages.ts';

type Line = readonly [string, string | null | undefined];

/** What the application form asks, one line for each thing that can change by itself. */
export function applicationLines({ application, criteria = [] }: ProcessFacts, t: Words): Line[] {
  if (!application) return [];
  const { statement, questions = [], documents = [], eachEssential } = application;
  const { languageOfAssessment, orderOfPreference } = application;
  const textOf = (id: string): string => criteria.find((one) => one.id === id)?.text[t.lang] ?? id;
  const guided = (words: string, guidance: { en: string; fr: string } | undefined): string =>
    [words, guidance?.[t.lang]].filter(Boolean).join(' ');
  return [
    ['statement', statement?.asked === false ? t('changes.form.noStatement') : null],
    [
      'statement-words',
      statement?.asked && statement.label
        ? guided(
            t('changes.form.statement', {
              label: statement.label[t.lang],
              limit: statement.wordLimit ?? 0,
            }),
            statement.guidance,
          )
        : null,
    ],
    ['essential', eachEssential ? t('changes.form.essential') : null],
    ...questions.map(({ criterion, label, guidance, wordLimit }): Line => {
      const asked = label?.[t.lang] ?? textOf(criterion);
      const words = t('changes.form.question', { label: asked, limit: wordLimit ?? 0 });
      return [`question ${criterion}`, guided(words, guidance)];
    }),
    ...documents.map(({ id, label, guidance, required }): Line => {
      const words = t(required ? 'changes.form.document' : 'changes.form.documentOptional', {
        label: label[t.lang],
      });
      return [`document ${id}`, guided(words, guidance)];
    }),
    ['assessment', languageOfAssessment ? t('changes.form.assessment') : null],
    ['preference', orderOfPreference ? t('changes.form.preference') : null],
  ];
}
