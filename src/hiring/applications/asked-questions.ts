import type { Criterion, ProcessFacts } from '#hiring/process-facts';
import { type Lang, inBoth, langs } from '#platform/i18n';
import { messages } from './messages/index.ts';
import {
  type AskedQuestion,
  type FormStep,
  assessmentChoices,
  criterionWordLimit,
  heardFromChoices,
  preferenceChoices,
  preferenceIds,
  resumeByteLimit,
  statementWordLimit,
  workSampleLimit,
} from './model.ts';

const label = inBoth(messages);

type Facts = Pick<ProcessFacts, 'application' | 'criteria' | 'areaOfSelection'>;
type Key = Parameters<ReturnType<typeof messages>>[0];

/**
 * The steps of applying to a process, in order: pure data, from its facts alone. Without an
 * `application` block it asks what it always asked: contact, statement, documents, languages.
 */
export function formOf(facts: Facts | null): FormStep[] {
  const asked = facts?.application;
  const steps: FormStep[] = [
    { id: 'contact', kind: 'contact', questions: contactQuestions() },
    ...statementStep(asked?.statement),
    ...criterionQuestions(facts).map((question): FormStep => ({
      id: question.id,
      kind: 'criterion',
      questions: [question],
    })),
    { id: 'documents', kind: 'documents', questions: documentQuestions(asked?.documents ?? []) },
    {
      id: 'languages',
      kind: 'languages',
      questions: languageQuestions(asked?.languageOfAssessment ?? false),
    },
  ];
  if (asked?.orderOfPreference && facts?.areaOfSelection?.kind === 'external') {
    steps.push({
      id: 'preference',
      kind: 'preference',
      questions: preferenceIds.map((id) => plain(id, true)),
    });
  }
  return steps;
}

/** The form's questions as they stand now, in both languages, to keep with an application. */
export function askedQuestions(facts: Facts | null): AskedQuestion[] {
  return formOf(facts).flatMap(({ questions }) => questions);
}

function plain(id: string, required: boolean, limit?: AskedQuestion['limit']): AskedQuestion {
  return { id, label: label(`field.${id}` as Key), required, ...(limit && { limit }) };
}

function contactQuestions(): AskedQuestion[] {
  return [plain('name', true), plain('email', true), plain('phone', false)];
}

function statementStep(asked: NonNullable<Facts['application']>['statement']): FormStep[] {
  if (asked?.asked === false) return [];
  const question: AskedQuestion = {
    ...plain('statement', true, { words: asked?.wordLimit ?? statementWordLimit }),
    ...(asked?.label && { label: asked.label }),
    ...(asked?.guidance && { guidance: asked.guidance }),
  };
  return [{ id: 'statement', kind: 'statement', questions: [question] }];
}

/** In the order of the criteria, whatever the order of the questions. */
function criterionQuestions(facts: Facts | null): AskedQuestion[] {
  const { questions = [], eachEssential = false } = facts?.application ?? {};
  const own = new Map(questions.map((question) => [question.criterion, question]));
  return (facts?.criteria ?? []).flatMap((criterion) => {
    const words = own.get(criterion.id);
    if (!words && !(eachEssential && criterion.kind === 'essential')) return [];
    return [criterionQuestion(criterion, words)];
  });
}

function criterionQuestion(
  { id, kind, text }: Criterion,
  own: NonNullable<NonNullable<Facts['application']>['questions']>[number] | undefined,
): AskedQuestion {
  return {
    id: `criterion-${id}`,
    label: own?.label ?? text,
    ...(own?.label && { about: text }),
    ...(own?.guidance && { guidance: own.guidance }),
    criterion: id,
    // Nobody meets every line of a posting: an asset may be left unanswered.
    required: kind === 'essential',
    limit: { words: own?.wordLimit ?? criterionWordLimit },
  };
}

function documentQuestions(
  documents: NonNullable<NonNullable<Facts['application']>['documents']>,
): AskedQuestion[] {
  const limit = { bytes: resumeByteLimit };
  return [
    plain('resume', true, limit),
    ...documents.map(({ id, label: name, guidance, required }) => ({
      id: `document-${id}`,
      label: name,
      ...(guidance && { guidance }),
      required,
      limit,
    })),
    plain('samples', false, { items: workSampleLimit }),
  ];
}

function languageQuestions(ofAssessment: boolean): AskedQuestion[] {
  return [
    plain('correspondence', true),
    ...(ofAssessment ? [plain('assessment', true)] : []),
    plain('heard', false),
  ];
}

/** A choice of a question: its code, and the words that stand for it on the form. */
export type AnswerChoice = { value: string; text: string };

/** The choices of the questions that have some, by question id, in a language. */
export function answerChoices(lang: Lang): Readonly<Record<string, AnswerChoice[]>> {
  const t = messages(lang);
  const choices = (id: string, values: readonly string[]): AnswerChoice[] =>
    values.map((value) => ({ value, text: t(`${id}.${value}` as Key) }));
  return {
    correspondence: choices('field.correspondence', langs),
    assessment: choices('field.assessment', assessmentChoices),
    heard: heardFromChoices.map((value) => ({ value, text: t(`heard.${value}`) })),
    citizenship: choices('field.citizenship', preferenceChoices.citizenship),
    veteran: choices('field.veteran', preferenceChoices.veteran),
    priority: choices('field.priority', preferenceChoices.priority),
  };
}
