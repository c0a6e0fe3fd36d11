import type { Edit, TextRule } from '#hiring/check';
import type { Block, Document } from '#hiring/prose';
import { excerpt, placeIn } from '../support/places.ts';

const rule = (
  name: string,
  check: TextRule['check'],
  options?: TextRule['options'],
  fixable = false,
): TextRule => ({
  id: `sharing/${name}`,
  severity: 'info',
  fixable,
  scope: 'text',
  ...(options && { options }),
  check,
});

function blockOf(document: Document, kind: 'title' | 'description'): Block | undefined {
  return document.blocks.find((block) => block.kind === kind && block.text.trim() !== '');
}

/** A title longer than what search results show. */
export const titleLength = rule(
  'title-length',
  (document, context, report) => {
    const title = blockOf(document, 'title');
    const limit = context.option<number>('characters');
    if (!title || title.text.trim().length <= limit) return;
    report({ place: placeIn(document, title), args: { size: title.text.trim().length, limit } });
  },
  { characters: 70 },
);

/** Space or quotation marks that came along with a pasted title. */
export const titleEdges = rule(
  'title-edges',
  (document, _context, report) => {
    const place = document.fieldSpan(['title']);
    if (!place) return;
    const written = document.source.slice(place.start, place.end);
    const quoted = /^(['"])([\s\S]*)\1$/.exec(written.trim());
    const inner = quoted ? quoted[2]! : written;
    // Outside of quotation marks, YAML takes such spaces for nothing.
    const spaced = quoted !== null && inner !== inner.trim() && inner.trim() !== '';
    const marked = /^\s*["“«]([^"“”«»]*)["”»]\s*$/u.exec(inner);
    if (!spaced && !marked) return;
    let fix: Edit[] | null = null;
    if (spaced && !marked) {
      const start = place.start + written.indexOf(inner);
      const span = { start, end: start + inner.length };
      fix = [{ file: document.file, span, text: inner.trim() }];
    }
    report({
      place: { file: document.file, span: place },
      args: { title: excerpt(inner) },
      variant: marked ? 'quotes' : 'space',
      fix,
    });
  },
  undefined,
  true,
);

/** No description, or one that says too little or more than is shown. */
export const descriptionLength = rule(
  'description-length',
  (document, context, report) => {
    const description = blockOf(document, 'description');
    if (!description) return;
    const size = description.text.trim().length;
    const [least, most] = [context.option<number>('least'), context.option<number>('most')];
    if (size >= least && size <= most) return;
    report({
      place: placeIn(document, description),
      args: { size, least, most },
      variant: size < least ? 'short' : 'long',
    });
  },
  { least: 50, most: 300 },
);

/** A description that only repeats the title. */
export const descriptionRepeats = rule('description-repeats', (document, _context, report) => {
  const title = blockOf(document, 'title');
  const description = blockOf(document, 'description');
  const plain = (block: Block): string =>
    block.text
      .toLowerCase()
      .replaceAll(/[^\p{L}\d]+/gu, ' ')
      .trim();
  if (!title || !description || plain(title) !== plain(description)) return;
  report({ place: placeIn(document, description) });
});

/** A description cut off in the middle. */
export const descriptionCut = rule('description-cut', (document, _context, report) => {
  const description = blockOf(document, 'description');
  const text = description?.text.trim() ?? '';
  if (!description || text.length < 50) return;
  const dots = /(?:…|\.\.\.)$/u.test(text);
  const open =
    /(?:[,;–—(]|(?<![\p{L}\d])(?:and|or|the|of|to|for|with|a|an|in|et|ou|le|la|les|de|du|des|pour|avec|un|une|en|à|dans|d|l)[’']?)$/iu.test(
      text,
    );
  if (!dots && !open) return;
  report({
    place: placeIn(document, description),
    args: { end: excerpt(text.slice(-40)) },
    variant: dots ? 'dots' : 'open',
  });
});
