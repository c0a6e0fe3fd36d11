import type { Edit, Report, TextRule } from '#hiring/check';
import type { Block, Document } from '#hiring/prose';
import { isForeign } from '../support/foreign.ts';
import { editIn, excerpt, placeIn } from '../support/places.ts';
import { proseBlocks, proseOf } from '../support/prose-text.ts';

/** A pair of quotation marks. */
type Pair = {
  open: number;
  close: number;
  kind: 'straight' | 'curly' | 'guillemets';
  depth: number;
};

const mark = /["“”«»]/gu;
const opens = /[\s\u00A0\u202F([{—–«“’']/u;

/** Pairs of quotation marks of a text, with how deep each is, and a mark that has no partner. */
function pairsOf(text: string): { pairs: Pair[]; alone: number | null } {
  const stack: { at: number; kind: Pair['kind'] }[] = [];
  const pairs: Pair[] = [];
  let alone: number | null = null;
  for (const { 0: found, index } of text.matchAll(mark)) {
    const kind =
      found === '"' ? 'straight' : found === '“' || found === '”' ? 'curly' : 'guillemets';
    const top = stack.at(-1);
    if (found === '"') {
      const inches = /\d/.test(text[index - 1] ?? '') && top?.kind !== 'straight';
      if (inches) continue;
    }
    const before = text[index - 1];
    const starts =
      found === '«' ||
      found === '“' ||
      (found === '"' && (before === undefined || opens.test(before)) && top?.kind !== 'straight');
    if (starts) {
      stack.push({ at: index, kind });
    } else if (top?.kind === kind) {
      stack.pop();
      pairs.push({ open: top.at, close: index, kind, depth: stack.length });
    } else {
      alone ??= index;
    }
  }
  return { pairs, alone: alone ?? stack[0]?.at ?? null };
}

const written = {
  guillemets: { open: '«\u00A0', close: '\u00A0»' },
  curly: { open: '“', close: '”' },
} as const;

/** French quotes with « » and “ ” inside; English with “ ” or straight marks. */
export const quotes: TextRule = {
  id: 'typography/quotes',
  severity: 'warning',
  fixable: true,
  scope: 'text',
  check(document, _context, report) {
    if (isForeign(document)) return;
    for (const block of proseBlocks(document)) {
      const prose = proseOf(block);
      if (!/["“”«»]/.test(prose)) continue;
      const { pairs, alone } = pairsOf(prose);
      for (const pair of pairs) {
        const style = styleOf(document, pair);
        if (style !== null) reportPair(document, block, pair, style, report);
      }
      if (alone !== null) {
        report({
          place: placeIn(document, block, alone, alone + 1),
          args: { found: excerpt(block.text.slice(Math.max(0, alone - 20), alone + 30)) },
          variant: 'alone',
        });
      }
    }
  },
};

/** How a pair should be written; null where it is well as it is. */
function styleOf({ lang }: Document, { kind, depth }: Pair): keyof typeof written | null {
  if (lang === 'en') return kind === 'guillemets' ? 'curly' : null;
  const wanted = depth === 0 ? 'guillemets' : 'curly';
  return kind === wanted || (kind === 'guillemets' && depth > 0) ? null : wanted;
}

function reportPair(
  document: Document,
  block: Block,
  { open, close }: Pair,
  style: keyof typeof written,
  report: Report,
): void {
  const { text } = block;
  // Spaces inside the old marks belong to them.
  const from = /^[\s\u00A0\u202F]*/u.exec(text.slice(open + 1, close))?.[0].length ?? 0;
  const inner = text.slice(open + 1 + from, close).replace(/[\s\u00A0\u202F]+$/u, '');
  const words = inner.length;
  const marks = written[style];
  const edits: (Edit | null)[] = [
    editIn(document, block, open, open + 1 + from, marks.open),
    editIn(document, block, open + 1 + from + words, close + 1, marks.close),
  ];
  const possible = edits.filter((edit) => edit !== null);
  report({
    place: placeIn(document, block, open, close + 1),
    args: {
      found: excerpt(text.slice(open, close + 1)),
      better: excerpt(`${marks.open}${inner}${marks.close}`),
    },
    variant: style === 'guillemets' ? 'french' : document.lang === 'en' ? 'english' : 'nested',
    fix: possible.length === 2 ? possible : null,
  });
}
