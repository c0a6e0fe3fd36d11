import type { Lang } from '#platform/i18n';
import { perBlock } from './passages.ts';
import { areCognate, cognateKey, conceptsOf, fold, lightWords, stemOf } from './lexicon/index.ts';

/** What is known of a form, wherever it stands. */
export type WordForm = {
  readonly folded: string;
  readonly kind: 'word' | 'name' | 'number';
  /** Free to be dropped or added: articles, pronouns, auxiliaries. */
  readonly isLight: boolean;
  /** Entries of the lexicon that it belongs to. */
  readonly concepts: readonly number[];
  /** Stem with spelling levelled; two where French has lost an "s" ("étape"). */
  readonly cognates: readonly string[];
  /**
   * What it is looked up by in the other language, as numbers: words that translate share one,
   * nearly always.
   */
  readonly keys: readonly number[];
  /** The same, but for what likens texts to each other: fewer words share one by chance. */
  readonly marks: readonly number[];
  /** Of words of the other language: whether they may translate it, as far as that was asked. */
  translations: Map<WordForm, boolean> | null;
};

export type Word = {
  readonly form: WordForm;
  readonly start: number;
  readonly end: number;
  /** A hyphen joins it to the word before. */
  readonly isJoined: boolean;
};

const pattern =
  /\d[\d\u00A0\u202F.,]*\d|\d|[\p{L}\p{M}]+(?:[·•.](?=[\p{Ll}]{1,6}[·•]?)[\p{Ll}·•]+)?/gu;
const forms: Record<Lang, Map<string, WordForm>> = { en: new Map(), fr: new Map() };
/** Forms kept: a site's vocabulary is far smaller, and a hostile file must not fill the memory. */
const mostForms = 50_000;

/** Words of a text in order. Hyphens and apostrophes part them; "candidat·e·s" is "candidat". */
export function wordsOf(lang: Lang, text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: written, index } of text.matchAll(pattern)) {
    const isJoined = words.at(-1)?.end === index - 1 && /[-‑/]/.test(text[index - 1]!);
    const end = index + written.length;
    words.push({ form: formOf(lang, written), start: index, end, isJoined });
  }
  return words;
}

/** The words of a block. */
export const wordsOfBlock = perBlock<readonly Word[]>(({ text, passage }) =>
  wordsOf(passage.lang, text),
);

function formOf(lang: Lang, written: string): WordForm {
  const known = forms[lang].get(written);
  if (known) return known;
  if (forms[lang].size > mostForms) forms[lang].clear();
  const form = analyse(lang, written);
  forms[lang].set(written, form);
  return form;
}

function analyse(lang: Lang, written: string): WordForm {
  if (/^\d/.test(written)) {
    const folded = written.replaceAll(/[^\d]/g, '');
    return {
      folded,
      kind: 'number',
      isLight: false,
      concepts: [],
      cognates: [folded],
      keys: [keyNumber(folded)],
      marks: [keyNumber(folded)],
      translations: null,
    };
  }
  const whole = written.split(/[·•.]/)[0]!;
  const folded = fold(whole);
  const isName = /^\p{Lu}[\p{Lu}\d]+$/u.test(whole) && whole.length <= 6;
  const stem = stemOf(lang, folded);
  const key = cognateKey(stem);
  const cognates = [key];
  if (lang === 'fr' && /^é[tpc](?!h)/i.test(whole)) cognates.push(`s${key.slice(1)}`);
  if (lang === 'fr' && key.includes('o')) cognates.push(key.replace(/eur$/, 'or'));
  const concepts = conceptsOf(lang, folded, stem);
  const ofConcepts = concepts.map((concept) => keyNumber(`#${concept}`));
  return {
    folded,
    kind: isName ? 'name' : 'word',
    isLight: folded.length < 2 || lightWords[lang].has(folded),
    concepts,
    cognates: [...new Set(cognates)],
    keys: [...ofConcepts, ...cognates.map((one) => keyNumber(one.slice(0, 3)))],
    marks: [...ofConcepts, ...cognates.map((one) => keyNumber(`~${one.slice(0, 5)}`))],
    translations: null,
  };
}

const keyNumbers = new Map<string, number>();
let lastNumber = 0;

function keyNumber(key: string): number {
  let number = keyNumbers.get(key);
  if (number === undefined) {
    if (keyNumbers.size > mostForms) keyNumbers.clear();
    lastNumber += 1;
    number = lastNumber;
    keyNumbers.set(key, number);
  }
  return number;
}

/** Whether two words, one of each language, may translate each other. */
export function translate(a: WordForm, b: WordForm): boolean {
  const known = (a.translations ??= new Map());
  let answer = known.get(b);
  if (answer === undefined) {
    if (known.size > mostTranslations) known.clear();
    known.set(b, (answer = mayTranslate(a, b)));
  }
  return answer;
}

/** Words of the other language that one is compared with share a key with it: they are few. */
const mostTranslations = 2000;

function mayTranslate(a: WordForm, b: WordForm): boolean {
  if (a.kind === 'number' || b.kind === 'number') return a.folded === b.folded;
  for (const concept of a.concepts) if (b.concepts.includes(concept)) return true;
  if (a.folded === b.folded && a.folded.length > 2) return true;
  return a.cognates.some((one) => b.cognates.some((other) => areCognate(one, other)));
}
