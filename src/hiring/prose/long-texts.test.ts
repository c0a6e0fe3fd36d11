import { describe, expect, it } from 'vitest';
import { checkPair } from '#hiring/check';
import { longestBlock } from './document-builder.ts';
import { parseDocument } from './parse.ts';

const front = `---
title: A title
description: A description
archived: false
translationKey: k
---

`;
const check = (body: string, french = body) =>
  checkPair(
    {
      en: { file: 'en/a.md', source: front + body },
      fr: { file: 'fr/a.md', source: front + french },
    },
    { now: new Date('2026-03-01T12:00:00Z') },
  );

describe('a block without end', () => {
  const body = `Short.\n\n${'mot '.repeat(longestBlock)}\n\nAfter.\n`;

  it('is read as far as anybody writes, and keeps its place', () => {
    const { blocks, cutShort } = parseDocument('fr', 'fr/a.md', front + body)!;
    const long = blocks.find(({ id }) => cutShort.includes(id))!;
    expect(cutShort).toHaveLength(1);
    expect(long.text.length).toBeLessThanOrEqual(longestBlock);
    expect((front + body).slice(long.span.end).trim()).toBe('After.');
  });

  it('is reported, in each language', () => {
    const found = check(body).filter(({ rule }) => rule === 'check/not-read');
    expect(found.map(({ place }) => [place.file, place.start.line])).toEqual([
      ['en/a.md', 10],
      ['fr/a.md', 10],
    ]);
  });
});

// What repeats itself without end once took the memory of the square of its words, or hours.
it.each(['1 ', '1-', 'two and ', 'January ', '1 $ ', '- an item of it\n', '(e)', '«', '[a'])(
  'checks a file that says "%s" ten thousand times',
  (said) => {
    expect(check(said.repeat(10_000)).length).toBeGreaterThan(0);
  },
);

it('checks files that repeat a few numbers without end, each in its own order', () => {
  const paragraph = (at: number) => Array.from({ length: 60 }, (_, by) => ((at * by) % 9) + 2);
  const paragraphs = Array.from({ length: 3000 }, (_, at) => paragraph(at).join(' '));
  expect(check(paragraphs.join('\n\n'), paragraphs.slice(40).join('\n\n')).length).toBeGreaterThan(
    0,
  );
});
