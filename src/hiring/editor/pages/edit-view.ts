import type { VersionSources } from '#hiring/postings';
import type { Lang, Localized } from '#platform/i18n';
import type { PlacedFinding } from '../find-findings.ts';
import type { Typed } from '../forms.ts';
import type { FieldProblem, Opened } from '../model.ts';

/** What became of the files, for the author who saved them. */
export type Outcome =
  | { kind: 'live' | 'scheduled' | 'archived' | 'draft' | 'waiting' | 'broken' | 'added' }
  | { kind: 'held'; errors: number };

/** What the top of the page tells. */
export type Told =
  | { kind: 'saved'; outcome: Outcome }
  | { kind: 'kept'; at: Date }
  | { kind: 'unsaved' }
  | { kind: 'theirs' }
  | { kind: 'conflict'; theirs: VersionSources; mine: VersionSources }
  /** A sentence that says what stood in the way. */
  | { kind: 'failed'; says: string };

export type EditView = {
  lang: Lang;
  opened: Opened;
  title: Localized;
  csrf: string;
  /** What was typed; fields that are not in it show what the files say. */
  typed: Typed;
  /** State of the files that the text in the form began from. */
  base: string;
  /** Text of the author's that no field shows, to copy from. */
  yours: readonly string[];
  /** The message of the commit; null where there are none. */
  message: string | null;
  findings: readonly PlacedFinding[];
  problems: readonly FieldProblem[];
  preview: Localized | 'unreadable' | null;
  told: Told | null;
};
