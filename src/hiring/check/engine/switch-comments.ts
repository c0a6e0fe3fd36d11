import type { Span } from '#hiring/prose';

/** A comment that may be a switch. */
export type SwitchComment = {
  /** What it says, without the signs of a comment. */
  readonly text: string;
  readonly span: Span;
  /** Where that ends which stands next to it: as far as `tandem-disable-next` goes. */
  nextEnd(): number;
};

/** The comments of YAML that stand on a line of their own and speak to the linter. */
export function yamlComments(source: string): SwitchComment[] {
  return [...source.matchAll(/^([ \t]*)#([ \t]*tandem-.*)$/gm)].map((match) => {
    const start = match.index + match[1]!.length;
    const end = match.index + match[0].length;
    return { text: match[2]!, span: { start, end }, nextEnd: () => endOfEntry(source, end) };
  });
}

/** The end of the next entry: its line, and those after it that stand deeper. */
function endOfEntry(source: string, offset: number): number {
  const lines = /^([ \t]*)(?![ \t#\r\n]).*$/gm;
  lines.lastIndex = offset;
  const first = lines.exec(source);
  if (!first) return source.length;
  let end = lines.lastIndex;
  for (let next = lines.exec(source); next; next = lines.exec(source)) {
    // A list may stand as deep as its key.
    const inside = next[1]!.length > first[1]!.length || isItemOf(first, next);
    if (!inside) break;
    end = lines.lastIndex;
  }
  return end;
}

function isItemOf(key: RegExpExecArray, line: RegExpExecArray): boolean {
  return line[1] === key[1] && /^[ \t]*- /.test(line[0]) && !/^[ \t]*- /.test(key[0]);
}
