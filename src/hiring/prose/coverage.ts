import { type Lang, otherLang } from '#platform/i18n';
import { perCounterparts } from './passages.ts';
import { type Word, type WordForm, translate, wordsOfBlock } from './words.ts';

/** Words of two texts that say the same, each with whether the other text has a word for it. */
export type Coverage = Readonly<Record<Lang, readonly CoveredWord[]>>;

export type CoveredWord = Word & {
  /** The other text has at least one word that may translate it, or its compound. */
  readonly isCovered: boolean;
};

type Words = Readonly<Record<Lang, readonly Word[]>>;

/**
 * Which words of each text find a translation in the other: by the lexicon, as cognates, as the same
 * number or name. One word may stand for several, as a repetition need not be repeated.
 */
export function coverageOf(words: Words): Coverage {
  return { en: covered('en', words), fr: covered('fr', words) };
}

/** The same for two blocks. */
export const coverageOfBlocks = perCounterparts((en, fr): Coverage =>
  coverageOf({ en: wordsOfBlock(en), fr: wordsOfBlock(fr) }),
);

function covered(lang: Lang, words: Words): CoveredWord[] {
  const others = formsByKey(words[otherLang(lang)]);
  const own = words[lang];
  const found = new Map<WordForm, boolean>();
  const has = own.map(({ form }) => {
    let answer = found.get(form);
    if (answer === undefined) {
      found.set(form, (answer = form.isLight || hasTranslation(form, others)));
    }
    return answer;
  });
  // "Cross-functional" is one word: what translates a part of a compound translates it.
  for (let i = 1; i < own.length; i += 1) {
    if (own[i]!.isJoined && has[i - 1] && !own[i - 1]!.form.isLight) has[i] = true;
  }
  for (let i = own.length - 2; i >= 0; i -= 1) {
    if (own[i + 1]!.isJoined && has[i + 1] && !own[i + 1]!.form.isLight) has[i] = true;
  }
  return own.map((word, i) => ({ ...word, isCovered: has[i]! }));
}

function formsByKey(words: readonly Word[]): Map<number, WordForm[]> {
  const forms = new Map<number, WordForm[]>();
  const seen = new Set<WordForm>();
  for (const { form } of words) {
    if (seen.has(form)) continue;
    seen.add(form);
    for (const key of form.keys) {
      const known = forms.get(key);
      if (known) known.push(form);
      else forms.set(key, [form]);
    }
  }
  return forms;
}

function hasTranslation(form: WordForm, others: Map<number, WordForm[]>): boolean {
  for (const key of form.keys) {
    for (const other of others.get(key) ?? []) if (translate(form, other)) return true;
  }
  return false;
}
