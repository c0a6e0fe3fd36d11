import { type Lang, type Localized, otherLang } from '#platform/i18n';
import { type Word, type WordForm, translate } from './words.ts';

/** A word that is not light, with the word of the other text that it was linked to. */
export type LinkedWord = Word & {
  /** Its place among the other text's linked words; -1 where it has no counterpart of its own. */
  readonly link: number;
  /** The other text has a translation of it, which another word took, as a repetition would. */
  readonly isRepeated: boolean;
  /**
   * A word that is dropped or added freely may translate it ("comfortable", "à l’aise"), or the one
   * word that translates its neighbour does ("public servants", "fonctionnaires").
   */
  readonly isLoose: boolean;
  /**
   * A word of the other text that was left over too, where this one's should stand: what a free
   * translation leaves. -1 where there is none.
   */
  readonly instead: number;
};

export type WordLinks = Localized<readonly LinkedWord[]>;

/** How much it counts that two words stand at the same place of their sentences. */
const placeWeight = 0.7;
/** How much it counts that the words beside them may translate each other too. */
const contextWeight = 0.25;

/** Above so many, words repeat each other as in no sentence: the rest is left alone. */
const mostCandidates = 20_000;

type Candidate = { readonly i: number; readonly j: number; readonly score: number };

/**
 * Links the words of two sentences that say the same, one to one, best pairs first (competitive
 * linking): by how surely they translate each other, how close their places are, and whether their
 * neighbours may translate each other too.
 */
export function linkWords(words: Localized<readonly Word[]>): WordLinks {
  const en = words.en.filter(({ form }) => !form.isLight);
  const fr = words.fr.filter(({ form }) => !form.isLight);
  const candidates = candidatesOf(en, fr);
  const links = { en: new Int16Array(en.length).fill(-1), fr: new Int16Array(fr.length).fill(-1) };
  const wanted = { en: new Uint8Array(en.length), fr: new Uint8Array(fr.length) };
  for (const { i, j } of candidates) {
    wanted.en[i] = 1;
    wanted.fr[j] = 1;
    if (links.en[i] !== -1 || links.fr[j] !== -1) continue;
    links.en[i] = j;
    links.fr[j] = i;
  }
  moveLinks(candidates, links);
  const shared = { en: new Set<number>(), fr: new Set<number>() };
  for (const { i, j } of candidates) {
    if (links.en[i] === -1 && Math.abs(links.fr[j]! - i) === 1) shared.en.add(i);
    if (links.fr[j] === -1 && Math.abs(links.en[i]! - j) === 1) shared.fr.add(j);
  }
  const looseIn = (lang: Lang, own: readonly Word[]): boolean[] => {
    const light = words[otherLang(lang)].filter(({ form }) => form.isLight);
    return own.map(
      ({ form }, at) =>
        links[lang][at] === -1 &&
        (shared[lang].has(at) || light.some((one) => translates(lang, form, one.form))),
    );
  };
  const loose = { en: looseIn('en', en), fr: looseIn('fr', fr) };
  const instead = leftoversPaired(
    en,
    fr,
    links,
    (lang, at) => wanted[lang][at] === 1 || loose[lang][at]!,
  );
  const linked = (lang: Lang, own: readonly Word[]): LinkedWord[] => {
    return own.map((word, at) => {
      const link = links[lang][at]!;
      return {
        ...word,
        link,
        isRepeated: link === -1 && wanted[lang][at] === 1,
        isLoose: loose[lang][at]!,
        instead: instead[lang][at]!,
      };
    });
  };
  return { en: linked('en', en), fr: linked('fr', fr) };
}

/** Frees a counterpart for a word that has none, where the word that took it has another. */
function moveLinks(candidates: readonly Candidate[], links: Links): void {
  // Most sentences need none of it.
  let of: Localized<ReadonlyMap<number, readonly Candidate[]>> | null = null;
  const byWord = () =>
    (of ??= { en: candidatesBy(candidates, 'i'), fr: candidatesBy(candidates, 'j') });
  for (const { i, j } of candidates) {
    if (links.en[i] === -1 && links.fr[j] !== -1) {
      const taker = links.fr[j]!;
      const free = byWord()
        .en.get(taker)
        ?.find((one) => links.fr[one.j] === -1);
      if (!free) continue;
      links.en[taker] = free.j;
      links.fr[free.j] = taker;
      links.en[i] = j;
      links.fr[j] = i;
    } else if (links.fr[j] === -1 && links.en[i] !== -1) {
      const taker = links.en[i]!;
      const free = byWord()
        .fr.get(taker)
        ?.find((one) => links.en[one.i] === -1);
      if (!free) continue;
      links.fr[taker] = free.i;
      links.en[free.i] = taker;
      links.fr[j] = i;
      links.en[i] = j;
    }
  }
}

