import { type Localized, langs, otherLang } from '#platform/i18n';
import { type Sides, type Turn, between, wholeWords, wordAfter } from './turns.ts';

/** What narrows down to what follows. */
const restrictions: Localized<RegExp> = {
  en: wholeWords(
    '(?<!(?:not|if|the|an?) )only(?! (?:one|an?|the beginning|natural|human|fair|if|after|when|then))|solely|exclusively',
  ),
  fr: wholeWords(
    "(?<!(?:une?|le|la|l['’]|à \\p{L}+|non|pas) )(?:seuls|seules|seulement|uniquement|exclusivement)",
  ),
};
/** Other words that narrow as much. */
const answers: Localized<RegExp> = {
  en: /(?<!\p{L})(?:only|sole|solely|just|alone|single|merely|simply|but|unless|no|not|none|nothing|one|unique|all you|strictly|except|until|nobody|never)(?!\p{L})|n['’]t|exclusiv|limit|restrict|reserv|suffic|specific|internal/iu,
  fr: /(?<!\p{L})(?:seule?s?|juste|ne|que|rien|sauf|hors|pas|aucune?|jamais|une?)(?!\p{L})|(?<!\p{L})n['’]|seulement|uniqu|exclusiv|réserv|limit|restr|suffi|strict|simple|précis/iu,
};
const sign: Localized<RegExp> = { en: /only|solely|exclusive/i, fr: /seul|unique|exclusive/i };

const reach = 24;

export const mayRestrict = (texts: Localized): boolean =>
  langs.some((lang) => sign[lang].test(texts[lang]));

/** What holds of something only in one language, and without any such word in the other. */
export function restrictedIn({ blocks, texts, from, links }: Sides): Turn | null {
  for (const lang of langs) {
    const other = otherLang(lang);
    if (!sign[lang].test(texts[lang]) || answers[other].test(texts[other])) continue;
    for (const { 0: match, index } of texts[lang].matchAll(restrictions[lang])) {
      const [start, end] = [from[lang] + index, from[lang] + index + match.length];
      const word = links[lang][wordAfter(links[lang], blocks[lang], end, reach)];
      const counterpart = word && links[other][word.link];
      if (!counterpart) continue;
      return between(lang, { start, end: word.end }, counterpart);
    }
  }
  return null;
}
