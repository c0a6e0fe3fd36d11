import { type Lang, type Localized, langs, otherLang } from '#platform/i18n';
import { type Sides, type Turn, turnRule, wholeWords, wordAfter } from './turns.ts';

type Quantity = 'all' | 'some' | 'most' | 'always' | 'sometimes' | 'both' | 'one';

const said: Readonly<Record<Lang, Readonly<Record<Quantity, RegExp>>>> = {
  en: {
    all: wholeWords('all|every|each|everyone|everybody|everything|entire|whole'),
    some: wholeWords('some|certain(?! (?:that|of|about))|a few'),
    most: wholeWords('(?<!the |at )most(?! (?:\\p{L}+(?:ive|ent|ant|ful|ous|al|ed|ing)) )|the majority|mostly'),
    always: wholeWords('always|at all times|constantly|continually'),
    sometimes: wholeWords('sometimes|occasionally|on occasion|from time to time|at times|rarely|seldom|now and then'),
    both: wholeWords('both'),
    one: wholeWords('(?:at least )?one of|either'),
  },
  fr: {
    all: wholeWords("tous|toutes|chaque|chacune?s?|l['’]ensemble|la totalité|entiers?|entières?|au complet|tout le monde"),
    some: wholeWords('certains|certaines|quelques(?:-une?s)?|une partie'),
    most: wholeWords('la plupart|majorité|majeure partie|plus grande partie|surtout|principalement'),
    always: wholeWords('toujours|en tout temps|constamment|continuellement|en permanence|systématiquement'),
    sometimes: wholeWords("parfois|(?:à l['’]|d['’])occasion|à l['’]occasion|occasionnellement|de temps (?:à autre|en temps)|rarement|quelquefois|il arrive"),
    both: wholeWords("les deux|aux deux|des deux|à la fois|tant|l['’]une? et l['’]autre"),
    one: wholeWords("l['’]une? (?:de|des|d['’])|(?:d|à )?l['’]une? ou l['’]autre|une? (?:seule? )?(?:de|des|d['’]entre) (?:ces|ceux|celles)"),
  },
}; // prettier-ignore

/** What says the same in ways that `said` does not take at their word. */
const also: Readonly<Record<Lang, Readonly<Record<Quantity, RegExp>>>> = {
  en: {
    all: /any|throughout|across|full|complete|always|both|total|no |never|anyone|wh(?:o|at|ere)ever|daily|weekly|per /iu,
    some: /any|several|partial|part|sometimes|occasional|various|select|bit|few|one|different|may|could|possibl/iu,
    most: /main|large|general|usual|often|primar|typical|more|predominant|especially|particular/iu,
    always: /all|every|never|continu|constant|still|each|any|regular|consisten|ongoing|ever|remain|keep/iu,
    sometimes: /some|occasion|may|might|can|could|often|few|possibl|periodic|as needed|if/iu,
    both: /two|each|and|equally|as well/iu,
    one: /one|or |any|a |an |single/iu,
  },
  fr: {
    all: /tout|quel|n['’]importe|aucun|partout|plein|complet|par |toujours|les deux|ensemble|intégral|global|jamais|quotidien|d['’]un bout|chacun/iu,
    some: /plusieurs|certain|parfois|partie|partiel|peu|divers|différent|quelqu|occasion|une? |peu[tv]|pourr|des /iu,
    most: /plus|souvent|généra|habitu|princip|major|essenti|surtout|grande/iu,
    always: /tous|toute|tout|chaque|jamais|constam|contin|régul|systém|sans cesse|demeur|encore|perman|quotidien/iu,
    sometimes: /occasion|parfois|peu|pourr|certain|quelqu|possib|souvent|arriv|besoin|ponctuel/iu,
    both: /deux|ainsi|comme|autant|également|chacun|l['’]un/iu,
    one: /une? |seul|soit|ou /iu,
  },
};

/** Quantities that cannot be meant for each other. */
const apart: readonly (readonly [Quantity, Quantity])[] = [
  ['all', 'some'],
  ['all', 'most'],
  ['most', 'some'],
  ['all', 'one'],
  ['both', 'one'],
  ['always', 'sometimes'],
];

const sign: Localized<RegExp> = {
  en: /all|every|each|entire|whole|some|certain|few|most|majority|always|at times|constant|continual|occasion|time|rare|seldom|now and|both|one of|either/i,
  fr: /tou[st]|chac|chaq|ensemble|totalité|enti|au complet|certain|quelq|partie|plupart|majorité|principal|temps|constam|continu|perman|systém|parfois|occasion|rarement|il arrive|deux|à la fois|tant|l['’]une?|une? /i,
};

const isSaid = (text: string, lang: Lang, quantity: Quantity): boolean =>
  text.search(said[lang][quantity]) >= 0;

/** A place where a quantity is said, with the word that it counts, where that has a counterpart. */
function placeOf({ texts, from, links }: Sides, lang: Lang, quantity: Quantity) {
  for (const { 0: match, index } of texts[lang].matchAll(said[lang][quantity])) {
    const [start, end] = [from[lang] + index, from[lang] + index + match.length];
    const word = wordAfter(links[lang], end, 24);
    const counted = links[lang][word];
    return { start, end: counted && counted.link >= 0 ? counted.end : end };
  }
  return null;
}

function find(sides: Sides): Turn[] {
  const { texts } = sides;
  for (const lang of langs) {
    const other = otherLang(lang);
    for (const [one, two] of apart) {
      for (const [own, said] of [[one, two], [two, one]] as const) {
        if (!isSaid(texts[lang], lang, own) || !isSaid(texts[other], other, said)) continue;
        const isAnswered = [
          isSaid(texts[other], other, own) || also[other][own].test(texts[other]),
          isSaid(texts[lang], lang, said) || also[lang][said].test(texts[lang]),
        ].some(Boolean);
        if (isAnswered) continue;
        const [here, there] = [placeOf(sides, lang, own), placeOf(sides, other, said)];
        if (here && there) return [lang === 'en' ? { en: here, fr: there } : { en: there, fr: here }];
      }
    }
  }
  return [];
}

/** All in one language, some in the other; always, and sometimes. */
export const quantity = turnRule(
  'meaning/quantity',
  (texts) => langs.every((lang) => sign[lang].test(texts[lang])),
  find,
);
