import type { Edit, Place } from '#hiring/check';
import type { Block, Document } from '#hiring/prose';

/** Where a part of a block stands in its file. */
export function placeIn(
  document: Document,
  block: Block,
  start = 0,
  end = block.text.length,
): Place {
  return { file: document.file, span: document.spanOf(block, start, end) };
}

/**
 * Replaces a part of a block; null where the file does not write it as it reads (entities, escapes,
 * mark-up or a line break within), so that a fix can cut nothing else.
 */
export function editIn(
  document: Document,
  block: Block,
  start: number,
  end: number,
  text: string,
): Edit | null {
  const span = document.spanOf(block, start, end);
  const written = document.source.slice(span.start, span.end);
  if (written !== block.text.slice(start, end)) return null;
  return { file: document.file, span, text };
}

/** A quotation of at most 80 characters, for a message. */
export function excerpt(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  if (line.length <= 80) return line;
  const cut = line.slice(0, 79);
  const space = cut.lastIndexOf(' ');
  return `${space > 40 ? cut.slice(0, space) : cut}…`;
}

/** The top of a file: for what is missing and so has no place of its own. */
export function topOf(document: Document): Place {
  const title = document.fieldSpan(['title']);
  return { file: document.file, span: title ?? { start: 0, end: 0 } };
}

/** Every match of `find` in the text of a file as it is written, code left out. */
export function* matchesInBody(document: Document, find: RegExp): Generator<RegExpExecArray> {
  const code = document.blocks.filter(({ kind }) => kind === 'code');
  for (const match of document.source.slice(document.bodyStart).matchAll(find)) {
    match.index += document.bodyStart;
    const inCode = code.some(({ span }) => span.start <= match.index && match.index < span.end);
    if (!inCode) yield match;
  }
}
