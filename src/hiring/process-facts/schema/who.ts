import { z } from 'zod';
import { id, localized } from './words.ts';

/** Area of selection (PSEA s.34): who may apply, apart from the merit criteria. */
export const areaOfSelection = z.object({
  /** External: the public. Internal: persons employed in the public service. */
  kind: z.enum(['external', 'internal']),
  geographic: z
    .object({ national: z.boolean(), words: localized.optional() })
    // An area that is not the whole country says which it is.
    .refine(({ national, words }) => national || words, {
      path: ['words'],
      params: { rule: 'missing' },
    })
    .optional(),
  organizational: localized.optional(),
  occupational: localized.optional(),
  /** Ids of the employment equity groups to which the process is limited. */
  designatedGroups: z.array(id).min(1).max(20).optional(),
  citizenship: z.enum(['any', 'citizens-and-permanent-residents', 'citizens']).optional(),
});

const contact = z.object({
  name: localized.optional(),
  email: z.email().max(254),
});

export const contacts = z.object({
  general: contact.optional(),
  accommodation: contact.optional(),
});
