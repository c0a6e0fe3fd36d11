import type { Lang, Localized } from '#platform/i18n';

/** Longest statement accepted where the process says nothing, in words. */
export const statementWordLimit = 300;

/** Longest answer to the question of a criterion where the process says nothing, in words. */
export const criterionWordLimit = 250;

/** Largest document accepted, in bytes. */
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

/** PSEA 37(1): an examination or interview is in English or French or both, as the candidate says. */
export const assessmentChoices = ['en', 'fr', 'both'] as const;

/** What the order of preference of PSEA s.39 needs to know of a person. */
export const preferenceChoices = {
  citizenship: ['citizen', 'permanent-resident', 'neither'],
  veteran: ['yes', 'no'],
  priority: ['yes', 'no'],
} as const;
export type PreferenceId = keyof typeof preferenceChoices;
export const preferenceIds = Object.keys(preferenceChoices) as PreferenceId[];

/** Status of an application in its process. Transitions: see `rules.ts` of the desk. */
export const applicationStatuses = [
  'received',
  'screened-in',
  'screened-out',
  'withdrawn',
] as const;
export type ApplicationStatus = (typeof applicationStatuses)[number];

/** A question as it stood on the form, kept with the application so that later edits change nothing. */
export type AskedQuestion = {
  id: string;
  label: Localized;
  guidance?: Localized;
  /** Id of the criterion that the answer speaks to. */
  criterion?: string;
  /** The words of that criterion, where the label has words of its own. */
  about?: Localized;
  required: boolean;
  limit?: { words?: number; items?: number; bytes?: number };
};

/** A page of the form: what is asked together. Its id is also its name in a draft. */
export type FormStep = {
  id: string;
  kind: 'contact' | 'statement' | 'criterion' | 'documents' | 'languages' | 'preference';
  questions: readonly AskedQuestion[];
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
  /** Answers to the process's own questions, by question id. */
  answers: Readonly<Record<string, string>>;
  /** Null where the process does not ask. */
  preference: Readonly<Partial<Record<PreferenceId, string>>> | null;
};

/** Facts of a stored document. */
export type StoredResume = { sha256: string; name: string; sizeBytes: number };

/** A document of an application: which of those asked for, and its file. */
export type SentFile = StoredResume & { document: string };

/** The typed answers of one step, as they were saved. */
export type SavedStep = {
  /** The draft's revision at that save. */
  revision: number;
  /** ISO 8601. */
  savedAt: string;
  /** Names the page that saved it: one rendering of the step in one tab. */
  page: string;
  fields: Readonly<Record<string, string>>;
};

/** What somebody has written and not sent. */
export type Draft = {
  /** UUID: the private address, and the submission key of the application that it will make. */
  key: string;
  postingId: string;
  lang: Lang;
  answers: Readonly<Record<string, SavedStep>>;
  revision: number;
  openedAt: Date;
  savedAt: Date;
  email: string | null;
};
