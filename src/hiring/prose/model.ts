import type { Lang } from '#platform/i18n';
import type { Passage } from './passages.ts';

/**
 * Half-open range of UTF-16 offsets in a file's text exactly as read, byte-order mark and CRLF
 * included: a fix can cut there without touching anything else.
 */
export type Span = { readonly start: number; readonly end: number };

/** Mark-up over a part of a block's words. `start` and `end` count in `Block.text`. */
export type Mark = {
  readonly kind: 'emphasis' | 'strong' | 'strikethrough' | 'code' | 'link' | 'image' | 'html';
  readonly start: number;
  readonly end: number;
  /** The mark-up with what it encloses, in the file. */
  readonly span: Span;
  /** Links and images: the target as written, and where. */
  readonly href: string | null;
  readonly hrefSpan: Span | null;
};

export type Sentence = { readonly start: number; readonly end: number };

/**
 * One block of words of a posting, in reading order. `title` and `description` are those of the
 * front matter; `paragraph` includes what stands in block quotes; `item` is one list item's own
 * words, without those of lists inside it.
 */
export type Block = {
  /** Position in `Document.blocks`. */
  readonly id: number;
  readonly kind: 'title' | 'description' | 'heading' | 'paragraph' | 'item' | 'cell' | 'code';
  /** Headings: 1 to 6. Items: depth of the list, from 1. Others: 0. */
  readonly level: number;
  /**
   * Written as something else: a paragraph wholly in bold read as a heading, or a line that begins
   * with "•" or "–" read as an item. The level of such a heading is a guess.
   */
  readonly pseudo: boolean;
  /** Index in `Document.sections`. */
  readonly section: number;
  /** Index in `Document.lists` (items) or `Document.tables` (cells). */
  readonly group: number | null;
  /** The words, mark-up taken off, a line break inside a block as one space. */
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly sentences: readonly Sentence[];
  /** The whole block in the file. */
  readonly span: Span;
  /** The same for all blocks that say this: see `perBlock`. */
  readonly passage: Passage;
};

/** A heading and what stands under it. `blocks` are all its blocks, its heading first. */
export type Section = { readonly heading: number | null; readonly blocks: readonly number[] };

export type List = {
  readonly ordered: boolean;
  readonly depth: number;
  readonly items: readonly number[];
  /** The block that introduces it ("You must have:"), where there is one. */
  readonly introduction: number | null;
  readonly span: Span;
};

export type Table = { readonly rows: number; readonly columns: number; readonly span: Span };

/** One language of a posting, taken apart for reading. */
export type Document = {
  readonly lang: Lang;
  /** Path in the content folder, "/" between its parts. */
  readonly file: string;
  readonly source: string;
  /** Where the Markdown body begins in `source`. */
  readonly bodyStart: number;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
  readonly lists: readonly List[];
  readonly tables: readonly Table[];
  /** Blocks of which only the beginning was read: see `longestBlock`. */
  readonly cutShort: readonly number[];
  /** HTML comments of the body, where inline switches of the linter stand. */
  readonly comments: readonly { readonly text: string; readonly span: Span }[];
  /** Place in `source` of a part of a block's text (best effort inside folded YAML). */
  spanOf(block: Block, start: number, end: number): Span;
  /** Place in `source` of a front-matter field's value; null where it is not written. */
  fieldSpan(path: readonly (string | number)[]): Span | null;
  /** Line and column of an offset of `source`, both from 1, columns in UTF-16 units. */
  positionOf(offset: number): { line: number; column: number };
};

/** What a piece of text states, in a form that does not depend on the language. */
export type FactKind =
  | 'number'
  /** A word of letters and digits: "COVID-19", "B2B"; a postcode; "24/7". */
  | 'name'
  | 'money'
  | 'percent'
  | 'date'
  | 'time'
  | 'duration'
  | 'classification'
  | 'language-profile'
  | 'email'
  | 'phone'
  | 'url';

export type TextFact = {
  readonly kind: FactKind;
  /**
   * Canonical: "2" ("#3" for a third place), "CAD 115754", "30 %", "2022-06-20" ("--06-20" without
   * a year, "2022-06" without a day), "16:30" ("23:59 PT"), ISO 8601 for durations ("P2Y"), "IT-05",
   * "CBC" ("imperative"), the e-mail address in lower case.
   */
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** A number written as a word ("two", "deux"). */
  readonly asWord: boolean;
};

/** Two blocks that say the same, or one whose counterpart is missing. */
export type AlignedBlocks = {
  readonly en: number | null;
  readonly fr: number | null;
  /** 0 to 1. */
  readonly confidence: number;
};

export type Alignment = {
  /** In reading order; every block of both documents appears once. */
  readonly blocks: readonly AlignedBlocks[];
  /** The counterpart of a block, null where there is none. */
  counterpartOf(lang: Lang, block: number): number | null;
  /**
   * For a block without counterpart of its own: the other language's block that says what this one
   * and the block before it say together. Null for a block whose words are missing there.
   */
  partOf(lang: Lang, block: number): number | null;
};
