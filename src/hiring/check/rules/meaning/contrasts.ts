import { type Lang, type Localized, langs, otherLang } from '#platform/i18n';
import { type Side, contrasts } from './contrasting-words.ts';
import { type Sides, type Turn, turnRule } from './turns.ts';

/**
 * A part of every word of each set, in its order: most sentences have none in one of the languages, and
 * this is asked of all of them.
 */
const signs: readonly Localized<RegExp>[] = [
  [/dail|day|week|month|quarter|year|annual/i, /jour|quotid|semain|hebdo|mois|mensu|trimes|ann[ué]|les? ans|(?:chaque|par) an/i],
  [/federal|provinc|territor|municip|internation/i, /fédér|provinc|territo|municip|internation/i],
  [/junior|interm|mid-l|middle|senior/i, /débutan|subalt|interm|cadre|direction/i],
  [/graduate|master|doctor|ph\.?d|bachelor/i, /cycle|baccal|doctor/i],
  [/morning|noon|evening/i, /matin|midi|soir/i],
  [/full|part[- ]t/i, /temps p/i],
  [/permanen|determin|tempora|term |casual|season/i, /permanen|durée|tempor|occasion|saison/i],
  [/intern|extern/i, /intern|extern/i],
  [/private|public/i, /secteur/i],
  [/spoken|oral|writ/i, /ora[lu]|parl|voix|écrit/i],
  [/secret|reliab/i, /secret|fiabil/i],
  [/lingual/i, /lingue/i],
  [/english|french/i, /anglais|français/i],
  [/atlant|pacific|prairies|qu[eé]bec|ontario|manitoba|saskat|alberta|columbia|brunswick|scotia|edward|newfound|yukon|nunavut|northwest|canada/i, /atlant|pacif|prairies|québec|ontario|manitoba|saskat|alberta|colombie|brunswick|écosse|édouard|terre-n|yukon|nunavut|nord-ou|canada/i],
  [/ottawa|gatineau|toronto|montr|vancouver|halifax|winnipeg|calgary|edmonton|regina|moncton|frederict|charlottet|whitehorse|yellowknife|iqaluit|saskatoon|victoria/i, /ottawa|gatineau|toronto|montré|vancouver|halifax|winnipeg|calgary|edmonton|regina|moncton|frederict|charlottet|whitehorse|yellowknife|iqaluit|saskatoon|victoria/i],
].map(([en, fr]) => ({ en: en!, fr: fr! })); // prettier-ignore

const mayContrast = (texts: Localized, sign: Localized<RegExp>): boolean =>
  langs.every((lang) => sign[lang].test(texts[lang]));

function find({ blocks, texts, from }: Sides): Turn[] {
  for (const [index, set] of contrasts.entries()) {
    if (!mayContrast(texts, signs[index]!)) continue;
    // Said in the one language, and nowhere near it in the other.
    const alone = (lang: Lang): Side[] =>
      set.filter(({ said, answered }) => {
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
  (texts) => signs.some((sign) => mayContrast(texts, sign)),
  find,
);
