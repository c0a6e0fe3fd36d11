/** Where a key of the outermost level stands. */
export type PlainPlace = {
  /** From 0. */
  readonly line: number;
  /** Its value in the text, quotes included; null where it is a list or map on lines of its own. */
  readonly range: { readonly start: number; readonly end: number } | null;
};

/** YAML read the short way: its value, and the places of the keys at the outermost level. */
export type PlainYaml = {
  readonly value: Record<string, unknown>;
  readonly places: ReadonlyMap<string, PlainPlace>;
};

/** `start` and `end` are those of the whole line, its end of line included. */
type Line = {
  indent: number;
  text: string;
  number: number;
  spacesAfter: boolean;
  start: number;
  end: number;
};
type Lines = { all: readonly Line[]; next: number };

/** Thrown, and caught here, where something is not plain. */
const notPlain = new Error('not plain');

/**
 * Reads the YAML that postings are nearly all written in: keys of letters, values on one line,
 * `>-` texts, lists and maps. `null` where anything else occurs, right or wrong: the YAML library
 * then decides. It never reads a text differently from the library, only ten times as fast.
 */
export function readPlainYaml(text: string): PlainYaml | null {
  // Control characters, special spaces at line ends, tabs: none of them is plain.
  // oxlint-disable-next-line no-control-regex
  if (/[\0-\t\v-\x1F\x7F-\x9F\u2028\u2029\uFEFF\uFFFE\uFFFF\uD800-\uDFFF]/.test(text)) return null;
  let end = 0;
  const all = text.split('\n').map((line, number): Line => {
    const start = end;
    end = Math.min(start + line.length + 1, text.length);
    const indented = line.replace(/ +$/, '');
    const words = indented.replace(/^ +/, '');
    const spacesAfter = indented.length < line.length;
    const indent = indented.length - words.length;
    return { indent, text: words, number, spacesAfter, start, end };
  });
  const lines = { all, next: 0 };
  try {
    const first = peek(lines);
    if (!first || first.indent !== 0) return null;
    const top = new Map<string, PlainPlace>();
    const value = blockMap(lines, 0, top);
    return peek(lines) ? null : { value, places: top };
  } catch (error) {
    if (error === notPlain) return null;
    throw error;
  }
}

function fail(): never {
  throw notPlain;
}

/** The next line that says something; comments of whole lines and empty lines do not. */
function peek(lines: Lines): Line | null {
  for (; lines.next < lines.all.length; lines.next += 1) {
    const line = lines.all[lines.next]!;
    if (line.text !== '' && !line.text.startsWith('#')) return line;
  }
  return null;
}

/** A key that is a word, and not one that stands for another value. */
const entry = /^(?!(?:true|false|null):)([A-Za-z][\w-]*):(?: +(.+))?$/i;

function blockMap(
  lines: Lines,
  indent: number,
  places?: Map<string, PlainPlace>,
): Record<string, unknown> {
  const map: Record<string, unknown> = {};
  for (let line = peek(lines); line; line = peek(lines)) {
    if (line.indent < indent) break;
    const [, key, written] = line.indent === indent ? (entry.exec(line.text) ?? []) : [];
    if (key === undefined || Object.hasOwn(map, key)) fail();
    places?.set(key, { line: line.number, range: rangeOf(written, line, lines) });
    lines.next += 1;
    map[key] = valueOf(written, lines, indent);
  }
  return map;
}

/** Where the value of a key is written that stands on its line, or begins there with `>-`. */
function rangeOf(written: string | undefined, line: Line, { all }: Lines): PlainPlace['range'] {
  if (written === undefined) return null;
  const start = line.start + line.indent + line.text.length - written.length;
  if (written !== '>-') return { start, end: start + written.length };
  let last = line;
  for (let next = all[last.number + 1]; next; next = all[last.number + 1]) {
    if (next.indent <= line.indent) break;
    last = next;
  }
  return { start, end: last.end };
}

function blockList(lines: Lines, indent: number): unknown[] {
  const list: unknown[] = [];
  for (let line = peek(lines); line; line = peek(lines)) {
    if (line.indent < indent) break;
    const item = line.indent === indent ? /^-( +)(.+)$/.exec(line.text) : null;
    if (!item) fail();
    const [, gap = '', content = ''] = item;
    if (entry.test(content)) {
      // The rest of the line is the first entry of a map, as deep as it stands.
      const inner = indent + 1 + gap.length;
      const all = lines.all as Line[];
      all[lines.next] = { ...line, indent: inner, text: content };
      list.push(blockMap(lines, inner));
    } else {
      lines.next += 1;
      list.push(valueOf(content, lines, indent));
    }
  }
  return list;
}

