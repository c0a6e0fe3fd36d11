import type { Report, TextRule } from '#hiring/check';
import { type Block, type Document, perBlock } from '#hiring/prose';
import { excerpt, placeIn } from '../support/places.ts';
import { countWords, proseBlocks, proseOf } from '../support/prose-text.ts';

type Long = { block: Block; start: number; end: number; size: number };

/** Reports the worst few of a file in its order, then says how many more there are. */
function reportCapped(
  document: Document,
  all: readonly Long[],
  limit: number,
  cap: number,
  report: Report,
): void {
  const worst = new Set([...all].sort((a, b) => b.size - a.size).slice(0, cap));
  const shown = all.filter((one) => worst.has(one));
  const more = all.length - shown.length;
  shown.forEach(({ block, start, end, size }, index) => {
    const last = index === shown.length - 1 && more > 0;
    report({
      place: placeIn(document, block, start, end),
      args: { size, limit, text: excerpt(block.text.slice(start, end)), more: last ? more : 0 },
    });
  });
}

/** The words of each sentence, counted. */
const sizesOf = perBlock((block): readonly number[] => {
  const prose = proseOf(block);
  return block.sentences.map(({ start, end }) => countWords(prose.slice(start, end)));
});

/** Sentences that lose their reader. */
export const longSentence: TextRule = {
  id: 'plain-language/long-sentence',
  severity: 'info',
  fixable: false,
  scope: 'text',
  options: { english: 25, french: 30, cap: 5 },
  check(document, context, report) {
    const limit = context.option<number>(document.lang === 'en' ? 'english' : 'french');
    const long: Long[] = [];
    for (const block of proseBlocks(document)) {
      if (block.kind !== 'paragraph' && block.kind !== 'description') continue;
      const sizes = sizesOf(block);
      for (const [index, { start, end }] of block.sentences.entries()) {
        const size = sizes[index]!;
        if (size > limit) long.push({ block, start, end, size });
      }
    }
    reportCapped(document, long, limit, context.option<number>('cap'), report);
  },
};

/** List items that are paragraphs. */
export const longItem: TextRule = {
  id: 'plain-language/long-item',
  severity: 'info',
  fixable: false,
  scope: 'text',
  options: { words: 45, cap: 3 },
  check(document, context, report) {
    const limit = context.option<number>('words');
    const long: Long[] = [];
    for (const block of proseBlocks(document)) {
      if (block.kind !== 'item' || block.text.length < limit * 2) continue;
      const size = countWords(proseOf(block));
      if (size > limit) long.push({ block, start: 0, end: block.text.length, size });
    }
    reportCapped(document, long, limit, context.option<number>('cap'), report);
  },
};

/** Paragraphs of many sentences. */
export const longParagraph: TextRule = {
  id: 'plain-language/long-paragraph',
  severity: 'info',
  fixable: false,
  scope: 'text',
  options: { sentences: 3, cap: 3 },
  check(document, context, report) {
    const limit = context.option<number>('sentences');
    const long: Long[] = [];
    for (const block of proseBlocks(document)) {
      if (block.kind !== 'paragraph' || block.sentences.length <= limit) continue;
      const size = block.sentences.length;
      long.push({ block, start: 0, end: block.text.length, size });
    }
    reportCapped(document, long, limit, context.option<number>('cap'), report);
  },
};
