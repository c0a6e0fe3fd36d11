import { z } from 'zod';
import { languageRequirements, levels, writtenFacts } from '#hiring/process-facts';

const localized = z.object({ en: z.string(), fr: z.string() });
const instant = z.iso.datetime().meta({ description: 'ISO 8601, in UTC' });

/** A profile as it is read: always for both languages. */
const seat = z.object({
  count: z.int(),
  language: z.object({
    requirement: z.enum(languageRequirements),
    imperative: z.boolean().optional(),
    profile: z.object({ english: levels, french: levels }).optional(),
  }),
});

/** The structured facts of a process: as authors write them, their dates made instants. */
export const facts = writtenFacts
  .omit({ opens: true, closes: true, seats: true, timeZone: true })
  .extend({
    seats: z.array(seat).optional(),
    opensAt: instant.nullable(),
    closesAt: instant.nullable(),
    timeZone: z.string().nullable().meta({ description: 'IANA zone in which dates are said' }),
  })
  .meta({ id: 'ProcessFacts' });

export const posting = z
  .object({
    id: z.uuid(),
    translationKey: z.string(),
    state: z.enum(['open', 'closing-soon', 'evergreen', 'closed']),
    title: localized,
    description: localized.meta({ description: 'Empty where the author gave none' }),
    bodyHtml: localized.meta({ description: 'Safe HTML; headings begin at level 2' }),
    url: localized,
    applyUrl: localized.nullable().meta({ description: 'Null where it takes no applications' }),
    leverId: z.object({ en: z.uuid().nullable(), fr: z.uuid().nullable() }),
    version: z
      .string()
      .meta({ description: 'SHA-256 of the advertised texts; changes with every edit' }),
    updatedAt: instant,
    facts: facts.nullable(),
  })
  .meta({ id: 'Posting', description: 'A posting, in both official languages' });

export const postingList = z
  .object({
    data: z.array(posting),
    nextCursor: z.string().nullable().meta({ description: 'Null on the last page' }),
  })
  .meta({ id: 'PostingList' });

export const problem = z
  .object({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z
      .array(z.object({ parameter: z.string(), message: z.string() }))
      .optional()
      .meta({ description: 'One for each parameter that cannot be used' }),
  })
  .meta({ id: 'Problem', description: 'RFC 9457, in the language asked for' });

/** Postings in one answer: without `limit`, and at most. */
const limits = { usual: 50, most: 100 };

export const lang = z.enum(['en', 'fr']).optional().meta({
  description: 'Language of what is said of problems; Accept-Language counts where it is absent',
});

export const listQuery = z.object({
  state: z.enum(['open', 'closed', 'all']).default('open'),
  limit: z.coerce.number().int().min(1).max(limits.most).default(limits.usual),
  cursor: z.base64url().optional().meta({ description: 'The nextCursor of the answer before' }),
  lang,
});

export type PostingAnswer = z.output<typeof posting>;
export type PostingListAnswer = z.output<typeof postingList>;
export type ProblemAnswer = z.output<typeof problem>;
