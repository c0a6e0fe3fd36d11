import { wordsOf } from '#hiring/prose';
import { recentTexts } from '#platform/recent-texts';
import { type Lang, langs, otherLang } from '#platform/i18n';
import { identification } from './identification.ts';
import { masked } from './prose-text.ts';

/*
 * Small words that belong to one of the two languages only settle nearly every sentence in a few
 * microseconds, and the words of the lexicon most others; `eld` is asked where both say too little. Its
 * tables are large: they are read when they are first needed, which for most postings is never.
 */
const small: Readonly<Record<Lang, ReadonlySet<string>>> = {
  en: new Set(
    `the and of to in for with is are be been will would you your we our they their this that these
    those at by from have has had can could should must may it its who what when where how which not
    or an if all any each other more most such into through within while both as do does about across
    here there than then also only anywhere experience knowledge ability skills working work people help
    hiring looking team teams location apply requirements other information i’m you’re it’s don’t you’ll we’ll
    one essential equivalent level`.split(/\s+/),
  ),
  fr: new Set(
    `le la les des du un une et de en pour avec est sont être été vous votre vos nous notre nos ils
    elles leur leurs ce cet cette ces aux au par dans qui que quoi dont où sur sous sans ne pas plus ou
    il elle on se sa son ses mais comme si tout toute tous toutes afin lors entre chez vers ainsi
    peut doit doivent peuvent avez avons ont à y expérience connaissance connaissances capacité travail
    équipe équipes gens aider poste postes autres renseignements exigences
    faites mots niveau essentiel essentielle équivalent équivalente`.split(/\s+/),
  ),
};
/** Also words of the other language, or names: no evidence. */
const shared = new Set(['on', 'in', 'an', 'as', 'son', 'if', 'or', 'am', 'plus', 'us', 'me', 'do']);
const langOf = new Map<string, Lang>(
  langs.flatMap((lang) => [...small[lang]].map((one) => [one, lang] as const)),
);
for (const one of shared) langOf.delete(one);

export type Evidence = { readonly words: number; readonly en: number; readonly fr: number };

const word = /[\p{L}’'-]+/gu;
const elided = /^(?:[ldjnsmtc]|qu|jusqu|lorsqu|puisqu)[’']/;
const contracted = /[’'](?:s|re|ve|ll|d|m)$|n[’']t$/;
const accented = /[éèêàùçîôœ]/;

const recent = recentTexts<Evidence>();

/** What the small words of a text say of its language. */
export function evidenceOf(text: string): Evidence {
  return recent(text, weigh);
}

function weigh(text: string): Evidence {
  const counts = { en: 0, fr: 0 };
  const words = text.toLowerCase().match(word) ?? [];
  for (const one of words) {
    const lang = langOf.get(one);
    if (lang) counts[lang] += 1;
    else if (one.includes('’') || one.includes("'")) {
      if (elided.test(one)) counts.fr += 1;
      else if (contracted.test(one)) counts.en += 1;
    } else if (accented.test(one)) counts.fr += 0.5;
  }
  return { words: words.length, ...counts };
}

/** Whether small words leave no doubt that a text is in a language. */
export function surelyIn(text: string, lang: Lang): boolean {
  const found = evidenceOf(text);
  return found[lang] >= 1 && found[lang] > 4 * found[otherLang(lang)];
}

/** Which language a text is more like, however short, and how many times more. */
export function likenessOf(text: string): Likeness {
  return recentLikeness(text, compare);
}

type Likeness = { lang: Lang; times: number };

const recentLikeness = recentTexts<Likeness>();

function compare(text: string): Likeness {
  const scores = identification().detect(text.toLowerCase()).getScores();
  const [english, french] = [scores['en'] ?? 0.01, scores['fr'] ?? 0.01];
  return english >= french
    ? { lang: 'en', times: english / french }
    : { lang: 'fr', times: french / english };
}

/** The language of a text of at least a few words, or null where that cannot be told. */
export function languageOf(text: string): Lang | null {
  const { words, en, fr } = evidenceOf(text);
  if (words < 3) return null;
  if (en >= 2 && en >= 3 * fr) return 'en';
  if (fr >= 2 && fr >= 3 * en) return 'fr';
  if (words < 4) return null;
  const lang = vocabularyOf(text) ?? muchMoreLike(text, words < 8 ? 1.35 : 1.15);
  return lang === 'en' ? (en >= fr ? 'en' : null) : lang === 'fr' && fr >= en ? 'fr' : null;
}

/** A short text must be much more like the one language than like the other. */
function muchMoreLike(text: string, atLeast: number): Lang | null {
  const { lang, times } = likenessOf(text);
  return times > atLeast ? lang : null;
}

/** Words of the lexicon that settle a language. */
const enough = 2;

/** The language of which a text has several words of the lexicon, where it has none of the other's. */
function vocabularyOf(text: string): Lang | null {
  const known = langs.map((lang) =>
    wordsOf(lang, text).map(({ form }) => !form.isLight && form.concepts.length > 0),
  );
  const [en, fr] = known as [boolean[], boolean[]];
  const ofEnglish = en.filter((isKnown, at) => isKnown && !fr[at]).length;
  const ofFrench = fr.filter((isKnown, at) => isKnown && !en[at]).length;
  if (ofEnglish >= enough && ofFrench === 0) return 'en';
  return ofFrench >= enough && ofEnglish === 0 ? 'fr' : null;
}

/**
 * The words of a text that must be in its own language: without quotations, what stands in
 * parentheses, and names (capitalized words that begin no sentence).
 */
export function ownWords(text: string): string {
  return text
    .replaceAll(masked, ' ')
    .replaceAll(/«[^»]*»|“[^”]*”|"[^"]*"|\([^)]*\)/gu, ' ')
    .replaceAll(
      /(?<=[\p{Ll},’']\s)\p{Lu}[\p{L}’'-]*(?:\s(?:of|the|de|du|des|et|and|for|la|&)\s\p{Lu}[\p{L}’'-]*|\s\p{Lu}[\p{L}’'-]*)*/gu,
      ' ',
    )
    .replaceAll(/\b[\p{Lu}\d]{2,}\b/gu, ' ');
}