function valueOf(written: string | undefined, lines: Lines, indent: number): unknown {
  if (written === undefined) return nested(lines, indent);
  const value = written === '>-' ? folded(lines, indent) : inline(written);
  // A deeper line would continue the value.
  const following = peek(lines);
  if (following && following.indent > indent) fail();
  return value;
}

function nested(lines: Lines, indent: number): unknown {
  const line = peek(lines);
  if (!line || line.indent < indent) return null;
  if (line.indent === indent) return line.text.startsWith('-') ? fail() : null;
  return line.text.startsWith('-') ? blockList(lines, line.indent) : blockMap(lines, line.indent);
}

/** Lines of one indentation, joined by spaces; the library knows what becomes of anything else. */
function folded(lines: Lines, indent: number): string {
  const parts: string[] = [];
  let own = 0;
  for (let line = lines.all[lines.next]; line; line = lines.all[lines.next]) {
    if (line.indent <= indent) break;
    own ||= line.indent;
    if (line.indent !== own || line.text === '' || line.spacesAfter) fail();
    parts.push(line.text);
    lines.next += 1;
  }
  const after = lines.all[lines.next];
  if (parts.length === 0 || (after && after.text === '' && peek(lines)?.text.startsWith('#')))
    fail();
  return parts.join(' ');
}

function inline(written: string): unknown {
  if (!/^[{[]/.test(written)) return scalar(written, false);
  const flow = { text: written, at: 0, depth: 0 };
  const value = flowValue(flow);
  return flow.at === written.length ? value : fail();
}

type Flow = { text: string; at: number; depth: number };

/** Deeper than this is no fact of a posting. */
const maxDepth = 10;

function flowValue(flow: Flow): unknown {
  const { text } = flow;
  const collection = /^[{[]/.exec(text.slice(flow.at))?.[0];
  if (collection) {
    flow.depth += 1;
    if (flow.depth > maxDepth) fail();
    const value = collection === '{' ? flowMap(flow) : flowList(flow);
    flow.depth -= 1;
    return value;
  }
  const rest = /^(?:'(?:[^']|'')*'|"[^"\\]*"|[^,[\]{}'"]+)/.exec(text.slice(flow.at));
  if (!rest) fail();
  flow.at += rest[0].length;
  return scalar(rest[0].trimEnd(), true);
}

function flowMap(flow: Flow): Record<string, unknown> {
  const map: Record<string, unknown> = {};
  flow.at += 1;
  do {
    const [whole, key] =
      /^ *(?!(?:true|false|null):)([A-Za-z][\w-]*): +/i.exec(flow.text.slice(flow.at)) ?? [];
    if (whole === undefined || key === undefined || Object.hasOwn(map, key)) fail();
    flow.at += whole.length;
    map[key] = flowValue(flow);
  } while (more(flow, '}'));
  return map;
}

function flowList(flow: Flow): unknown[] {
  const list: unknown[] = [];
  flow.at += 1;
  do {
    flow.at += /^ */.exec(flow.text.slice(flow.at))![0].length;
    const item = flowValue(flow);
    // `[a: b]` is a map in a list.
    if (flow.text.startsWith(':', flow.at)) fail();
    list.push(item);
  } while (more(flow, ']'));
  return list;
}

/** Passes a comma (true) or the end of the collection (false). */
function more(flow: Flow, end: string): boolean {
  flow.at += /^ */.exec(flow.text.slice(flow.at))![0].length;
  const sign = flow.text[flow.at];
  flow.at += 1;
  return sign === ',' || (sign === end ? false : fail());
}

function scalar(written: string, inFlow: boolean): string | number | boolean | null {
  if (/^'(?:[^']|'')*'$/.test(written)) return written.slice(1, -1).replaceAll("''", "'");
  if (/^"[^"\\]*"$/.test(written)) return written.slice(1, -1);
  if (/: |:$| #/.test(written) || (inFlow && written.includes(':'))) fail();
  if (/^(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?$/.test(written)) return Number(written);
  if (written === 'true') return true;
  if (written === 'false') return false;
  if (written === 'null') return null;
  // Dates and UUIDs are text: YAML 1.2 knows neither. Other words of the schema (True, .inf, ~) are not plain.
  if (/^\d{4}-\d{2}-\d{2}(?:[T ][\d:]+(?:Z|[+-][\d:]+)?)?$/.test(written)) return written;
  if (/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(written)) return written;
  return /^\p{L}/u.test(written) && !/^(?:true|false|null)$/i.test(written) ? written : fail();
}
