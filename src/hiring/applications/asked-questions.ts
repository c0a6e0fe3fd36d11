import { type Lang, langs } from '#platform/i18n';
import { messages } from './messages/index.ts';
import {
  type AskedQuestion,
  heardFromChoices,
  resumeByteLimit,
  statementWordLimit,
  workSampleLimit,
} from './model.ts';

/** The form's questions as they stand now, in both languages, to keep with an application. */
export function askedQuestions(): AskedQuestion[] {
  const label = (key: Parameters<ReturnType<typeof messages>>[0]): AskedQuestion['label'] => ({
    en: messages('en')(key),
    fr: messages('fr')(key),
  });
  return [
    { id: 'name', label: label('field.name'), required: true },
    { id: 'email', label: label('field.email'), required: true },
    { id: 'phone', label: label('field.phone'), required: false },
    {
      id: 'resume',
      label: label('field.resume'),
      required: true,
      limit: { bytes: resumeByteLimit },
    },
    {
      id: 'statement',
      label: label('field.statement'),
      required: true,
      limit: { words: statementWordLimit },
    },
    {
      id: 'samples',
      label: label('field.samples'),
      required: false,
      limit: { items: workSampleLimit },
    },
    { id: 'correspondence', label: label('field.correspondence'), required: true },
    { id: 'heard', label: label('field.heard'), required: false },
  ];
}

/** A choice of a question: its code, and the words that stand for it on the form. */
export type AnswerChoice = { value: string; text: string };

/** The choices of the questions that have some, by question id, in a language. */
export function answerChoices(lang: Lang): Readonly<Record<string, AnswerChoice[]>> {
  const t = messages(lang);
  return {
    correspondence: langs.map((value) => ({ value, text: t(`field.correspondence.${value}`) })),
    heard: heardFromChoices.map((value) => ({ value, text: t(`heard.${value}`) })),
  };
}
