import { z } from 'zod';
import { isTimeZone } from '../schema/time-zone.ts';
import { idPattern } from '../schema/words.ts';
import { lawRuleIds } from './ids.ts';

const severities = ['error', 'warning', 'info', 'off'] as const;

/**
 * What an organization may decide about the rules. Everything that was not read in a source has its
 * value here, so that a ruling changes a setting and not the program.
 */
export const lawSettingsSchema = z.strictObject({
  /** Severity of a rule in place of its own; `off` where it is not to be asked. */
  rules: z.partialRecord(z.enum(lawRuleIds), z.enum(severities)).default({}),
  /** Hours of business days for which a process open to the public stays open. */
  externalMinimumHours: z.number().min(0).max(2000).default(24),
  /** Days that are not business days, besides Saturdays and Sundays. */
  holidays: z.array(z.iso.date()).default([]),
  /** Usual time of closing (24 h), and the zone in which it is read. */
  closingTime: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .default('23:59'),
  closingTimeZone: z.string().refine(isTimeZone).default('America/Vancouver'),
  /** Regions that are bilingual for the language of work: whole provinces, and cities. */
  bilingualProvinces: z.array(z.string()).default(['NB']),
  bilingualCities: z
    .array(z.string())
    .default(['Ottawa', 'Gatineau', 'Montréal', 'Montreal', 'Sudbury', 'Sherbrooke']),
  /** Groups that are no longer used, and what replaced them. */
  replacedGroups: z.record(z.string(), z.string()).default({ CS: 'IT' }),
  /** Months after which a term in the same organization becomes indeterminate. */
  termConversionMonths: z.int().min(1).max(120).default(36),
  /** More positions than this are probably a slip. */
  mostSeats: z.int().min(1).max(9999).default(50),
  /** Id of the policy notice that states the order of preference. */
  preferenceNotice: z.string().regex(idPattern).default('order-of-preference'),
  /** Kinds of tenure for which an area of selection that is not national is usual. */
  localTenures: z.array(z.string()).default(['student', 'casual']),
});

export type LawSettings = z.output<typeof lawSettingsSchema>;

export const defaultLawSettings: LawSettings = lawSettingsSchema.parse({});
