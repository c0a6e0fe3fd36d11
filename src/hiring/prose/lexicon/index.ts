import type { Lang } from '#platform/i18n';
import { nouns } from './nouns.ts';
import { others } from './others.ts';
import { fold, stemOf } from './stems.ts';

export { lightWords } from './light-words.ts';
export { areCognate, cognateKey, fold, stemOf } from './stems.ts';

type Side = ReadonlyMap<string, readonly number[]>;

let loaded: Record<Lang, Side> | null = null;

/** Numbers of the entries of the lexicon that a stem belongs to: equal numbers translate. */
export function conceptsOf(lang: Lang, stem: string): readonly number[] {
  loaded ??= load();
  return loaded[lang].get(stem) ?? none;
}

const none: readonly number[] = [];

function load(): Record<Lang, Side> {
  const sides = { en: new Map<string, number[]>(), fr: new Map<string, number[]>() };
  const entries = `${nouns}\n${others}`.split(/[;\n]/).filter((entry) => entry.includes('='));
  for (const [number, entry] of entries.entries()) {
    const [en, fr] = entry.split('=');
    for (const [lang, words] of [
      ['en', en!],
      ['fr', fr!],
    ] as const) {
      for (const word of words.trim().split(/[\s-]+/)) {
        const stem = stemOf(lang, fold(word));
        const known = sides[lang].get(stem);
        if (!known) sides[lang].set(stem, [number]);
        else if (known.at(-1) !== number) known.push(number);
      }
    }
  }
  return sides;
}
