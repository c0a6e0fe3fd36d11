import type { Lang, Localized } from '#platform/i18n';

/** Longest statement accepted, in words (the limit of the form this one replaces). */
export const statementWordLimit = 300;

/** Largest résumé accepted, in bytes. */
export const resumeByteLimit = 10_000_000;

/** How many work samples may be named. */
export const workSampleLimit = 5;

/** Where a candidate heard of the posting: asked to see which channels reach people. */
export const heardFromChoices = [
  'not-said',
  'this-site',
  'government-site',
  'social-network',
  'colleague-or-friend',
  'newsletter',
  'event',
  'school',
  'other',
] as const;
export type HeardFrom = (typeof heardFromChoices)[number];

/** Status of an application in its process. Transitions: see `rules.ts` of the desk. */
export const applicationStatuses = ['received', 'screened-in', 'screened-out'] as const;
export type ApplicationStatus = (typeof applicationStatuses)[number];

/** A question as it stood on the form, kept with the application so that later edits change nothing. */
export type AskedQuestion = {
  id: string;
  label: Localized;
  required: boolean;
  limit?: { words?: number; items?: number; bytes?: number };
};

/** What a candidate sent, validated. */
export type ApplicationInput = {
  name: string;
  email: string;
  phone: string | null;
  statement: string;
  workSamples: string[];
  heardFrom: HeardFrom;
  correspondenceLang: Lang;
};

/** Facts of a stored résumé. */
export type StoredResume = { sha256: string; name: string; sizeBytes: number };
