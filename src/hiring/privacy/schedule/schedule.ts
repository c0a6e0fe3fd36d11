import type { Localized } from '#platform/i18n';
import type { Period } from './period.ts';

/** What is kept, why, how long and what happens then: `reference/retention/schedule.yml`, checked. */
export type Schedule = {
  /** Day from which it applies, yyyy-mm-dd. */
  effective: string;
  /** Number of the disposition authority under which records are disposed of; null where not given. */
  dispositionAuthority: string | null;
  decisionFinalAfter: Period;
  keptAfterAccessRequest: Period;
  deletionUndo: Period;
  sources: Readonly<Record<string, { title: Localized; url: Localized }>>;
  banks: Readonly<Record<string, { code: Localized; title: Localized }>>;
  fileClasses: readonly { id: string; path: string; what: Localized }[];
  rules: readonly RetentionRule[];
};

export type RetentionRule = {
  id: string;
  what: Localized;
  /** The first holds what the rule is about; the others depend on it and go with it. */
  tables: readonly RuleTable[];
  /** Ids of `fileClasses`. */
  files: readonly string[];
  /** Key of `banks`; null for what is in none. */
  bank: string | null;
  /** Keys of `sources`: why it may be kept, and must be disposed of. */
  sources: readonly string[];
  why: Localized;
  /** Whether it is about the public, and so part of the privacy notice. */
  notice: boolean;
} & (KeepForever | KeepFor);

/** Kept without a term; `until` says what ends it, where something does. */
export type KeepForever = { action: 'keep'; until: Localized | null };

export type KeepFor = {
  action: 'delete' | 'anonymise';
  keep: Period;
  /** The event in words, to follow "after". */
  from: Localized;
  due: Due;
  person: PersonColumn | null;
};

/** How the event of a row is found. */
export type Due =
  /**
   * An instant in a column of the first table; with `absent`, only while that column is null; with
   * `only`, where columns have these values; with `unless`, where no row of another table has in
   * `column` what this one has in `is`.
   */
  | {
      kind: 'column';
      column: string;
      absent: string | null;
      only: Readonly<Record<string, string>>;
      unless: { table: string; column: string; is: string } | null;
    }
  /** The last thing that was done with an application. */
  | { kind: 'last-administrative-use' }
  /** The last row that refers to it is gone; `column` is when it came. */
  | { kind: 'last-reference'; column: string }
  /** No session and nothing else of the candidate is left; `column` is when the account was made. */
  | { kind: 'nothing-left'; column: string }
  /** Of files alone: when they were written. */
  | { kind: 'last-written' };

/** The column by which a row of the first table belongs to someone, for legal holds. */
export type PersonColumn =
  | { kind: 'email'; column: string }
  | { kind: 'candidate'; column: string }
  | { kind: 'application'; column: string };

export type RuleTable = {
  name: string;
  /** The kind of {@link PersonalData} in which a candidate gets it. */
  export: string | null;
  /** Why a candidate does not get it. */
  notExported: Localized | null;
  /** Columns that stay out of the export, with the reason. */
  withheld: Readonly<Record<string, Localized>>;
};
