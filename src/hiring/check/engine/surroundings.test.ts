import { describe, expect, it } from 'vitest';
import { parseDocument } from '#hiring/prose';
import { surroundingsOf } from './surroundings.ts';

const source = `---
title: A title
description: A description
---

First.

Second.

## Work

You will:

- read
- write
  - letters
  - code
- count

Then rest.

## A heading that is very long, so long indeed that nobody would want to read all of it again

| a | b |
|---|---|
| c | d |
`;
const document = parseDocument('en', 'en/a.md', source)!;
const of = (word: string) => {
  const start = source.indexOf(word);
  return surroundingsOf(document, { start, end: start + word.length });
};

describe('the surroundings of a place', () => {
  it('tell the field of the front matter', () => {
    expect(of('A title')).toEqual({ kind: 'title', number: 1, under: null });
    expect(of('A description')).toEqual({ kind: 'description', number: 1, under: null });
  });

  it('count paragraphs under their heading', () => {
    expect(of('Second')).toEqual({ kind: 'paragraph', number: 2, under: null });
    expect(of('rest')).toEqual({ kind: 'paragraph', number: 2, under: 'Work' });
  });

  it('count items in their list, under what introduces it', () => {
    expect(of('count')).toEqual({ kind: 'item', number: 3, under: 'You will:' });
    expect(of('code')).toEqual({ kind: 'item', number: 2, under: 'write' });
  });

  it('count cells, and cut a long heading off', () => {
    const cell = of('d |')!;
    expect(cell).toMatchObject({ kind: 'cell', number: 4 });
    expect(cell.under).toMatch(/^A heading that is very long.*…$/);
    expect(cell.under!.length).toBeLessThanOrEqual(60);
  });

  it('say nothing where a heading or no block is', () => {
    expect(of('Work')).toBeNull();
    expect(of('---')).toBeNull();
  });
});
