import { type FrontMatter, splitFrontMatter } from '#hiring/postings/loader';
import { plainOf, splice } from './splice.ts';

/** A text of one line, as fields are read: white space folded, but for the kinds that are meant. */
export function foldLine(text: string): string {
  return text.replaceAll(/[ \t\r\n]+/g, ' ').trim();
}

/** What a field says, as text; null where it is not written, or is no text. */
export function fieldOf({ yaml }: FrontMatter, name: string): string | null {
  const value = (yaml.value as Record<string, unknown>)[name] ?? null;
  if (value === null || typeof value === 'object') return null;
  return foldLine(typeof value === 'string' ? value : (yaml.writtenAt([name]) ?? ''));
}

/**
 * The file with a field of its front matter set, in the manner in which it was written where that
 * can hold the text, else in quotes. Everything else stays byte for byte. Null where there is no way
 * to write it that YAML reads back as meant.
 */
export function setField(source: string, name: string, text: string): string | null {
  const before = partsOf(source);
  if (!before) return null;
  if ((fieldOf(before, name) ?? '') === text) return source;
  return firstRight(source, before, name, candidates(source, before, name, text), (value) =>
    typeof value === 'string' ? foldLine(value) === text : text === '' && value === null,
  );
}

/** The file with a field set to true or false; where it is not written, false needs no writing. */
export function setFlag(source: string, name: string, flag: boolean): string | null {
  const before = partsOf(source);
  if (!before) return null;
  const value = (before.yaml.value as Record<string, unknown>)[name] ?? null;
  if (value === flag || (value === null && !flag)) return source;
  const written = place(before, name, String(flag));
  return firstRight(source, before, name, [written], (now) => now === flag);
}

type Written = { start: number; end: number; text: string };

function firstRight(
  source: string,
  before: FrontMatter,
  name: string,
  ways: readonly Written[],
  isRight: (value: unknown) => boolean,
): string | null {
  const others = withoutField(before, name);
  for (const { start, end, text } of ways) {
    const written = splice(source, start, end, text);
    const after = partsOf(written);
    if (!after || after.body !== before.body || withoutField(after, name) !== others) continue;
    if (isRight((after.yaml.value as Record<string, unknown>)[name] ?? null)) return written;
  }
  return null;
}

function partsOf(source: string): FrontMatter | null {
  const split = splitFrontMatter('', source);
  return split.ok ? split.parts : null;
}

function withoutField({ yaml }: FrontMatter, name: string): string {
  const { [name]: _, ...others } = yaml.value as Record<string, unknown>;
  return JSON.stringify(others);
}

/** Words that some readers of YAML take for something else than text. */
const notText = /^(?:y|n|yes|no|on|off|true|false|null|~|[-+.\d].*)$/i;

/** The ways to write a text there, the one most like what stands there first. */
function candidates(source: string, parts: FrontMatter, name: string, text: string): Written[] {
  const single = `'${text.replaceAll("'", "''")}'`;
  const double = JSON.stringify(text);
  const range = parts.yaml.rangeOf([name]);
  const offset = parts.yamlStart;
  const old = range ? plainOf(source).slice(offset + range.start, offset + range.end) : '';
  const ways = old.startsWith('"') ? [double, single] : [single, double];
  const block = /^([>|][^\n]*\n)([ \t]*)/.exec(old);
  if (block && text !== '') {
    ways.unshift(`${block[1]!}${block[2]!}${text}${old.endsWith('\n') ? '\n' : ''}`);
  } else if (block) {
    return ways.map((way) => place(parts, name, `${way}${old.endsWith('\n') ? '\n' : ''}`));
  } else if (old !== '' && !/^['"]/.test(old) && text !== '' && !notText.test(text)) {
    ways.unshift(text);
  }
  const ending = block && old.endsWith('\n') ? '\n' : '';
  return ways.map((way) => place(parts, name, way.endsWith('\n') ? way : way + ending));
}

/** Where the value of a field stands, or a line of its own at the top where it is not written. */
function place({ yaml, yamlStart }: FrontMatter, name: string, text: string): Written {
  const range = yaml.rangeOf([name]);
  if (!range) return { start: yamlStart, end: yamlStart, text: `${name}: ${text}\n` };
  const [start, end] = [yamlStart + range.start, yamlStart + range.end];
  return { start, end, text: start === end ? ` ${text}` : text };
}
