import type { Edit, Report, TextRule } from '#hiring/check';
import { type Block, type Document, perBlock } from '#hiring/prose';
import type { Lang } from '#platform/i18n';
import { isForeign } from './foreign.ts';
import { editIn, excerpt, placeIn } from './places.ts';
import { proseBlocks, proseOf } from './prose-text.ts';

/** One thing that a pattern rule looks for. */
export type Pattern = {
  readonly lang: Lang | 'both';
  readonly find: RegExp;
  /** A cheap sign without which `find` is not tried. */
  readonly needs?: string | RegExp;
  /** What to write instead; null where a person must say. */
  readonly write: (match: RegExpExecArray) => string | null;
  readonly variant?: string;
  /** Says no to a match that only looks like one. */
  readonly unless?: (match: RegExpExecArray, block: Block) => boolean;
  readonly args?: (match: RegExpExecArray) => Readonly<Record<string, string | number>>;
};

/** A rule that is a list of patterns over the prose of a document. */
export function patternRule(
  id: string,
  severity: TextRule['severity'],
  patterns: readonly Pattern[],
): TextRule {
  const byLang = { en: search(usable(patterns, 'en')), fr: search(usable(patterns, 'fr')) };
  return {
    id,
    severity,
    fixable: true,
    scope: 'text',
    check(document, _context, report) {
      reportPatterns(document, byLang[document.lang], report);
    },
  };
}

function usable(patterns: readonly Pattern[], lang: Lang): readonly Pattern[] {
  return patterns.filter((one) => one.lang === lang || one.lang === 'both');
}

type Match = { readonly pattern: Pattern; readonly match: RegExpExecArray };

/** Finds the matches of patterns in a block. */
export type Search = (block: Block) => readonly Match[];

const nothing: readonly Match[] = [];

/** To be made once: it remembers what it has found in blocks that come again. */
export function search(patterns: readonly Pattern[]): Search {
  return perBlock((block) => {
    const prose = proseOf(block);
    let found: Match[] | null = null;
    for (const pattern of patterns) {
      if (!mayMatch(prose, pattern.needs)) continue;
      for (const match of prose.matchAll(pattern.find)) {
        if (pattern.unless?.(match, block) !== true) (found ??= []).push({ pattern, match });
      }
    }
    return found ?? nothing;
  });
}

/** Reports every match, each with its fix where the file can be cut there. */
export function reportPatterns(document: Document, find: Search, report: Report): void {
  // A file in the other language is one finding of its own, not hundreds.
  if (isForeign(document)) return;
  for (const block of proseBlocks(document)) {
    for (const { pattern, match } of find(block)) {
      reportMatch(document, block, pattern, match, report);
    }
  }
}

function mayMatch(prose: string, needs: Pattern['needs']): boolean {
  if (needs === undefined) return true;
  return typeof needs === 'string' ? prose.includes(needs) : needs.test(prose);
}

function reportMatch(
  document: Document,
  block: Block,
  pattern: Pattern,
  match: RegExpExecArray,
  report: Report,
): void {
  const { index } = match;
  const end = index + match[0].length;
  const better = pattern.write(match);
  const edit = better === null ? null : editIn(document, block, index, end, better);
  report({
    place: placeIn(document, block, index, end),
    args: {
      found: excerpt(around(block.text, index, end)),
      ...(better !== null && {
        better: excerpt(around(block.text, index, end, better)),
      }),
      ...pattern.args?.(match),
    },
    ...(pattern.variant !== undefined && { variant: pattern.variant }),
    fix: edit === null ? null : [edit],
  });
}

/** The words about a place, so that "a ;" is recognized in "needs a ; here". */
export function around(text: string, start: number, end: number, instead?: string): string {
  const before = /[^\s\u00A0\u202F]*[\s\u00A0\u202F]?$/u.exec(
    text.slice(Math.max(0, start - 20), start),
  );
  const after = /^[\s\u00A0\u202F]?[^\s\u00A0\u202F]*/u.exec(text.slice(end, end + 20));
  const middle = instead ?? text.slice(start, end);
  return `${before?.[0] ?? ''}${middle}${after?.[0] ?? ''}`;
}

/** One finding for many like places: at the first, with the fix of all of them. */
export function allEdits(edits: readonly (Edit | null)[]): readonly Edit[] | null {
  const possible = edits.filter((edit) => edit !== null);
  return possible.length === 0 ? null : possible;
}
