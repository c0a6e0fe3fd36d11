import type { Document } from 'yaml';
import type { YamlHint } from '../problem.ts';
import { type PlainYaml, readPlainYaml } from './plain-yaml.ts';
import { yamlLibrary } from './yaml-library.ts';

/** A place in a file, counted from 1. */
export type Place = { line: number; column: number };

/** YAML read with places: what a key says, and where it says it. */
export type YamlFile = {
  value: unknown;
  /** Place of the value at a path, or of the nearest thing above it that is written. */
  placeOf(path: readonly (string | number)[]): Place;
  /** Offsets of a written value in the YAML text, quotes included; null where it is not written. */
  rangeOf(path: readonly (string | number)[]): { start: number; end: number } | null;
  /** The text as written of a plain or quoted value: "007" stays "007". */
  writtenAt(path: readonly (string | number)[]): string | null;
};

export type YamlFailure = { hint: YamlHint; text: string; place: Place };

/** Without byte-order mark, and with one kind of line end: as YAML counts lines. */
export function plainLines(source: string): string {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
}

/**
 * Reads one YAML 1.2 document (core schema: no code, no custom tags, aliases limited).
 * `firstLine` is the line of the file at which the text begins, so that places are the file's.
 */
export function readYaml(text: string, firstLine: number): YamlReading {
  const plain = readPlainYaml(text);
  return plain
    ? { ok: true, yaml: plainFile(plain, text, firstLine) }
    : readAnyYaml(text, firstLine);
}

export type YamlReading = { ok: true; yaml: YamlFile } | { ok: false; failure: YamlFailure };

/** Places of the outermost keys are known; the library is asked for others, where there is a problem. */
function plainFile({ value, places }: PlainYaml, text: string, firstLine: number): YamlFile {
  let whole: YamlFile | null = null;
  const read = (): YamlFile => {
    const reading = whole ? null : readAnyYaml(text, firstLine);
    if (reading?.ok) whole = reading.yaml;
    if (!whole) throw new Error('YAML that is plain, and yet cannot be read');
    return whole;
  };
  const [first] = places.values();
  return {
    value,
    placeOf(path) {
      if (path.length > 1) return read().placeOf(path);
      const { line } = places.get(String(path[0])) ?? first!;
      return { line: line + firstLine, column: 1 };
    },
    rangeOf(path) {
      if (path.length !== 1) return read().rangeOf(path);
      const place = places.get(String(path[0]));
      return place ? (place.range ?? read().rangeOf(path)) : null;
    },
    writtenAt: (path) => read().writtenAt(path),
  };
}

/** Reads with the library, whatever is in it. */
export function readAnyYaml(text: string, firstLine: number): YamlReading {
  const { LineCounter, parseDocument } = yamlLibrary();
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const at = lines.linePos(offset);
    return { line: Math.max(at.line, 1) + firstLine - 1, column: Math.max(at.col, 1) };
  };
  const fail = (hint: YamlHint, offset: number) => {
    const place = placeAt(offset);
    const line = text.split('\n')[place.line - firstLine] ?? '';
    return { ok: false as const, failure: { hint, text: line.trim().slice(0, 120), place } };
  };
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const first = document.errors[0];
    if (first) {
      const hint = hints[first.code] ?? 'other';
      const [offset] = first.pos;
      return fail(hint, hint === 'quote' ? openedAt(document, offset) : offset);
    }
    const value: unknown = document.toJS();
    return { ok: true, yaml: { value, ...places(document, placeAt) } };
  } catch {
    // Nesting beyond the stack and alias bombs are thrown by the library, not listed.
    return fail('other', 0);
  }
}

/** Where a quote that is never closed opens: the end of the text says nothing to an author. */
function openedAt(document: Document.Parsed, offset: number): number {
  let opened = offset;
  yamlLibrary().visit(document, {
    Scalar(_, { type, range }) {
      if (type?.startsWith('QUOTE') && range && range[0] < offset && range[1] >= offset) {
        [opened] = range;
      }
    },
  });
  return opened;
}

const hints: Partial<Record<string, YamlHint>> = {
  TAB_AS_INDENT: 'tab',
  MISSING_CHAR: 'quote',
  BAD_DQ_ESCAPE: 'quote',
  BLOCK_AS_IMPLICIT_KEY: 'colon',
  MULTILINE_IMPLICIT_KEY: 'colon',
  BLOCK_IN_FLOW: 'colon',
  BAD_INDENT: 'indent',
  DUPLICATE_KEY: 'duplicate',
  BAD_SCALAR_START: 'character',
  UNEXPECTED_TOKEN: 'character',
  TAG_RESOLVE_FAILED: 'character',
  BAD_ALIAS: 'character',
};

function places(
  document: Document.Parsed,
  placeAt: (offset: number) => Place,
): Pick<YamlFile, 'placeOf' | 'rangeOf' | 'writtenAt'> {
  const { isNode } = yamlLibrary();
  const offsetOf = (path: readonly (string | number)[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range)
        return keyOffset(document, path.slice(0, length)) ?? node.range[0];
    }
    return document.contents?.range[0] ?? 0;
  };
  return {
    placeOf: (path) => placeAt(offsetOf(path)),
    rangeOf: (path) => {
      const node = document.getIn(path, true);
      return isNode(node) && node.range ? { start: node.range[0], end: node.range[1] } : null;
    },
    writtenAt: (path) => {
      const node = document.getIn(path, true);
      const source = isNode(node) && 'source' in node ? node.source : null;
      return typeof source === 'string' ? source : null;
    },
  };
}

/** Authors look for the key: a block value begins on the line after it. */
function keyOffset(document: Document.Parsed, path: readonly (string | number)[]): number | null {
  const { isNode, isPair } = yamlLibrary();
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (!parent || typeof parent !== 'object' || !('items' in parent)) return null;
  for (const item of parent.items as unknown[]) {
    if (!isPair(item) || !isNode(item.key)) continue;
    if ('value' in item.key && item.key.value === path.at(-1)) return item.key.range?.[0] ?? null;
  }
  return null;
}
