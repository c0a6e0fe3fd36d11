import type { Document, Span } from '#hiring/prose';
import type { LocatedPlace, Place, Position } from '../model.ts';
import { surroundingsOf } from './surroundings.ts';

/** A file's text with its lines counted once. */
export type LinedText = {
  readonly source: string;
  positionOf(offset: number): Position;
  /** The offset of a line and column counted from 1, as the loader counts: without byte-order mark. */
  offsetOf(line: number, column: number): number;
};

/** Longest quotation of a line. */
const quoteLength = 120;

export function linedText(source: string): LinedText {
  const starts = [0];
  for (const { index, 0: end } of source.matchAll(/\r\n?|\n/g)) starts.push(index + end.length);
  const lineAt = (offset: number): number => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    source,
    positionOf(offset) {
      const line = lineAt(offset);
      return { line: line + 1, column: offset - starts[line]! + 1 };
    },
    offsetOf(line, column) {
      const start = starts[Math.min(line, starts.length) - 1] ?? 0;
      const mark = start === 0 && source.startsWith('\uFEFF') ? 1 : 0;
      return Math.min(start + mark + column - 1, source.length);
    },
  };
}

/** From a line and column to the end of what is written on that line. */
export function restOfLine(text: LinedText, line: number, column: number): Span {
  const start = text.offsetOf(line, column);
  const rest = /^[^\r\n]*/.exec(text.source.slice(start))![0];
  return { start, end: start + rest.trimEnd().length };
}

/** Adds to a place what people need to find it. `document`: the file's, where it could be read as one. */
export function locate(
  { file, span }: Place,
  text: LinedText,
  document: Document | null = null,
): LocatedPlace {
  const start = Math.min(Math.max(span.start, 0), text.source.length);
  const end = Math.min(Math.max(span.end, start), text.source.length);
  return {
    file,
    span: { start, end },
    start: text.positionOf(start),
    end: text.positionOf(end),
    quote: quoteOf(text, start, end),
    within: document && surroundingsOf(document, span),
  };
}

/** A line of a file whose text cannot be read. */
export function atLine(file: string, line: number): LocatedPlace {
  const at = { line, column: 1 };
  const nothing = { start: 0, end: 0 };
  return { file, span: nothing, start: at, end: at, quote: { text: '', ...nothing }, within: null };
}

/** The line of a place; of a long one, the part around the place. */
function quoteOf(text: LinedText, start: number, end: number): LocatedPlace['quote'] {
  const { column } = text.positionOf(start);
  const lineStart = start - column + 1;
  const lineEnd = lineStart + /^[^\r\n]*/.exec(text.source.slice(lineStart))![0].length;
  const room = Math.max(0, quoteLength - (Math.min(end, lineEnd) - start));
  const from =
    lineEnd - lineStart <= quoteLength
      ? lineStart
      : startOfWord(text.source, Math.max(lineStart, start - Math.floor(room / 2)), start);
  const to = Math.min(lineEnd, from + quoteLength);
  const [before, after] = [from > lineStart ? '…' : '', to < lineEnd ? '…' : ''];
  const marked = (offset: number): number => Math.min(offset, to) - from + before.length;
  return {
    text: before + text.source.slice(from, to).replaceAll('\t', ' ') + after,
    start: marked(start),
    end: marked(end),
  };
}

/** The first word that begins between two offsets. */
function startOfWord(source: string, from: number, until: number): number {
  if (from === 0 || /\s/.test(source[from - 1]!)) return from;
  const space = source.slice(from, until).search(/\s\S/);
  return space < 0 ? until : from + space + 1;
}
