import { z } from 'zod';

/** Second-language levels: A beginner, B intermediate, C advanced, E exempt, P specialized. */
const proficiency = z.enum(['A', 'B', 'C', 'E', 'P']);

const skills = ['reading', 'writing', 'oral'] as const;

export const levels = z.object({ reading: proficiency, writing: proficiency, oral: proficiency });

export type Levels = z.output<typeof levels>;

/**
 * A language profile: the levels in the second official language, which is English for some and
 * French for others. Written once where they are the same for both, else under `english` and
 * `french`. Read, it always has both: what "CBC/BBB" says, English first.
 */
export const profile = levels
  .partial()
  .extend({ english: levels.optional(), french: levels.optional() })
  // For the JSON Schema: `complain` below says it to the loader, with the exact place.
  .meta({ anyOf: [{ required: [...skills] }, { required: ['english', 'french'] }] })
  .transform(({ english, french, ...both }, context) => {
    const complain = (field: string, rule: string): void => {
      context.addIssue({ code: 'custom', path: [field], params: { rule } });
    };
    const split = english !== undefined || french !== undefined;
    if (split && skills.some((skill) => both[skill] !== undefined)) {
      complain(english ? 'english' : 'french', 'profile-twice');
    }
    if (split) {
      if (!english) complain('english', 'missing');
      if (!french) complain('french', 'missing');
    } else {
      for (const skill of skills) if (both[skill] === undefined) complain(skill, 'missing');
    }
    const same = both as Levels;
    return { english: english ?? same, french: french ?? same };
  });

export const languageRequirements = [
  'english',
  'french',
  'either',
  'bilingual',
  'bilingual-preferred',
] as const;

/** Positions that are alike, with their language requirement. */
export const seat = z.object({
  count: z.int().min(1).max(999).default(1),
  language: z.object({
    requirement: z.enum(languageRequirements),
    /** Bilingual seats: whether the person must be bilingual when appointed. */
    imperative: z.boolean().optional(),
    profile: profile.optional(),
  }),
});

/** "CBC/BBB": reading, writing, oral; the levels for English first, then for French. */
export function profileLetters({ english, french }: Profile): string {
  const letters = ({ reading, writing, oral }: Levels): string => reading + writing + oral;
  return `${letters(english)}/${letters(french)}`;
}

export type Profile = z.output<typeof profile>;
