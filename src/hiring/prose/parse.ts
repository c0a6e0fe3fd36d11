import MarkdownIt, { type Token } from 'markdown-it';
import { plainLines, splitFrontMatter } from '#hiring/postings/loader';
import type { Lang } from '#platform/i18n';
import { documentBuilder } from './document-builder.ts';
import type { Env } from './link-targets.ts';
import { readBody } from './parse-body.ts';
import { readField } from './parse-field.ts';
import { spanIn } from './mapped-text.ts';
import { sourceLines } from './source-lines.ts';
import type { Document, Span } from './model.ts';

// Addresses without mark-up are looked for afterwards: `linkify` would change their words.
const markdown = new MarkdownIt({ html: true });
// What stands inside blocks is read when they are; its escapes and entities stay tokens of their own,
// whose length in the file is known.
markdown.core.ruler.disable(['inline', 'text_join']);
// Once: each setting makes linkify compile its expressions again.
markdown.linkify.set({ fuzzyLink: false });

/**
 * Takes a posting file apart: its blocks, headings, lists, tables and mark-up, each with its exact
 * place. Null where its front matter cannot be read (the loader says why).
 */
export function parseDocument(lang: Lang, file: string, source: string): Document | null {
  const split = splitFrontMatter(file, source);
  if (!split.ok) return null;
  const { yaml, yamlStart, body } = split.parts;
  const lines = sourceLines(source, plainLines(source));
  const bodyStart = lines.plain.length - body.length;
  const fieldSpan = (path: readonly (string | number)[]): Span | null => {
    const range = yaml.rangeOf(path);
    if (!range) return null;
    return {
      start: lines.toSource(yamlStart + range.start),
      end: lines.toSource(yamlStart + range.end),
    };
  };

  const builder = documentBuilder(lang);
  for (const field of ['title', 'description'] as const) {
    const span = fieldSpan([field]);
    const value = (yaml.value as Record<string, unknown>)[field];
    if (!span || (typeof value !== 'string' && typeof value !== 'number')) continue;
    const text = readField(String(value), source.slice(span.start, span.end), span);
    builder.add(field, 0, text, false);
  }
  const env: Env = {};
  const tokens: Token[] = markdown.parse(body, env);
  readBody({ tokens, lines, bodyStart, env, markdown }, builder);
  const parts = builder.finish();
  return {
    lang,
    file,
    source,
    bodyStart: lines.toSource(bodyStart),
    ...parts.document,
    spanOf: (block, start, end) => spanIn(parts.runs[block.id]!, start, end),
    fieldSpan,
    positionOf: (offset) => lines.positionOf(offset),
  };
}
