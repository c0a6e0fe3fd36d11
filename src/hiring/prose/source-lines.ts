/** A file's text as `plainLines` leaves it, and the way back to the file. */
export type SourceLines = {
  readonly plain: string;
  /** Lines of `plain`, without their ends. */
  readonly lines: readonly string[];
  /** Offset in `plain` of a line. */
  startOf(line: number): number;
  /** Offset in the file of an offset in `plain`. */
  toSource(offset: number): number;
  /** Line and column of an offset in the file, both from 1. */
  positionOf(offset: number): { line: number; column: number };
};

export function sourceLines(source: string, plain: string): SourceLines {
  const lines = plain.split('\n');
  const plainStarts: number[] = [];
  let at = 0;
  for (const line of lines) {
    plainStarts.push(at);
    at += line.length + 1;
  }
  const mark = source.startsWith('\uFEFF') ? 1 : 0;
  const sourceStarts = source.includes('\r')
    ? startsOfLines(source, mark)
    : plainStarts.map((start) => start + mark);
  return {
    plain,
    lines,
    startOf: (line) => plainStarts[Math.min(line, plainStarts.length - 1)]!,
    toSource: (offset) => {
      const line = indexBefore(plainStarts, offset);
      return sourceStarts[line]! + offset - plainStarts[line]!;
    },
    positionOf: (offset) => {
      const line = indexBefore(sourceStarts, offset);
      return { line: line + 1, column: Math.max(offset - sourceStarts[line]!, 0) + 1 };
    },
  };
}

function startsOfLines(source: string, first: number): number[] {
  const starts = [first];
  for (const end of source.matchAll(/\r\n?|\n/g)) starts.push(end.index + end[0].length);
  return starts;
}

/** Index of the last of some ascending numbers that is not above a value. */
function indexBefore(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (numbers[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
