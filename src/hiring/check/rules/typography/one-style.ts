import type { CheckContext, Edit, TextRule } from '#hiring/check';
import type { Block, Document } from '#hiring/prose';
import { editIn, placeIn } from '../support/places.ts';
import { proseBlocks, proseOf } from '../support/prose-text.ts';

type Style = 'consistent' | 'curly' | 'straight';
type Found = { block: Block; at: number; style: 'curly' | 'straight'; character: string };

/** Every match of `find` in a document's prose. */
function collect(document: Document, needs: RegExp, find: RegExp): Found[] {
  const found: Found[] = [];
  for (const block of proseBlocks(document)) {
    const prose = proseOf(block);
    if (!needs.test(prose)) continue;
    for (const { 0: character, index } of prose.matchAll(find)) {
      const style = character === "'" || character === '"' ? 'straight' : 'curly';
      found.push({ block, at: index, style, character });
    }
  }
  return found;
}

function oneStyle(
  id: string,
  langs: readonly string[],
  needs: RegExp,
  find: RegExp,
  write: (found: Found, style: 'curly' | 'straight') => string,
): TextRule {
  return {
    id,
    severity: 'info',
    fixable: true,
    scope: 'text',
    options: { style: 'consistent' },
    check(document, context: CheckContext, report) {
      if (!langs.includes(document.lang)) return;
      const all = collect(document, needs, find);
      const curly = all.filter(({ style }) => style === 'curly').length;
      const asked = context.option<Style>('style');
      const style =
        asked === 'consistent' ? (curly * 2 >= all.length ? 'curly' : 'straight') : asked;
      const wrong = all.filter((one) => one.style !== style);
      const [first] = wrong;
      if (!first) return;
      const edits = wrong.map((one): Edit | null =>
        editIn(document, one.block, one.at, one.at + 1, write(one, style)),
      );
      report({
        place: placeIn(document, first.block, first.at, first.at + 1),
        args: { wrong: wrong.length, right: all.length - wrong.length },
        variant: style,
        fix: edits.filter((edit) => edit !== null),
      });
    },
  };
}

/** One kind of apostrophe in a text; the curly one where the two are as many. */
export const apostrophe = oneStyle(
  'typography/apostrophe',
  ['en', 'fr'],
  /['’]/,
  /(?<=\p{L})['’](?=\p{L})/gu,
  (_found, style) => (style === 'curly' ? '’' : "'"),
);

/** One kind of double quotation mark in an English text. */
export const quoteStyle = oneStyle(
  'typography/quote-style',
  ['en'],
  /["“”]/,
  /(?<!\d)["“”]/gu,
  ({ block, at }, style) => {
    if (style === 'straight') return '"';
    const before = block.text[at - 1];
    return before === undefined || /[\s\u00A0([{—–]/u.test(before) ? '“' : '”';
  },
);
