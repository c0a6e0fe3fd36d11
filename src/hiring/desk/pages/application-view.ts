import type { Annotation } from '#hiring/privacy';
import type { Criterion } from '#hiring/process-facts';
import type { Lang } from '#platform/i18n';
import type { NoteProblem, ScreeningProblems, Typed } from '../forms.ts';
import type { ApplicationRecord, Decision } from '../model.ts';

/** A résumé as it is shown: PDF by the browser unless its text is asked for, the others as text. */
export type ResumeContent =
  | { kind: 'pdf' }
  | { kind: 'text'; blocks: readonly TextBlock[]; truncated: boolean }
  | { kind: 'unreadable' }
  /** None came with the application. */
  | { kind: 'none' }
  /** Put away by the malware scanner after it had come. */
  | { kind: 'infected' }
  | { kind: 'missing' };

/** A piece of a document's text; `level` counts from 1. */
export type TextBlock =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list-item'; level: number; text: string };

/** What the page says about what was just done. */
export type Told =
  | { kind: 'screened' | 'note' }
  /** The candidate sent another version while this person was deciding. */
  | { kind: 'sent-again' }
  /** A form came in after its author's session had ended; it is filled in again. */
  | { kind: 'kept'; at: Date }
  /** Somebody else decided while this person was writing. */
  | { kind: 'conflict'; theirs: Decision }
  /** The candidate withdrew while this person was writing; `texts`: what was written. */
  | { kind: 'withdrawn'; texts: readonly string[] };

/** A form of the page, with what was typed and what to do about it. */
export type ScreeningDraft = { typed: Typed; problems: ScreeningProblems };
export type NoteDraft = { typed: Typed; problem: NoteProblem | null };

export type ApplicationView = {
  lang: Lang;
  application: ApplicationRecord;
  postingTitle: string;
  timeZone: string;
  /** The list that the reader came from, as the query of its address. */
  listQuery: string;
  /** Paths of the applications around this one in that list. */
  previous: string | null;
  next: string | null;
  /** What was arranged with the candidate, in the words that they agreed to. */
  arrangements: readonly string[];
  csrf: string;
  mayScreen: boolean;
  /** What is judged, in the order of the form; none where it cannot be any more. */
  criteria: readonly Criterion[];
  maySendNotices: boolean;
  mayWriteNotes: boolean;
  /** Null for those who may not read it. */
  resume: ResumeContent | null;
  screening: ScreeningDraft;
  note: NoteDraft;
  /** Corrections and notations that stand beside it; none for those who do not see identities. */
  annotations: readonly Annotation[];
  /** Whether this reader may see to whom it was given. */
  mayDisclose: boolean;
  /** Names this rendering of the note form: the same sending twice is one note. */
  noteKey: string;
  told: Told | null;
};
