import { readHtml } from './html-text.ts';
import { type MappedText, appendRun, emptyText, joinTexts } from './mapped-text.ts';
import type { Span } from './model.ts';

/**
 * Words of a front-matter field. `written` is the YAML value in the file, quotes included; places
 * inside folded lines and escapes are found by walking both side by side.
 */
export function readField(value: string, written: string, span: Span): MappedText {
  const places = placesOf(value, written);
  const at = (offset: number): number => span.start + (places[offset] ?? written.length);
  if (value !== '' && !notPlain.test(value)) return plainText(value, at);
  let text: MappedText | null = null;
  readHtml(
    { content: value, at },
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

/** What HTML would make something else of: tags, entities, spaces to fold or to take off. */
const notPlain = /[<&\t\n\r]|^\s|\s$| {2}/;

function plainText(value: string, at: (offset: number) => number): MappedText {
  const text = emptyText({ start: at(0), end: at(value.length - 1) + 1 });
  let from = 0;
  for (let to = 1; to <= value.length; to += 1) {
    if (to < value.length && at(to) === at(to - 1) + 1) continue;
    appendRun(text, value.slice(from, to), { start: at(from), end: at(to - 1) + 1 });
    from = to;
  }
  return text;
}

const isBlank = (sign: string | undefined): boolean =>
  sign === ' ' || sign === '\n' || sign === '\t' || sign === '\r';

/** Most signs are plain letters, of which no expression need be asked. */
const isSpace = (sign: string): boolean => !(sign > ' ' && sign < '\u007F') && /\s/.test(sign);

function placesOf(value: string, written: string): number[] {
  const places: number[] = [];
  const [quote] = written;
  let at = quote === '"' || quote === "'" ? 1 : (/^[|>][^\n]*\n/.exec(written)?.[0].length ?? 0);
  for (const sign of value) {
    if (isSpace(sign)) {
      // Folding turns a line end into a space: the place of one is the place of the other.
      const space = isSpace(written[at] ?? '?') ? at : -1;
      places.push(space < 0 ? at : space);
      while (isBlank(written[at])) at += 1;
      if (space >= 0 && at === space) at += 1;
      continue;
    }
    while (isBlank(written[at])) at += 1;
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
