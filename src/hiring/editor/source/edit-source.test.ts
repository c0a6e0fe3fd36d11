import { describe, expect, it } from 'vitest';
import { editSource, editText, readParts } from './edit-source.ts';

const file = (front: string, body = '\n## A\n\nText.\n'): string => `---\n${front}---\n${body}`;
const edit = (source: string, typed: Parameters<typeof editSource>[1]): string => {
  const edited = editSource(source, typed);
  if (!edited.ok) throw new Error(edited.field);
  return edited.source;
};

describe('a title', () => {
  it.each([
    ["title: 'Old' # why", "title: 'It''s new: a \"b\" #1' # why", 'It\'s new: a "b" #1'],
    ['title: "Old"', 'title: "New: \\"x\\""', 'New: "x"'],
    ['title: Old', 'title: New one', 'New one'],
    ['title: Old', "title: 'New: one'", 'New: one'],
    ['title: Old', "title: '2026'", '2026'],
    ['title: Old', "title: 'yes'", 'yes'],
    ['title:', "title: 'New'", 'New'],
    ['title: >-\n  Old\n  words', 'title: >-\n  New words', 'New words'],
    ['title: |\n    Old', 'title: |\n    New: words', 'New: words'],
    ["title: 'Old'", "title: 'Conseillère\u00A0: a'", 'Conseillère\u00A0: a'],
  ])('written as %j becomes %j', (before, after, typed) => {
    const front = (line: string) => `type: section\n${line}\ntranslationKey: k\n`;
    const edited = edit(file(front(before)), { title: typed });
    expect(edited).toBe(file(front(after)));
    expect(readParts(edited)).toMatchObject({ title: typed });
  });

  it('that is missing gets a line of its own', () => {
    expect(edit(file('translationKey: k\n'), { title: 'New' })).toBe(
      file("title: 'New'\ntranslationKey: k\n"),
    );
  });

  it('can be taken out', () => {
    const edited = edit(file('title: Old\ntranslationKey: k\n'), { title: '' });
    expect(readParts(edited)).toMatchObject({ title: '' });
  });
});

describe('a file', () => {
  const source = `\uFEFF${file("title: 'T'\r\ndescription: D\r\nx: [1,  2] # kept\r\n", '\r\n## A\r\n\r\nOne.\r\n\nTwo.  \r\nThree.\r\n\r\n\r\n').replaceAll(/(?<=---)\n/g, '\r\n')}`;

  it('stays byte for byte as a browser sends it back', () => {
    const parts = readParts(source);
    if (parts.kind === 'whole') throw new Error('whole');
    const sent = (text: string) => text.replaceAll('\n', '\r\n');
    const { title, description, body, draft } = parts;
    expect(edit(source, { title, description, body: sent(body), draft })).toBe(source);
  });

  it('keeps its line ends, its mark and everything around what changed', () => {
    const parts = readParts(source);
    if (parts.kind === 'whole') throw new Error('whole');
    const body = parts.body.replace('Two.', 'Two.\nand a half.');
    expect(edit(source, { body })).toBe(source.replace('Two.', 'Two.\r\nand a half.'));
  });

  it('takes a body where there was none, below its fence', () => {
    expect(edit('---\ntitle: T\n---', { body: 'Text.' })).toBe('---\ntitle: T\n---\n\nText.\n');
    expect(edit(file('title: T\n', '\n\n'), { body: 'Text.' })).toBe(
      file('title: T\n', '\nText.\n'),
    );
  });

  it('loses its draft line no more than it has to', () => {
    const draft = file('title: T\ndraft: true # wait\n');
    expect(edit(draft, { draft: false })).toBe(file('title: T\ndraft: false # wait\n'));
    expect(edit(file('title: T\n'), { draft: true })).toBe(file('draft: true\ntitle: T\n'));
    expect(edit(file('title: T\n'), { draft: false })).toBe(file('title: T\n'));
  });

  it('that cannot be read is edited as a whole', () => {
    const broken = '---\r\ntitle: "x\r\n---\r\nText\r\n';
    expect(readParts(broken)).toMatchObject({ kind: 'whole' });
    expect(edit(broken, { whole: '---\ntitle: "x"\n---\nText' })).toBe(
      '---\r\ntitle: "x"\r\n---\r\nText\r\n',
    );
  });
});

it('facts keep the blank lines around them', () => {
  expect(editText('a: 1\r\nb: 2\r\n', 'a: 1\nb: 3')).toBe('a: 1\r\nb: 3\r\n');
  expect(editText('a: 1\n', 'a: 1\r\n\r\n')).toBe('a: 1\n');
});
