import type { TextRule } from '#hiring/check';
import type { Block, Document } from '#hiring/prose';
import { excerpt, matchesInBody, placeIn } from '../support/places.ts';
import { countWords, proseBlocks } from '../support/prose-text.ts';

function headingsOf(document: Document): readonly Block[] {
  return document.blocks.filter(({ kind, pseudo }) => kind === 'heading' && !pseudo);
}

const rule = (
  name: string,
  severity: TextRule['severity'],
  check: TextRule['check'],
  options?: TextRule['options'],
): TextRule => ({
  id: `headings/${name}`,
  severity,
  fixable: false,
  scope: 'text',
  ...(options && { options }),
  check,
});

/** A level that is skipped on the way down. The title of the page is the first level. */
export const order = rule('order', 'warning', (document, _context, report) => {
  let before = 1;
  for (const block of headingsOf(document)) {
    if (block.level > before + 1) {
      report({
        place: placeIn(document, block),
        args: { level: block.level, before, text: excerpt(block.text) },
      });
    }
    before = block.level;
  }
});

/** A heading of the first level, which is the title's. */
export const topLevel = rule('top-level', 'warning', (document, _context, report) => {
  for (const block of headingsOf(document)) {
    if (block.level === 1)
      report({ place: placeIn(document, block), args: { text: excerpt(block.text) } });
  }
});

const wordless = /^ {0,3}#{1,6}[ \t]*#*[ \t]*\r?$|<h([1-6])[^>]*>\s*<\/h\1>/gm;

/** A heading without words. */
export const empty = rule('empty', 'warning', (document, _context, report) => {
  for (const { 0: heading, index } of matchesInBody(document, wordless)) {
    const span = { start: index, end: index + heading.trimEnd().length };
    report({ place: { file: document.file, span } });
  }
});

/** A heading that ends like a sentence. A colon, a question or a call may stand. */
export const punctuation = rule('punctuation', 'info', (document, _context, report) => {
  for (const block of headingsOf(document)) {
    const mark = /(?<!\b(?:etc|Inc|p\.m|a\.m|c\.-à-d))[.,;]\s*$/u.exec(block.text);
    if (!mark || block.text.trim().endsWith('...')) continue;
    report({
      place: placeIn(document, block, mark.index, block.text.length),
      args: { mark: mark[0].trim(), text: excerpt(block.text) },
    });
  }
});

/** A paragraph in bold that stands for a heading. */
export const bold = rule('bold', 'info', (document, _context, report) => {
  for (const block of document.blocks) {
    if (block.kind !== 'heading' || !block.pseudo) continue;
    report({ place: placeIn(document, block), args: { text: excerpt(block.text) } });
  }
});

/** Two headings of one level with the same words under the same heading. */
export const duplicate = rule('duplicate', 'warning', (document, _context, report) => {
  const path: string[] = [];
  const seen = new Map<string, Block>();
  for (const block of headingsOf(document)) {
    path.length = Math.max(0, block.level - 1);
    path[block.level - 1] = block.text
      .trim()
      .toLowerCase()
      .replace(/[\s\u00A0:]+$/u, '');
    const key = `${block.level} ${path.join('\n')}`;
    if (seen.has(key) && /\p{L}/u.test(block.text)) {
      report({ place: placeIn(document, block), args: { text: excerpt(block.text) } });
    }
    seen.set(key, block);
  }
});

/** A long text without any heading. */
export const none = rule(
  'none',
  'info',
  (document, context, report) => {
    const limit = context.option<number>('words');
    if (document.blocks.some(({ kind }) => kind === 'heading')) return;
    const body = proseBlocks(document).filter(
      ({ kind }) => kind !== 'title' && kind !== 'description',
    );
    const [first] = body;
    const words = body.reduce((sum, { text }) => sum + countWords(text), 0);
    if (first && words > limit) report({ place: placeIn(document, first), args: { words } });
  },
  { words: 300 },
);
