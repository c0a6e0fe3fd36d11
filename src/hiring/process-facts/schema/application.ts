import { z } from 'zod';
import { id, localized, localizedText } from './words.ts';

const wordLimit = z.int().min(20).max(2000).optional();

/** A question of its own for a criterion; its words are the criterion's where `label` is absent. */
const question = z.object({
  criterion: id,
  label: localized.optional(),
  guidance: localizedText.optional(),
  wordLimit,
});

/** A document asked for beside the résumé. */
const document = z.object({
  id,
  label: localized,
  guidance: localizedText.optional(),
  required: z.boolean().default(false),
});

/** What the application form asks, beyond how to reach the person and their résumé. */
export const application = z
  .object({
    statement: z
      .object({
        asked: z.boolean().default(true),
        label: localized.optional(),
        guidance: localizedText.optional(),
        wordLimit,
      })
      .optional(),
    /** Each essential criterion has a question of its own; else only those under `questions`. */
    eachEssential: z.boolean().default(false),
    questions: z.array(question).max(100).optional(),
    documents: z.array(document).max(5).optional(),
    languageOfAssessment: z.boolean().default(false),
    /** Citizenship, veterans and priorities: for the order of preference of PSEA s.39. */
    orderOfPreference: z.boolean().default(false),
  })
  .superRefine(({ questions = [], documents = [] }, context) => {
    const twice = (list: string, field: string, ids: readonly string[]): void => {
      for (const [index, one] of ids.entries()) {
        if (ids.indexOf(one) === index && one !== 'resume') continue;
        const path = [list, index, field];
        context.addIssue({ code: 'custom', path, params: { rule: 'duplicate-id' } });
      }
    };
    const asked = questions.map(({ criterion }) => criterion);
    twice('questions', 'criterion', asked);
    twice(
      'documents',
      'id',
      documents.map((one) => one.id),
    );
  });
