import { expect, it } from 'vitest';
import { parseDocument } from './index.ts';

const front = '---\ntitle: A\ntranslationKey: a\n---\n\n';
const read = (body: string) => parseDocument('en', 'en/a.md', front + body)!;

it('gives blocks that come again one passage, each with its own place', () => {
  const line = 'Advise **the team** on <!-- x --> [privacy](/p) & [law](https://l.ca).';
  const documents = [1, 2, 3].map((n) => read(`${'Before.\n\n'.repeat(n)}${line}\n`));
  const blocks = documents.map(({ blocks }) => blocks.at(-1)!);
  expect(blocks[1]!.passage).toBe(blocks[2]!.passage);
  for (const [n, block] of blocks.entries()) {
    const { source, comments, spanOf } = documents[n]!;
    const written = (span: { start: number; end: number }) => source.slice(span.start, span.end);
    expect(block.text).toBe(blocks[0]!.text);
    expect(written(block.span)).toBe(line);
    expect(block.marks.map(({ hrefSpan }) => hrefSpan && written(hrefSpan))).toEqual([
      null,
      '/p',
      'https://l.ca',
    ]);
    expect(comments.map(({ span }) => written(span))).toEqual(['<!-- x -->']);
    expect(written(spanOf(block, 0, 15))).toBe('Advise **the team');
  }
});

it('tells blocks apart that say the same in another form', () => {
  const passages = ['# Same words', '- Same words', 'Same words', '*Same* words'].map(
    (body) => [1, 2, 3].map(() => read(body).blocks.at(-1)!.passage)[2],
  );
  expect(new Set(passages).size).toBe(4);
});
