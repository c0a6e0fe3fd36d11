import type { InlineSource } from './parse-inline.ts';
import type { SourceLines } from './source-lines.ts';

/**
 * Finds the lines of a block's content in the file's: each is the end of its line, behind the signs
 * of quotes and items and perhaps spaces that stand for a tab.
 */
export function lineSource(
  lines: SourceLines,
  [first, last]: readonly [number, number],
  content: string,
): InlineSource {
  const starts: number[] = [];
  const bases: number[] = [];
  let line = first;
  let at = 0;
  for (const written of content.split('\n')) {
    const words = written.trim();
    let column = 0;
    if (words !== '') {
      // A reference or an empty line that the parser has skipped holds none of the words.
      let found = line;
      while (found < last && !lines.lines[found]!.includes(words)) found += 1;
      if (found < last) line = found;
      const whole = lines.lines[line] ?? '';
      column = Math.max(whole.lastIndexOf(words), 0) - written.indexOf(words);
    }
    starts.push(at);
    bases.push(lines.toSource(lines.startOf(line)) + column);
    at += written.length + 1;
    line += 1;
  }
  const [base = 0] = bases;
  if (bases.length === 1) return { content, start: base, at: (offset) => base + offset };
  return {
    content,
    start: null,
    at(offset) {
      let index = starts.length - 1;
      while (index > 0 && starts[index]! > offset) index -= 1;
      return bases[index]! + offset - starts[index]!;
    },
  };
}

/** A cell of a table's line, whose content has lost the backslashes before its pipes. */
export function cellSource(
  lines: SourceLines,
  line: number,
  column: number,
  content: string,
): InlineSource | null {
  const whole = lines.lines[line] ?? '';
  const cell = cellsOf(whole)[column];
  if (content === '' || !cell) return null;
  const base = lines.toSource(lines.startOf(line));
  const places: number[] = [];
  let at = cell.start + /^\s*/.exec(whole.slice(cell.start, cell.end))![0].length;
  for (let i = 0; i < content.length; i += 1) {
    if (content[i] === '|' && whole[at] === '\\') at += 1;
    places.push(base + at);
    at += 1;
  }
  return { content, start: null, at: (offset) => places[offset] ?? base + at };
}

function cellsOf(line: string): { start: number; end: number }[] {
  const cells: { start: number; end: number }[] = [];
  let start = /^[>\s]*/.exec(line)![0].length;
  const first = start;
  for (let at = start; at <= line.length; at += 1) {
    const isPipe = line[at] === '|' && line[at - 1] !== '\\';
    if (!isPipe && at < line.length) continue;
    if (!(at === first && isPipe)) cells.push({ start, end: at });
    start = at + 1;
  }
  return cells;
}
