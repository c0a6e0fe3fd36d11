import { z } from 'zod';
import { dateFormat } from '#platform/i18n';
import { instantOf } from './rules/instant.ts';

/**
 * Structured facts of a process: what the page, the filters and JobPosting need to know exactly.
 * They stand in the front matter under `process:` or in `process/<translationKey>.yml`, and are the
 * same for both languages; words that differ are given as `{ en, fr }`.
 */

const words = z.string().trim().min(1).max(500);
const localized = z.object({ en: words, fr: words });

/** Second-language levels: A beginner, B intermediate, C advanced, E exempt, P specialized. */
const proficiency = z.enum(['A', 'B', 'C', 'E', 'P']);

const provinces = [
  'AB', 'BC', 'MB', 'NB', 'NL', 'NS', 'NT', 'NU', 'ON', 'PE', 'QC', 'SK', 'YT',
] as const; // prettier-ignore

const seat = z.object({
  count: z.int().min(1).max(999).default(1),
  language: z.object({
    requirement: z.enum(['english', 'french', 'either', 'bilingual']),
    /** Bilingual seats: whether the person must be bilingual when appointed. */
    imperative: z.boolean().optional(),
    profile: z.object({ reading: proficiency, writing: proficiency, oral: proficiency }).optional(),
  }),
});

const when = z.string().trim();

const written = z.object({
  unit: localized.optional(),
  classification: z
    .object({
      group: z.string().regex(/^[A-Z]{2,4}$/),
      level: z.coerce.number().int().min(0).max(99),
    })
    .optional(),
  /** Whole amounts of money per period. */
  pay: z
    .object({
      min: z.number().positive(),
      max: z.number().positive(),
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/)
        .default('CAD'),
      period: z.enum(['year', 'month', 'week', 'day', 'hour']).default('year'),
    })
    .refine((pay) => pay.min <= pay.max, { params: { rule: 'min-above-max' } })
    .optional(),
  tenure: z
    .object({
      kind: z.enum(['indeterminate', 'term', 'casual', 'student', 'secondment']),
      months: z.int().min(1).max(120).optional(),
    })
    .optional(),
  seats: z.array(seat).min(1).max(50).optional(),
  workMode: z.enum(['remote', 'hybrid', 'onsite']).optional(),
  locations: z
    .array(z.object({ city: localized, province: z.enum(provinces) }))
    .min(1)
    .max(50)
    .optional(),
  travel: localized.optional(),
  opens: when.optional(),
  closes: when.optional(),
  /** IANA zone in which the dates are written and shown. */
  timeZone: z.string().optional(),
  /** Never closes by itself. */
  evergreen: z.boolean().default(false),
  whoCanApply: localized.optional(),
});

/** The schema of `process:`. Issues of its own carry `params.rule`: see `loader/facts.ts`. */
export const processFactsSchema = written.transform((facts, context) => {
  const { opens, closes, timeZone, ...rest } = facts;
  const complain = (field: string, rule: string): void => {
    context.addIssue({ code: 'custom', path: [field], params: { rule } });
  };
  const zoneKnown = timeZone !== undefined && isTimeZone(timeZone);
  if (timeZone !== undefined && !zoneKnown) complain('timeZone', 'unknown-time-zone');
  if (timeZone === undefined && (opens !== undefined || closes !== undefined)) {
    complain('timeZone', 'time-zone-missing');
  }
  const read = (field: 'opens' | 'closes', text: string | undefined): Date | null => {
    if (text === undefined || !zoneKnown) return null;
    const instant = instantOf(text, timeZone);
    if (!instant) complain(field, 'not-an-instant');
    return instant;
  };
  const opensAt = read('opens', opens);
  const closesAt = read('closes', closes);
  if (opensAt && closesAt && opensAt >= closesAt) complain('closes', 'closes-before-opens');
  if (facts.evergreen && closes !== undefined) complain('evergreen', 'evergreen-closes');
  return { ...rest, opensAt, closesAt, timeZone: timeZone ?? null };
});

export type ProcessFacts = z.output<typeof processFactsSchema>;
export type Seat = NonNullable<ProcessFacts['seats']>[number];
export type Province = (typeof provinces)[number];

/** Offsets such as "-05:00" are accepted by `Intl` but have no name to show. */
function isTimeZone(name: string): boolean {
  try {
    const { timeZone } = dateFormat('en-CA', { timeZone: name }).resolvedOptions();
    return /^[A-Za-z]/.test(timeZone);
  } catch {
    return false;
  }
}
