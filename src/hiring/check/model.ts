import type { z } from 'zod';
import type { ProcessFacts } from '#hiring/postings';
import type { PayTable } from '#hiring/process-facts';
import type { Lang, Localized } from '#platform/i18n';
import type { Alignment, Document, Span } from '#hiring/prose';

/** `error` keeps a posting from opening; `warning` wants a decision; `info` is a suggestion. */
export type Severity = 'error' | 'warning' | 'info';

/** A part of a file. `file` is relative to the content folder, with "/". */
export type Place = { readonly file: string; readonly span: Span };

/** Line and column, both from 1; columns in UTF-16 units. */
export type Position = { readonly line: number; readonly column: number };

/** Which block of a posting a place is in, as one would tell it on the phone. */
export type Surroundings = {
  readonly kind: 'title' | 'description' | 'paragraph' | 'item' | 'cell';
  /** Which of its kind, from 1, in its list or under its heading. */
  readonly number: number;
  /** What introduces its list, or its heading; at most 60 characters. Null where there is none. */
  readonly under: string | null;
};

/** A place as people find it again: the engine adds what needs the file's text. */
export type LocatedPlace = Place & {
  readonly start: Position;
  /** After the last character. */
  readonly end: Position;
  /** The first line of the place, or the part of it around the place where it is long. */
  readonly quote: {
    readonly text: string;
    readonly start: number;
    readonly end: number;
  };
  /** Null where the quotation says it all, as in a heading, and outside of the text. */
  readonly within: Surroundings | null;
};

export type Edit = { readonly file: string; readonly span: Span; readonly text: string };

/** Something that a rule found. Its words come from the family's catalogue. */
export type Finding = {
  /** "family/name": also the name of its page in the docs. */
  readonly rule: string;
  readonly severity: Severity;
  /** Chooses among the messages of the rule: see `Report`. */
  readonly variant: string | null;
  readonly place: LocatedPlace;
  /** The matching place in the other language, where there is one. */
  readonly counterpart: LocatedPlace | null;
  /** Arguments of the message; text quoted from the posting is at most 80 characters. */
  readonly args: Readonly<Record<string, string | number>>;
  /** Edits that change no meaning, which `--fix` applies; null where a person must decide. */
  readonly fix: readonly Edit[] | null;
};

/** What a rule hands in; the engine adds its id and severity. */
export type Report = (found: {
  place: Place;
  counterpart?: Place | null;
  args?: Finding['args'];
  /** Chooses among the messages of one rule: the key `<name>.message.<variant>`. */
  variant?: string;
  fix?: readonly Edit[] | null;
  /** Where a case is weaker than its rule. What the configuration says stays the most it can be. */
  severity?: Severity;
}) => void;

/** What rules may ask of the world, all passed in. Plain data: it is sent to the workers. */
export type World = {
  readonly now: Date;
  /** Rates of pay by which a posting's are judged; none where nobody knows any. */
  readonly payTables: readonly PayTable[];
};

export type CheckContext = World & {
  /** Settings of this rule from the configuration, already validated by its `options` schema. */
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the rule knows its option
  option<T>(name: string): T;
};

export type PairUnderCheck = {
  readonly translationKey: string;
  readonly documents: Localized<Document>;
  readonly alignment: Alignment;
  readonly facts: ProcessFacts | null;
  readonly archived: boolean;
  /** Where a fact is written: its key, or the nearest one above it that is written. */
  factPlace(path: readonly (string | number)[]): Place;
};

type RuleBase = {
  /** "family/name", kebab-case. */
  readonly id: string;
  readonly severity: Severity;
  readonly fixable: boolean;
  /** Options and their defaults, by name; a value's type is that of its default. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** For options that not every value of their type suits. */
  readonly optionSchemas?: Readonly<Record<string, z.ZodType>>;
};

/** Looks at one language alone. */
export type TextRule = RuleBase & {
  readonly scope: 'text';
  check(document: Document, context: CheckContext, report: Report): void;
};

/** Looks at both languages together. */
export type PairRule = RuleBase & {
  readonly scope: 'pair';
  check(pair: PairUnderCheck, context: CheckContext, report: Report): void;
};

/** Found by the engine itself while it reads files and switches, not by a function of its own. */
export type EngineRule = RuleBase & {
  readonly scope: 'engine';
  /** True where it concerns a file on a disk, which no text shows. */
  readonly ofDisk: boolean;
};

export type Rule = TextRule | PairRule | EngineRule;

/**
 * A family: its rules and their words, `catalog({ en, fr })` of its own `messages/`. For each rule:
 * `<name>.message` (or `<name>.message.<variant>`), what is wrong; `<name>.remedy`, what to do.
 */
export type Family = {
  readonly name: string;
  readonly rules: readonly Rule[];
  readonly words: (lang: Lang) => (key: string, args?: Finding['args']) => string;
};
