import { describe, expect, it } from 'vitest';
import { linedText, locate, restOfLine } from './places.ts';

const marked = (text: string, start: number, end: number) => {
  const { quote } = locate({ file: 'x', span: { start, end } }, linedText(text));
  return `${quote.text.slice(0, quote.start)}[${quote.text.slice(quote.start, quote.end)}]${quote.text.slice(quote.end)}`;
};

describe('places', () => {
  it('counts lines as authors do, whatever ends them', () => {
    const text = linedText('a\nbc\r\nd\re');
    expect([0, 1, 2, 4, 6, 8].map((offset) => text.positionOf(offset))).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 2 },
      { line: 2, column: 1 },
      { line: 2, column: 3 },
      { line: 3, column: 1 },
      { line: 4, column: 1 },
    ]);
  });

  it('finds again what the loader counted without the byte-order mark', () => {
    const text = linedText('\uFEFF---\r\ntitle: x  \r\n');
    expect(restOfLine(text, 1, 1)).toEqual({ start: 1, end: 4 });
    expect(restOfLine(text, 2, 1)).toEqual({ start: 6, end: 14 });
    expect(restOfLine(text, 99, 1).start).toBe(text.source.length);
  });

  it('quotes the line', () => {
    expect(marked('one\ntwo three\nfour', 8, 13)).toBe('two [three]');
    expect(marked('one\r\ntwo\r\n', 5, 8)).toBe('[two]');
    expect(marked('', 0, 0)).toBe('[]');
    // A place that goes on over several lines is quoted by its first.
    expect(marked('one\ntwo', 0, 7)).toBe('[one]');
  });

  it('quotes the part of a long line around the place, at whole words', () => {
    const line = `${'before '.repeat(40)}here ${'after '.repeat(40)}`;
    const shown = marked(line, 280, 284);
    expect(shown).toContain('before [here] after');
    expect(shown).toMatch(/^…before /);
    expect(shown.length).toBeLessThan(130);
  });

  it('keeps within the text', () => {
    expect(locate({ file: 'x', span: { start: 5, end: 3 } }, linedText('ab')).span).toEqual({
      start: 2,
      end: 2,
    });
  });
});
