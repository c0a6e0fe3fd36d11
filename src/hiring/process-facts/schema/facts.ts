import { z } from 'zod';
import { application } from './application.ts';
import { instantOf } from './instant.ts';
import { criteria, notices } from './merit.ts';
import { location, workMode } from './place.ts';
import { pool } from './pool.ts';
import {
  classification, occupation, pay, security, supervision, tenure, workingTime,
} from './position.ts'; // prettier-ignore
import { seat } from './seats.ts';
import { isTimeZone } from './time-zone.ts';
import { areaOfSelection, contacts } from './who.ts';
import { localized } from './words.ts';

const when = z.string().trim();

/**
 * Structured facts of a process: what the page, the filters, the form, the score sheet and
 * JobPosting need to know exactly. They stand in the front matter under `process:` or in
 * `process/<translationKey>.yml`, and are the same for both languages; words that differ are given
 * as `{ en, fr }`. Every field may be absent. What each means is in `messages/` (`field.*`).
 */
export const writtenFacts = z.object({
  processNumber: z.string().trim().min(1).max(60).optional(),
  organization: localized.optional(),
  unit: localized.optional(),
  reportsTo: localized.optional(),
  classification: classification.optional(),
  pay: pay.optional(),
  tenure: tenure.optional(),
  workingTime: workingTime.optional(),
  seats: z.array(seat).min(1).max(50).optional(),
  supervision: supervision.optional(),
  security: security.optional(),
  workMode: workMode.optional(),
  locations: z.array(location).min(1).max(50).optional(),
  anywhereInCanada: z.boolean().optional(),
  bilingualRegion: z.boolean().optional(),
  travel: localized.optional(),
  opens: when.optional(),
  closes: when.optional(),
  timeZone: z.string().optional(),
  evergreen: z.boolean().default(false),
  whoCanApply: localized.optional(),
  areaOfSelection: areaOfSelection.optional(),
  criteria: criteria.optional(),
  notices: notices.optional(),
  application: application.optional(),
  pool: pool.optional(),
  contacts: contacts.optional(),
  occupation: occupation.optional(),
  industry: localized.optional(),
});

/** Reads what is written. Issues of its own carry `params.rule`: see `fact-rule.ts`. */
export const processFactsSchema = writtenFacts.transform((facts, context) => {
  const { opens, closes, timeZone, ...rest } = facts;
  const complain = (field: string, rule: string, ...below: (string | number)[]): void => {
    context.addIssue({ code: 'custom', path: [field, ...below], params: { rule } });
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
  const { application: form } = facts;
  const known = new Set(facts.criteria?.map(({ id }) => id));
  for (const [index, { criterion }] of (form?.questions ?? []).entries()) {
    if (known.has(criterion)) continue;
    complain('application', 'unknown-criterion', 'questions', index, 'criterion');
  }
  if (form?.orderOfPreference && facts.areaOfSelection?.kind !== 'external') {
    complain('application', 'preference-not-external', 'orderOfPreference');
  }
  return { ...rest, opensAt, closesAt, timeZone: timeZone ?? null };
});

export type ProcessFacts = z.output<typeof processFactsSchema>;
export type Seat = NonNullable<ProcessFacts['seats']>[number];
export type Criterion = NonNullable<ProcessFacts['criteria']>[number];
export type ApplicationFacts = NonNullable<ProcessFacts['application']>;
export type PolicyNotice = NonNullable<ProcessFacts['notices']>[number];
