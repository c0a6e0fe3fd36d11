import { describe, expect, it } from 'vitest';
import { type Block, parseDocument } from './index.ts';

const front = '---\ntitle: Data Analyst\ntranslationKey: a\n---\n';

function read(body: string) {
  return parseDocument('en', 'en/a.md', front + body)!;
}

const shape = (body: string): string[] =>
  read(body)
    .blocks.slice(1)
    .map(({ kind, level, pseudo, text }) => `${kind}${level}${pseudo ? '*' : ''} ${text}`);

/** What the file says where a part of the first block stands. */
function written(body: string, part: string): string {
  const document = read(body);
  const block = document.blocks.find(({ text }) => text.includes(part))!;
  const start = block.text.indexOf(part);
  const span = document.spanOf(block, start, start + part.length);
  return document.source.slice(span.start, span.end);
}

describe('parseDocument', () => {
  it('refuses a file without front matter', () => {
    expect(parseDocument('en', 'en/a.md', 'text')).toBeNull();
  });

  it.each([
    [
      'tight and loose lists',
      '- a\n- b\n\n1. c\n\n2. d',
      ['item1 a', 'item1 b', 'item1 c', 'item1 d'],
    ],
    ['nested lists', '- a\n  - b\n    - c\n- d', ['item1 a', 'item2 b', 'item3 c', 'item1 d']],
    ['two paragraphs of an item', '- a\n\n  b\n- c', ['item1 a b', 'item1 c']],
    ['what follows a nested list', '- a\n  - b\n\n  c', ['item1 a', 'item2 b', 'paragraph0 c']],
    ['quotes', '> a\n> b\n>\n> - c', ['paragraph0 a b', 'item1 c']],
    [
      'both kinds of headings',
      '# a #\n\nb\n---\n\n### c',
      ['heading1 a', 'heading2 b', 'heading3 c'],
    ],
    ['tables', '| a | b |\n|--|--|\n| c\\|d | |', ['cell0 a', 'cell0 b', 'cell0 c|d']],
    ['code', '```js\na\n```\n\n    b', ['code0 a', 'code0 b']],
    [
      'raw HTML',
      '<h2>a</h2>\n<ul><li>b</li><li>c &amp; d</li></ul>',
      ['heading2 a', 'item1 b', 'item1 c & d'],
    ],
    ['bold paragraphs', '# a\n\n**B:**\n\n**c.**', ['heading1 a', 'heading2* B:', 'paragraph0 c.']],
    ['bullet signs', 'a:\n• b\n• c\n\n• d', ['paragraph0 a:', 'item1* b', 'item1* c', 'item1* d']],
    ['a lone dash', '– a', ['paragraph0 – a']],
    ['pictures', 'a ![b *c*](d.png) e', ['paragraph0 a b c e']],
    ['hard breaks', 'a  \nb\\\nc<br>d', ['paragraph0 a b c d']],
    ['comments', 'a<!-- b --> c\n\n<!-- d -->', ['paragraph0 a c']],
  ])('reads %s', (_, body, expected) => {
    expect(shape(body)).toEqual(expected);
  });

  it('counts bullet signs in paragraphs of their own as one list', () => {
    expect(read('• a\n\n• b').lists.map(({ items }) => items.length)).toEqual([2]);
  });

  it.each([
    ['a *b* c', 'b c', 'b* c'],
    ['a &amp; b', '& b', '&amp; b'],
    ['1 \\* 2', '* 2', '\\* 2'],
    ['> a\n>   b', 'a b', 'a\n>   b'],
    ['a `b` c', 'b', 'b'],
    ['a `` b` `` c', 'b`', 'b`'],
    ['a [b](c "d") e', 'b e', 'b](c "d") e'],
    ['a [b][c] e\n\n[c]: /d', 'b e', 'b][c] e'],
    ['a <https://b.ca> c', 'https://b.ca', 'https://b.ca'],
    ['| a \\| b |\n|--|', '| b', '| b'],
    ['\t- a\n\t- b', 'b', 'b'],
  ])('knows the place of words in %j', (body, part, expected) => {
    expect(written(body, part)).toBe(expected);
  });

  it.each<[string, string | null, string]>([
    ['[a](</b c> "t")', '/b c', '/b c'],
    ['[a](/b_(c))', '/b_(c)', '/b_(c)'],
    ['[a]\n\n[A]: /b', '/b', '/b'],
    ['<a href="/b">a</a>', '/b', '/b'],
    ['see a@b.ca', 'mailto:a@b.ca', 'a@b.ca'],
    ['see https://b.ca/c', 'https://b.ca/c', 'https://b.ca/c'],
  ])('knows where %j leads', (body, href, place) => {
    const document = read(body);
    const mark = document.blocks[1]!.marks.find(({ kind }) => kind === 'link')!;
    expect(mark.href).toBe(href);
    expect(document.source.slice(mark.hrefSpan!.start, mark.hrefSpan!.end)).toBe(place);
  });

  it('finds the words of folded and quoted fields', () => {
    const source = `---\ntitle: 'L''été'\ndescription: >-\n  Un deux\n  trois.\ntranslationKey: a\n---\n`;
    const document = parseDocument('fr', 'fr/a.md', source)!;
    const [title, description] = document.blocks as [Block, Block];
    const at = (block: Block, part: string): string => {
      const start = block.text.indexOf(part);
      const span = document.spanOf(block, start, start + part.length);
      return source.slice(span.start, span.end);
    };
    expect([title.text, at(title, 'été')]).toEqual(['L’été'.replace('’', "'"), 'été']);
    expect([description.text, at(description, 'trois')]).toEqual(['Un deux trois.', 'trois']);
  });

  it('counts lines and columns from one, in CRLF too', () => {
    const source = `\uFEFF${front}a\n\nbc`.replaceAll('\n', '\r\n');
    const document = parseDocument('en', 'en/a.md', source)!;
    const block = document.blocks.at(-1)!;
    expect(document.positionOf(document.spanOf(block, 1, 2).start)).toEqual({ line: 7, column: 2 });
  });

  it('reads a hostile body in time', () => {
    const before = performance.now();
    for (const body of [
      '> '.repeat(5000),
      '*a'.repeat(20_000),
      '- a\n'.repeat(5000),
      '['.repeat(20_000),
    ]) {
      read(body);
    }
    expect(performance.now() - before).toBeLessThan(8000);
  });
});
