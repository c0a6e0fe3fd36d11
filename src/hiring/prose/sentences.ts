import type { Sentence } from './model.ts';

/** A stop with the quotes and brackets that close after it, and the white space behind. */
const stops =
  /([.!?…]+)([\])}»”’"*]*(?:[ \u00A0\u202F]»)?)(\s+)(?=(["'“‘«([\p{Pd}]*[\s\u00A0]*)(\S))/gu;

/** Words that end with a point and do not end a sentence, in either language. */
const abbreviations = new Set(
  `m mm mr mrs ms mx dr dre drs pr prof me st ste mgr hon p pp ed éd
  ex cf c.-à-d i.e e.g vs approx env max min tel tél dept dép inc ltd ltée cie jr sr gov
  gouv jan feb févr aug sept oct nov dec déc janv avr juill av boul blvd ave approx incl al ca
  réf ref bur att app chap u.s g.-b a.m p.m`.split(/\s+/),
);

/** Abbreviations of what a number follows; else they are words, and "poste" often the last one. */
const numbered = new Set(`no nos n vol art par sec fig ext poste`.split(' '));

/** Abbreviations that often end a sentence too: the sign that follows decides. */
const open = new Set(['etc', 'inc', 'ltd', 'ltée', 'a.m', 'p.m', 'u.s', 'jr', 'sr', 'al', 'cie']);

/** How far back a word is looked for. */
const longestWord = 40;

/**
 * Sentences of a block's words, in order and without the space between them. One rule serves both
 * languages; a segmenter of the platform does not know "c.-à-d.", "p. ex." or "M. Roy".
 */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const stop of text.matchAll(stops)) {
    const [, signs, closers, space, , next] = stop;
    const end = stop.index + signs!.length + closers!.length;
    const before = text.slice(Math.max(start, stop.index - longestWord), stop.index);
    if (!endsSentence(before, signs!, closers!, next!)) continue;
    sentences.push({ start, end });
    start = end + space!.length;
  }
  const end = text.trimEnd().length;
  if (end > start) sentences.push({ start, end });
  return sentences;
}

function endsSentence(before: string, signs: string, closers: string, next: string): boolean {
  const isLower = /\p{Ll}/u.test(next);
  if (/[!?]/.test(signs)) return !isLower || closers === '';
  if (isLower) return false;
  if (signs !== '.') return true;
  const word = /[^\s(«“"'’]*$/u.exec(before)![0];
  // "1." at the beginning of a heading or line, and initials: "J. Roy".
  if (/^\d{1,3}$/.test(word) && word.length === before.trim().length) return false;
  if (/^\p{Lu}$/u.test(word) && closers === '') return false;
  const folded = word.toLowerCase();
  if (open.has(folded)) return /\p{Lu}/u.test(next);
  if (numbered.has(folded)) return !/\d/.test(next);
  return !abbreviations.has(folded) || closers !== '';
}
