import type { Block, Document } from '#hiring/prose';

/** A file with one divergence planted in it. */
export type Mutation = {
  readonly kind: string;
  readonly source: string;
  /** Blocks of the unchanged document that it concerns. */
  readonly blocks: readonly number[];
  readonly removed: string;
};

/** Up to `each` changes of every kind, spread over the document. */
export function mutationsOf(document: Document, each: number): Mutation[] {
  const body = document.blocks.filter(({ kind }) => kind !== 'title' && kind !== 'description');
  const cut = (kind: string, block: Block, start: number, end: number, text = ''): Mutation => ({
    kind,
    source: document.source.slice(0, start) + text + document.source.slice(end),
    blocks: [block.id],
    removed: document.source.slice(start, end),
  });
  const whole = (kind: string, block: Block): Mutation =>
    cut(kind, block, startOfLine(document, block), endOfLine(document, block));
  const items = body.filter(({ kind, pseudo }) => kind === 'item' && !pseudo);
  const inText = (kind: string, block: Block, start: number, end: number, text = ''): Mutation => {
    const span = document.spanOf(block, start, end);
    return cut(kind, block, span.start, span.end, text);
  };
  return [
    spread(items, each).map((block) => whole('item removed', block)),
    spread(
      body.filter(({ kind, text }) => kind === 'paragraph' && text.length > 60),
      each,
    ).map((block) => whole('paragraph removed', block)),
    spread(
      body.filter(({ kind, pseudo }) => kind === 'heading' && !pseudo),
      each,
    ).flatMap((block) => [
      whole('heading removed', block),
      cut('heading level', block, block.span.start, block.span.start, '#'),
    ]),
    spread(
      body.filter(({ sentences, kind }) => sentences.length > 1 && kind !== 'heading'),
      each,
    ).map((block) => {
      const { start, end } = block.sentences[block.sentences.length >> 1]!;
      return inText('sentence removed', block, start, end);
    }),
    spread(body, each, (block) => coordinated(block)).map(({ block, found }) =>
      inText('member removed', block, found.start, found.end, found.text),
    ),
    spread(body, each, (block) => qualifier(document, block)).map(({ block, found }) =>
      inText('qualifier removed', block, found.start, found.end, found.text),
    ),
    spread(
      items.filter((block) =>
        items.some(({ id, group }) => id === block.id + 1 && group === block.group),
      ),
      each,
    ).map((block) => {
      const next = document.blocks[block.id + 1]!;
      const merged = cut(
        'items merged',
        block,
        block.span.end,
        document.spanOf(next, 0, 1).start,
        '; ',
      );
      return { ...merged, blocks: [block.id, next.id] };
    }),
    spread(
      body.filter(
        ({ kind, marks }) => kind !== 'heading' && marks.some((mark) => mark.kind === 'strong'),
      ),
      each,
    ).map((block) => {
      const { span } = block.marks.find(({ kind }) => kind === 'strong')!;
      const plain = document.source.slice(span.start, span.end).replaceAll('**', '');
      return cut('stress dropped', block, span.start, span.end, plain);
    }),
  ].flat();
}

type Cut = { start: number; end: number; text: string };

/** "a, b and c" loses "b": one word between two commas, or a comma and "and". */
function coordinated({ text }: Block): Cut | null {
  const found = /(?<=\p{L}), (?:d[’'])?(\p{L}{5,})(?=,? (?:and|et) |, )/u.exec(text);
  return found ? { start: found.index, end: found.index + found[0].length, text: '' } : null;
}

const adjectives = {
  en: /(?<= )(?:\p{L}{4,}(?:ive|ical|ional|ous|able|ible|ful)|inclusive|bilingual|remote|secure|rapid|safe|agile|fair)(?= \p{Ll}{4,})/u,
  fr: /(?<=\p{Ll}{4,}) (?:\p{L}{4,}(?:if|ive|ifs|ives|ique|iques|ionnel|ionnelle|euse|eux|able|ables|ible|ibles)|bilingues?|agiles?|simples?)(?=[ .,;])/u,
};

/** An adjective next to its noun. */
function qualifier({ lang }: Document, block: Block): Cut | null {
  const found = adjectives[lang].exec(block.text);
  if (!found) return null;
  const space = lang === 'en' ? 1 : 0;
  return { start: found.index, end: found.index + found[0].length + space, text: '' };
}

function spread(blocks: readonly Block[], each: number): Block[];
function spread(
  blocks: readonly Block[],
  each: number,
  find: (block: Block) => Cut | null,
): { block: Block; found: Cut }[];
function spread(
  blocks: readonly Block[],
  each: number,
  find?: (block: Block) => Cut | null,
): (Block | { block: Block; found: Cut })[] {
  const fit = find
    ? blocks.flatMap((block) => {
        const found = find(block);
        return found ? [{ block, found }] : [];
      })
    : blocks;
  const step = Math.max(1, Math.floor(fit.length / each));
  return fit.filter((_, index) => index % step === 0).slice(0, each);
}

function startOfLine({ source }: Document, { span }: Block): number {
  return source.lastIndexOf('\n', span.start - 1) + 1;
}

function endOfLine({ source }: Document, { span }: Block): number {
  const end = source.indexOf('\n', span.end);
  return end < 0 ? source.length : end + 1;
}
