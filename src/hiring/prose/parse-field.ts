import { readHtml } from './html-text.ts';
import { type MappedText, emptyText, joinTexts } from './mapped-text.ts';
import type { Span } from './model.ts';

/**
 * Words of a front-matter field. `written` is the YAML value in the file, quotes included; places
 * inside folded lines and escapes are found by walking both side by side.
 */
export function readField(value: string, written: string, span: Span): MappedText {
  const places = placesOf(value, written);
  let text: MappedText | null = null;
  readHtml(
    { content: value, at: (offset) => span.start + (places[offset] ?? written.length) },
    {
      block() {},
      comment() {},
      words(words) {
        if (text) joinTexts(text, words);
        else text = words;
      },
    },
  );
  return text ?? emptyText(span);
}

function placesOf(value: string, written: string): number[] {
  const places: number[] = [];
  const [quote] = written;
  let at = quote === '"' || quote === "'" ? 1 : (/^[|>][^\n]*\n/.exec(written)?.[0].length ?? 0);
  for (const sign of value) {
    if (/\s/.test(sign)) {
      // Folding turns a line end into a space: the place of one is the place of the other.
      const space = /[^\S]/.test(written[at] ?? '') ? at : -1;
      places.push(space < 0 ? at : space);
      while (/[ \t\n\r]/.test(written[at] ?? '')) at += 1;
      if (space >= 0 && at === space) at += 1;
      continue;
    }
    while (/[ \t\n\r]/.test(written[at] ?? '')) at += 1;
    if (written.startsWith(sign, at)) {
      for (let i = 0; i < sign.length; i += 1) places.push(at + i);
      at += sign.length;
      if (quote === "'" && sign === "'") at += 1;
      continue;
    }
    for (let i = 0; i < sign.length; i += 1) places.push(at);
    const escape = /^\\(?:u[\da-f]{4}|x[\da-f]{2}|U[\da-f]{8}|[^])/i.exec(
      written.slice(at, at + 10),
    );
    const next = escape ? at + escape[0].length : written.indexOf(sign, at);
    at = next < 0 ? at : next + (escape ? 0 : sign.length);
  }
  return places;
}
