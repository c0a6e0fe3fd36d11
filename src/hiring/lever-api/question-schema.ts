import { type AskedQuestion, answerChoices, askedQuestions } from '#hiring/applications';
import { messages } from './messages/index.ts';
import type { LeverPosting } from './model.ts';
import { customQuestionIds } from './rules/apply-fields.ts';

type Field = {
  type: 'text' | 'textarea' | 'dropdown' | 'file';
  text: string;
  required: boolean;
  limit?: AskedQuestion['limit'];
  options?: { value: string; text: string }[];
};

/** The form of a posting as data, in the language of the posting. */
export type QuestionSchema = {
  id: string;
  text: string;
  personalInformation: ({ name: string } & Field)[];
  urls: { name: string; text: string; required: boolean; limit?: AskedQuestion['limit'] }[];
  customQuestions: { id: string; type: 'question'; text: string; fields: Field[] }[];
};

const personal = { name: 'text', email: 'text', phone: 'text', resume: 'file' } as const;

/**
 * What an application may hold, so that another site can build its own form: the parts of Lever's
 * v1, filled with the questions of our form. Only `name` and `email` are required of a program; the
 * rest says what our own form requires of people.
 */
export function questionSchema(
  { id, text, lang }: LeverPosting,
  facts: Parameters<typeof askedQuestions>[0],
): QuestionSchema {
  const questions = askedQuestions(facts);
  const custom = customQuestionIds(questions);
  const choices = answerChoices(lang);
  const field = (question: AskedQuestion, type: Field['type']): Field => ({
    type,
    text: question.label[lang],
    required: question.required,
    ...(question.limit && { limit: question.limit }),
    ...(choices[question.id] && { options: choices[question.id] }),
  });
  const samples = questions.find((question) => question.id === 'samples');
  return {
    id,
    text,
    personalInformation: questions.flatMap((question) => {
      const type = personal[question.id as keyof typeof personal];
      return type ? [{ name: question.id, ...field(question, type) }] : [];
    }),
    urls: [
      {
        name: messages(lang)('question.links'),
        text: samples?.label[lang] ?? '',
        required: false,
        ...(samples?.limit && { limit: samples.limit }),
      },
    ],
    customQuestions: questions
      .filter((question) => custom.includes(question.id))
      .map((question) => ({
        id: question.id,
        type: 'question',
        text: question.label[lang],
        fields: [field(question, choices[question.id] ? 'dropdown' : 'textarea')],
      })),
  };
}
