import type { ApplicationStatus } from '#hiring/applications';
import type { Lang, Localized } from '#platform/i18n';

/** What a notice says: a decision and what comes next, or news without a decision. */
export const templates = ['screened-in', 'screened-out', 'update'] as const;
export type Template = (typeof templates)[number];

/** Whom news can go to: everybody in the process but those who left it. */
export const newsStatuses = [
  'received',
  'screened-in',
  'screened-out',
] as const satisfies readonly ApplicationStatus[];
export type NewsStatus = (typeof newsStatuses)[number];

/** The latest decision about an application, as a letter tells of it. */
export type ToldDecision = {
  id: string;
  outcome: 'screened-in' | 'screened-out';
  /** Code of the reason. */
  reason: string;
  /** Written to the candidate, in the language of correspondence. */
  words: string;
};

/** An application of the process, with what decides whether it gets a notice and what that says. */
export type Addressee = {
  id: string;
  reference: string;
  status: ApplicationStatus;
  lang: Lang;
  name: string;
  decision: ToldDecision | null;
  /** Whether a notice of that very decision has left. */
  told: boolean;
  /** Whether one is confirmed and waits to leave. */
  waiting: boolean;
};

/** Why an application gets no notice of a template; `fits` gets it unless it is unticked. */
export const standings = [
  'fits',
  'told',
  'waiting',
  'withdrawn',
  'undecided',
  'decided-otherwise',
  'other-status',
] as const;
export type Standing = (typeof standings)[number];

/** Which of those that fit are chosen: all but some, or only some. By application id. */
export type Selection = { mode: 'all' | 'only'; ids: ReadonlySet<string> };
export const everybody: Selection = { mode: 'all', ids: new Set() };
export const nobody: Selection = { mode: 'only', ids: new Set() };

/** What was asked for on the first page. */
export type Draft = {
  template: Template;
  /** For news only. */
  statuses: readonly NewsStatus[];
  /** Words of the hiring team; both are empty, or neither is. */
  words: Localized;
};

/** What the letters and the pages call the process by. */
export type Process = { postingId: string; title: Localized; timeZone: string };

/** A letter as its one reader gets it. `body`: plain paragraphs, an empty line between them. */
export type Letter = {
  applicationId: string;
  decisionId: string | null;
  lang: Lang;
  subject: string;
  body: string;
};

export type BatchState = 'waiting' | 'sending' | 'left' | 'stopped';

/** Notices that were confirmed together. */
export type Batch = {
  id: string;
  template: Template;
  /** E-mail address of who confirmed them; their id where they are no longer known. */
  preparedBy: string;
  confirmedAt: Date;
  leavesAt: Date;
  stoppedAt: Date | null;
  stoppedBy: string | null;
  leftAt: Date | null;
  state: BatchState;
  count: number;
  /** How many have left, and how many were held back. */
  left: number;
  heldBack: number;
};

export type HeldBack = 'withdrawn' | 'decided-again';

/** A letter of a batch, with its reader, for the desk. */
export type BatchLetter = {
  id: string;
  applicationId: string;
  reference: string;
  name: string;
  lang: Lang;
  subject: string;
  body: string;
  leftAt: Date | null;
  heldBack: HeldBack | null;
};

/** A notice that has left, for its reader. */
export type LeftNotice = {
  id: string;
  template: Template;
  subject: string;
  body: string;
  lang: Lang;
  leftAt: Date;
  decisionId: string | null;
};

/** Checkboxes on a page of the list, letters on a page of the preview, letters on a page of a batch. */
export const listedAtOnce = 100;
export const previewedAtOnce = 10;
export const lettersAtOnce = 25;
export const batchesAtOnce = 25;
