import { type ContentProblem, problem } from '../problem.ts';
import { type YamlFile, plainLines, readYaml } from './yaml.ts';

/** A file of the Hugo format, taken apart. */
export type FrontMatter = {
  yaml: YamlFile;
  /** Where the YAML begins, in the text as `plainLines` leaves it. */
  yamlStart: number;
  body: string;
};

const opening = /^\s*?(?<=^|\n)---[ \t]*(?:\n|$)/;
const closing = /^---[ \t]*$/gm;

type Split = { ok: true; parts: FrontMatter } | { ok: false; problem: ContentProblem };

/** The last files asked for: a check reads each for its fields, and again for its words. */
const recent: { file: string; source: string; split: Split }[] = [];
const recentFiles = 2;

/**
 * Splits a posting into its front matter (YAML between two lines of `---`) and its Markdown body.
 * A byte-order mark, CRLF and blank lines before the first fence are accepted.
 */
export function splitFrontMatter(file: string, source: string): Split {
  const known = recent.find((one) => one.file === file && one.source === source);
  if (known) return known.split;
  const split = readParts(file, source);
  recent.push({ file, source, split });
  if (recent.length > recentFiles) recent.shift();
  return split;
}

function readParts(file: string, source: string): Split {
  const plain = plainLines(source);
  const conflict = /^<<<<<<< /m.exec(plain);
  if (conflict && /^>>>>>>> /m.test(plain)) {
    return refuse(
      problem(file, { kind: 'merge-conflict' }, { line: lineAt(plain, conflict.index) }),
    );
  }
  const open = opening.exec(plain);
  if (!open) {
    const firstWord = Math.max(plain.search(/\S/), 0);
    return refuse(problem(file, { kind: 'no-front-matter' }, { line: lineAt(plain, firstWord) }));
  }
  const start = open[0].length;
  const firstLine = lineAt(plain, start);
  closing.lastIndex = start;
  const close = closing.exec(plain);
  if (!close) {
    return refuse(problem(file, { kind: 'unterminated-front-matter' }, { line: firstLine - 1 }));
  }
  const read = readYaml(plain.slice(start, close.index), firstLine);
  if (!read.ok) {
    const { hint, text, place } = read.failure;
    return refuse(problem(file, { kind: 'bad-yaml', hint, text }, place));
  }
  const { value } = read.yaml;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return refuse(problem(file, { kind: 'front-matter-not-fields' }, { line: firstLine }));
  }
  // A slice, not a copy: a large site keeps thousands of these.
  const body = plain.slice(close.index + close[0].length + 1);
  return { ok: true, parts: { yaml: read.yaml, yamlStart: start, body } };
}

/** The Markdown body of a file that `splitFrontMatter` could take apart. */
export function bodyOf(source: string): string {
  const plain = plainLines(source);
  closing.lastIndex = opening.exec(plain)?.[0].length ?? 0;
  const close = closing.exec(plain);
  return close ? plain.slice(close.index + close[0].length + 1) : '';
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function refuse(found: ContentProblem): { ok: false; problem: ContentProblem } {
  return { ok: false, problem: found };
}

/**
 * The translation key that a file claims although it cannot be read as a posting, so that a slip in
 * it is not taken for a withdrawal. A guess from the first line that looks like one.
 */
export function claimedKey(source: string): string | null {
  const claim = /^translationKey:[ \t]*(['"]?)(.+?)\1[ \t]*$/m.exec(
    source.slice(0, 20_000).replaceAll('\r', '\n'),
  );
  return claim ? claim[2]!.trim().normalize('NFC') : null;
}
