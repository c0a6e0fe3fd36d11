import type { Lang, Localized } from '#platform/i18n';

/** What a row of an export can hold: JSON, instants as ISO 8601 in UTC. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/** What one feature holds about a candidate, for their export. */
export type PersonalData = {
  /** Stable name of this kind of data, e.g. "job-alerts": the file's name, and what `schedule.yml` says. */
  kind: string;
  title: Localized;
  /**
   * One object for each thing held. The names are those of the columns, so that the test which
   * looks for every personal column finds them; parts may be nested.
   */
  rows: readonly { readonly [key: string]: Json }[];
  /** What to call the names of `rows` on the readable page. What has no words is in the JSON alone. */
  labels?: Readonly<Record<string, Localized>>;
  /** Codes in words, by the name of `rows` that holds them. */
  values?: Readonly<Record<string, Readonly<Record<string, Localized>>>>;
  /** Files of the store that belong to it, under the names that the candidate gave them. */
  files?: readonly { sha256: string; name: string }[];
};

/**
 * What a candidate can ask. `export` is the copy that they make themselves, answered as it is asked;
 * `access` is for what the copy does not have.
 */
export const requestKinds = ['export', 'access', 'correction', 'deletion'] as const;
export type RequestKind = (typeof requestKinds)[number];

/** What a correction can be about. */
export const correctedItems = ['name', 'email', 'phone', 'answers', 'decision', 'other'] as const;
export type CorrectedItem = (typeof correctedItems)[number];

export type RequestOutcome = 'done' | 'refused' | 'withdrawn';

/** A request about personal information, as its person and those who answer it see it. */
export type PrivacyRequest = {
  id: string;
  /** "P-7K3M-9QXD" */
  reference: string;
  candidateId: string;
  kind: RequestKind;
  /** Language of the page that it was made on. */
  lang: Lang;
  /** Of a correction or deletion of one application; null where it is about everything. */
  applicationId: string | null;
  item: CorrectedItem | null;
  /** The candidate's words; "" where there are none, or they were erased. */
  asked: string;
  consented: boolean;
  askedAt: Date;
  dueAt: Date;
  extension: { at: Date; reason: string } | null;
  closed: { at: Date; outcome: RequestOutcome; answer: string } | null;
};

/** A correction beside an application, or the words of one that was refused. */
export type Annotation = {
  id: string;
  kind: 'correction' | 'notation';
  item: CorrectedItem;
  body: string;
  attachedAt: Date;
};
