import { splitFrontMatter } from '#hiring/postings/loader';
import { plainText } from '#ui/words';
import { fieldOf, foldLine, setField, setFlag } from './front-matter-field.ts';
import { plainOf, splice } from './splice.ts';

/** What an author edits of one file. `whole` where its front matter cannot be read. */
export type Parts =
  | { kind: 'fields'; title: string; description: string; body: string; draft: boolean }
  | { kind: 'whole'; text: string };

/** What was typed; fields that are not there stay as they are. */
export type TypedParts = {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly body?: string | undefined;
  readonly draft?: boolean | undefined;
  readonly whole?: string | undefined;
};

export type Edited =
  | { ok: true; source: string }
  /** YAML has no way to say this there. */
  | { ok: false; field: 'title' | 'description' | 'draft' };

/** Takes a file apart for its author. */
export function readParts(source: string): Parts {
  const split = splitFrontMatter('', source);
  if (!split.ok) return { kind: 'whole', text: plainOf(source) };
  const { parts } = split;
  const draft = (parts.yaml.value as Record<string, unknown>)['draft'] ?? false;
  return {
    kind: 'fields',
    title: fieldOf(parts, 'title') ?? '',
    description: fieldOf(parts, 'description') ?? '',
    body: coreOf(parts.body).text,
    draft: draft !== false,
  };
}

/** Puts what was typed into a file. What was not changed stays byte for byte. Pure. */
export function editSource(source: string, typed: TypedParts): Edited {
  const now = readParts(source);
  if (now.kind === 'whole') {
    const text = typed.whole;
    return { ok: true, source: text === undefined ? source : editText(source, text) };
  }
  let edited = source;
  for (const field of ['title', 'description'] as const) {
    const text = typed[field];
    if (text === undefined) continue;
    const written = setField(edited, field, lineOf(text));
    if (written === null) return { ok: false, field };
    edited = written;
  }
  if (typed.draft !== undefined && typed.draft !== now.draft) {
    const written = setFlag(edited, 'draft', typed.draft);
    if (written === null) return { ok: false, field: 'draft' };
    edited = written;
  }
  return { ok: true, source: typed.body === undefined ? edited : setBody(edited, typed.body) };
}

/** A whole text put in the place of another: of a file of facts, or of one that is broken. */
export function editText(source: string, typed: string): string {
  const plain = plainOf(source);
  const { start, end, text } = coreOf(plain);
  const core = coreOf(plainText(typed)).text;
  if (core === text) return source;
  return splice(source, start, end, core);
}

function setBody(source: string, typed: string): string {
  const split = splitFrontMatter('', source);
  if (!split.ok) return source;
  const { body } = split.parts;
  const { start, end, text } = coreOf(body);
  const core = coreOf(plainText(typed)).text;
  if (core === text) return source;
  const plain = plainOf(source);
  const at = plain.length - body.length;
  if (text !== '') return splice(source, at + start, at + end, core);
  // Nothing was said yet: on a line of its own, below the fence.
  const before = plain.endsWith('\n') ? '\n' : '\n\n';
  return splice(source, at, plain.length, `${before}${core}\n`);
}

/** A text without the blank lines around it, and where it stands. */
export function coreOf(text: string): { start: number; end: number; text: string } {
  const start = text.trim() === '' ? text.length : (/^(?:[ \t]*\n)*/.exec(text)?.[0].length ?? 0);
  const end = Math.max(start, text.trimEnd().length);
  return { start, end, text: text.slice(start, end) };
}

function lineOf(text: string): string {
  // oxlint-disable-next-line no-control-regex -- they have no place in a field
  return foldLine(plainText(text).replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F]/g, ''));
}
