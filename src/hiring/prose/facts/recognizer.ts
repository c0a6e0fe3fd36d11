import type { Lang } from '#platform/i18n';
import type { FactKind, TextFact } from '../model.ts';

/**
 * Finds the facts of one kind. It is given text in which everything that was recognized before is
 * masked, so that a later kind cannot take a part of it.
 */
export type Recognize = (text: string, lang: Lang) => TextFact[];

export function fact(
  kind: FactKind,
  value: string,
  start: number,
  end: number,
  asWord = false,
): TextFact {
  return { kind, value, start, end, asWord };
}

const mask = '\uFFFC';

/** The text with these parts made unreadable, every offset kept. */
export function without(
  text: string,
  parts: readonly { readonly start: number; readonly end: number }[],
): string {
  let rest = text;
  for (const { start, end } of parts) {
    rest = rest.slice(0, start) + mask.repeat(end - start) + rest.slice(end);
  }
  return rest;
}

const toLevel = /[\u2010-\u2013\u2212’\u00A0\u2009\u202F\t\n]/;

/**
 * The same text, one character for one, with one kind of hyphen and of apostrophe, and every space
 * alike, but for a non-breaking one that groups thousands.
 */
export function uniform(text: string): string {
  if (!toLevel.test(text)) return text;
  return text
    .replaceAll(/[\u2010-\u2013\u2212]/g, '-')
    .replaceAll('’', "'")
    .replaceAll(/(?<=\d)[\u00A0\u2009\u202F](?=\d{3}(?!\d))/g, '\u00A0')
    .replaceAll(/[\t\n\u2009\u202F]|(?<!\d)\u00A0|\u00A0(?!\d{3}(?!\d))/g, ' ');
}

/**
 * The same text without capitals, one character for one: a long pattern that need not tell them apart
 * takes several times as long to make ready as one that is given none.
 */
export function inLowerCase(text: string): string {
  // The one capital whose small letter is two characters.
  return text.replaceAll('İ', 'ı').toLowerCase();
}

/** A pattern that begins and ends at the edge of a word, in any alphabet. */
export function wordPattern(source: string, flags = 'iu'): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${source})(?![\\p{L}\\p{N}_])`, `g${flags}`);
}

/** A recognizer that is tried only where there is a sign of what it looks for: most texts have none. */
export function onlyWith(sign: RegExp, recognize: Recognize): Recognize {
  return (text, lang) => (sign.test(text) ? recognize(text, lang) : nothing);
}

const nothing: TextFact[] = [];

/** Runs recognizers one after the other, each on what the others left. */
export function inOrder(...recognizers: readonly Recognize[]): Recognize {
  return (text, lang) => {
    const found: TextFact[] = [];
    let rest = text;
    for (const recognize of recognizers) {
      const facts = recognize(rest, lang);
      if (facts.length === 0) continue;
      found.push(...facts);
      rest = without(rest, facts);
    }
    return found;
  };
}