/** The candidates of each word of one side, the surest first. */
function candidatesBy(
  candidates: readonly Candidate[],
  side: 'i' | 'j',
): ReadonlyMap<number, readonly Candidate[]> {
  return Map.groupBy(candidates, (one) => one[side]);
}

function translates(lang: Lang, own: WordForm, other: WordForm): boolean {
  return lang === 'en' ? translate(own, other) : translate(other, own);
}

type Links = Localized<Int16Array>;

/** How far from its neighbours' counterparts a free translation of a word stands. */
const reach = 3;

/** Pairs words left over on both sides that stand at the same place among the linked ones. */
function leftoversPaired(
  en: readonly Word[],
  fr: readonly Word[],
  links: Links,
  isAnswered: (lang: Lang, at: number) => boolean,
): Links {
  const instead = {
    en: new Int16Array(en.length).fill(-1),
    fr: new Int16Array(fr.length).fill(-1),
  };
  const alone = (lang: Lang, count: number): number[] =>
    Array.from({ length: count }, (_, at) => at).filter(
      (at) => links[lang][at] === -1 && !isAnswered(lang, at),
    );
  const [ofEn, ofFr] = [alone('en', en.length), alone('fr', fr.length)];
  if (ofEn.length * ofFr.length > mostCandidates) return instead;
  const pairs = ofEn.flatMap((i) =>
    ofFr.flatMap((j) => {
      const off = distance(links, i, j, en.length, fr.length);
      return off > reach ? [] : [{ i, j, off }];
    }),
  );
  for (const { i, j } of pairs.sort((a, b) => a.off - b.off || a.i - b.i || a.j - b.j)) {
    if (instead.en[i] !== -1 || instead.fr[j] !== -1) continue;
    instead.en[i] = j;
    instead.fr[j] = i;
  }
  return instead;
}

/** How far two words stand from where their neighbours' links would have them stand. */
function distance(links: Links, i: number, j: number, n: number, m: number): number {
  let least = Math.abs((i + 0.5) / n - (j + 0.5) / m) * Math.max(n, m);
  if (least > reach) least = Number.POSITIVE_INFINITY;
  for (const [own, at, other] of [
    [links.en, i, j],
    [links.fr, j, i],
  ] as const) {
    for (let step = 1; step <= reach; step += 1) {
      for (const beside of [at - step, at + step]) {
        const image = own[beside] ?? -1;
        if (image >= 0) least = Math.min(least, Math.abs(image - other) + (step - 1) * 0.5);
      }
    }
  }
  return least;
}

function candidatesOf(en: readonly Word[], fr: readonly Word[]): Candidate[] {
  const width = fr.length;
  const may = new Uint8Array(en.length * width);
  const places = placesByKey(fr);
  const pairs: { i: number; j: number }[] = [];
  for (const [i, { form }] of en.entries()) {
    for (const key of form.keys) {
      for (const j of places.get(key) ?? []) {
        if (may[i * width + j] !== 0 || !translate(form, fr[j]!.form)) continue;
        may[i * width + j] = 1;
        pairs.push({ i, j });
        if (pairs.length >= mostCandidates) return scored(pairs, en, fr, may);
      }
    }
  }
  return scored(pairs, en, fr, may);
}

/** Pairs with how surely they belong together, the surest first. `may`: 1 where two words may. */
function scored(
  pairs: readonly { readonly i: number; readonly j: number }[],
  en: readonly Word[],
  fr: readonly Word[],
  may: Uint8Array,
): Candidate[] {
  const width = fr.length;
  const near = (i: number, j: number): boolean =>
    i >= 0 && j >= 0 && i < en.length && j < width && may[i * width + j] === 1;
  return pairs
    .map(({ i, j }) => {
      const off = Math.abs((i + 0.5) / en.length - (j + 0.5) / width);
      const around =
        Number(near(i - 1, j - 1) || near(i - 1, j + 1)) +
        Number(near(i + 1, j + 1) || near(i + 1, j - 1));
      const score = likeness(en[i]!.form, fr[j]!.form) - placeWeight * off + contextWeight * around;
      return { i, j, score };
    })
    .sort((a, b) => b.score - a.score || a.i - b.i || a.j - b.j);
}

function placesByKey(words: readonly Word[]): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (const [j, { form }] of words.entries()) {
    for (const key of form.keys) {
      const known = places.get(key);
      if (!known) places.set(key, [j]);
      else if (known.at(-1) !== j) known.push(j);
    }
  }
  return places;
}

/** The same word in both languages links more surely than one of many translations. */
function likeness(a: WordForm, b: WordForm): number {
  if (a.folded === b.folded) return 1.2;
  return a.cognates[0] === b.cognates[0] ? 1.1 : 1;
}
