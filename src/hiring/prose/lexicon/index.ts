import type { Lang } from '#platform/i18n';
import { adjectives } from './adjectives.ts';
import { everyday } from './everyday.ts';
import { fields } from './fields.ts';
import { idioms } from './idioms.ts';
import { nouns } from './nouns.ts';
import { basesOf } from './irregular.ts';
import { others } from './others.ts';
import { fold, stemOf } from './stems.ts';
import { verbs } from './verbs.ts';

export { lightWords } from './light-words.ts';
export { areCognate, cognateKey, fold, stemOf } from './stems.ts';

type Side = ReadonlyMap<string, readonly number[]>;

let loaded: Record<Lang, Side> | null = null;

/**
 * Numbers of the entries of the lexicon that a word belongs to, by its stem and by what it may be an
 * irregular form of: equal numbers translate.
 */
export function conceptsOf(lang: Lang, folded: string, stem: string): readonly number[] {
  loaded ??= load();
  const entries = loaded[lang];
  const own = entries.get(stem) ?? none;
  const bases = basesOf(lang, folded).flatMap((base) => entries.get(stemOf(lang, base)) ?? none);
  return bases.length === 0 ? own : [...new Set([...own, ...bases])];
}

const none: readonly number[] = [];

function load(): Record<Lang, Side> {
  const sides = { en: new Map<string, number[]>(), fr: new Map<string, number[]>() };
  const entriesOf = (list: string): string[] =>
    list.split(/[;\n]/).filter((entry) => entry.includes('='));
  const entries = [nouns, others, verbs, adjectives, fields, everyday, idioms].flatMap(entriesOf);
  const stems = { en: new Map<string, string>(), fr: new Map<string, string>() };
  for (const [number, entry] of entries.entries()) {
    const [en, fr] = entry.split('=');
    for (const [lang, words] of [
      ['en', en!],
      ['fr', fr!],
    ] as const) {
      for (const word of words.trim().split(/[\s-]+/)) {
        let stem = stems[lang].get(word);
        if (stem === undefined) stems[lang].set(word, (stem = stemOf(lang, fold(word))));
        const known = sides[lang].get(stem);
        if (!known) sides[lang].set(stem, [number]);
        else if (known.at(-1) !== number) known.push(number);
      }
    }
  }
  return sides;
}
