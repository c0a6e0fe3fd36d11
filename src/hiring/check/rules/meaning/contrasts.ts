import { type Lang, type Localized, langs, otherLang } from '#platform/i18n';
import { type Contrast, type Side, contrasts } from './contrasting-words.ts';
import { type Sides, type Turn, turnRule } from './turns.ts';

const mayContrast = (texts: Localized, { sign }: Contrast): boolean =>
  langs.every((lang) => sign[lang].test(texts[lang]));

function find({ blocks, texts, from }: Sides): Turn[] {
  for (const set of contrasts) {
    if (!mayContrast(texts, set)) continue;
    // Said in the one language, and nowhere near it in the other.
    const alone = (lang: Lang): Side[] =>
      set.sides.filter(({ said, answered }) => {
        const other = otherLang(lang);
        return texts[lang].search(said[lang]) >= 0 && !answered[other].test(blocks[other].text);
      });
    const [en, fr] = langs.map(alone) as [Side[], Side[]];
    if (en.length === 0 || fr.length === 0) continue;
    // A word that answers both sides of its set is no contrast.
    const own = en.find((one) => !fr.includes(one));
    const other = fr.find((one) => one !== own && !one.answered.en.test(blocks.en.text));
    if (!own || !other) continue;
    const placeOf = (lang: Lang, { said }: Side) => {
      const [match] = texts[lang].matchAll(said[lang]);
      const start = from[lang] + match!.index;
      return { start, end: start + match![0].length };
    };
    return [{ en: placeOf('en', own), fr: placeOf('fr', other) }];
  }
  return [];
}

/** Each language says another of several things that exclude each other. */
export const contrast = turnRule(
  'meaning/contrast',
  (texts) => contrasts.some((set) => mayContrast(texts, set)),
  find,
);
