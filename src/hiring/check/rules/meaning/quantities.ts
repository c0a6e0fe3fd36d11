import { type Lang, type Localized, langs, otherLang } from '#platform/i18n';
import { mayRestrict, restrictedIn } from './only.ts';
import { type Sides, type Turn, between, turnRule, wholeWords, wordAfter } from './turns.ts';

type Quantity = 'all' | 'some' | 'most' | 'always' | 'sometimes' | 'both' | 'one';

const said: Readonly<Record<Lang, Readonly<Record<Quantity, RegExp>>>> = {
  en: {
    all: wholeWords('(?<!(?:above|after|first of|at|for|over) )all(?! (?:the more|about|in|around))|every|each|everyone|everybody|everything|entire|whole'),
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
    most: wholeWords('la plupart|majorité|majeure partie|plus grande partie'),
    always: wholeWords('toujours|en tout temps|constamment|continuellement|en permanence|systématiquement'),
    sometimes: wholeWords("parfois|(?:à l['’]|d['’])occasion|à l['’]occasion|occasionnellement|de temps (?:à autre|en temps)|rarement|quelquefois|il arrive"),
    both: wholeWords("les deux|aux deux|des deux|à la fois|tant|l['’]une? et l['’]autre"),
    one: wholeWords("l['’]une? (?:de|des|d['’])|(?:d|à )?l['’]une? ou l['’]autre|une? (?:seule? )?(?:de|des|d['’]entre) (?:ces|ceux|celles)"),
  },
}; // prettier-ignore

/** What says the same in ways that `said` does not take at their word. */
const also: typeof said = {
  en: {
    all: wholeWords('any|throughout|across|full|complete|always|both|total|no|never|anyone|whoever|whatever|wherever|daily|weekly|per'),
    some: wholeWords('any|several|part(?:ly|ial)?|sometimes|occasional(?:ly)?|various|select(?:ed)?|bit|few|different|may|could|possibl[ey]'),
    most: wholeWords('main(?:ly)?|large(?:ly)?|general(?:ly)?|usual(?:ly)?|often|primar\\p{L}+|typical\\p{L}*|more|predominant\\p{L}*|especially|particular\\p{L}*|the most'),
    always: wholeWords('all|every|never|continu\\p{L}+|constant\\p{L}*|still|each|any|regular\\p{L}*|consistent\\p{L}*|ongoing|ever|remains?|keep\\p{L}*'),
    sometimes: wholeWords('some|occasion\\p{L}*|may|might|can|could|often|few|possib\\p{L}+|periodic\\p{L}*|as needed|if'),
    both: wholeWords('two|each|equally|as well'),
    one: wholeWords('one|or|any|single'),
  },
  fr: {
    all: wholeWords("tout|toute|quel\\p{L}*|n['’]importe|aucune?|partout|plein\\p{L}*|complet|complète\\p{L}*|toujours|les deux|ensemble|intégral\\p{L}*|jamais|quotidien\\p{L}*"),
    some: wholeWords('plusieurs|certaine?|parfois|partie|partiel\\p{L}*|peu|divers\\p{L}*|différent\\p{L}*|quelqu\\p{L}*|occasion\\p{L}*|peu[tv]\\p{L}*|pourr\\p{L}+'),
    most: wholeWords('plus|souvent|général\\p{L}*|habitu\\p{L}+|princip\\p{L}+|major\\p{L}+|essenti\\p{L}+|surtout|grande?'),
    always: wholeWords('tou[ts]|toutes?|chaque|jamais|contin\\p{L}+|régul\\p{L}+|systém\\p{L}+|sans cesse|demeur\\p{L}+|encore|perman\\p{L}+|quotidien\\p{L}*'),
    sometimes: wholeWords('occasion\\p{L}*|peu[tv]?\\p{L}*|pourr\\p{L}+|certain\\p{L}*|quelqu\\p{L}+|possib\\p{L}+|souvent|arriv\\p{L}+|besoin|ponctuel\\p{L}*'),
    both: wholeWords('deux|ainsi que|comme|autant|également|chacune?'),
    one: wholeWords('seule?s?|soit|ou'),
  },
}; // prettier-ignore

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
  fr: /tou[jst]|chac|chaq|ensemble|totalité|enti|au complet|certain|quelq|partie|plupart|majorité|principal|temps|constam|continu|perman|systém|parfois|occasion|rarement|il arrive|deux|à la fois|tant|l['’]une?|une? (?:seule? )?d/i,
};

const quantities = Object.keys(said.en) as Quantity[];

const saidIn = (text: string, lang: Lang): Quantity[] =>
  quantities.filter((quantity) => text.search(said[lang][quantity]) >= 0);

/** A place where a quantity is said, with the word that it counts, where that has a counterpart. */
function placeOf({ blocks, texts, from, links }: Sides, lang: Lang, quantity: Quantity) {
  for (const { 0: match, index } of texts[lang].matchAll(said[lang][quantity])) {
    const [start, end] = [from[lang] + index, from[lang] + index + match.length];
    const word = wordAfter(links[lang], blocks[lang], end, 24);
    const counted = links[lang][word];
    return { start, end: counted && counted.link >= 0 ? counted.end : end };
  }
  return null;
}

function find(sides: Sides): Turn[] {
  const { texts } = sides;
  const en = saidIn(texts.en, 'en');
  if (en.length === 0) return [];
  const says = { en, fr: saidIn(texts.fr, 'fr') };
  for (const lang of langs) {
    const other = otherLang(lang);
    const isAnswered = (quantity: Quantity): boolean =>
      says[other].includes(quantity) || texts[other].search(also[other][quantity]) >= 0;
    const isAsked = (quantity: Quantity): boolean =>
      says[lang].includes(quantity) || texts[lang].search(also[lang][quantity]) >= 0;
    const pair = says[lang].flatMap((own) =>
      says[other].flatMap((theirs) =>
        areApart(own, theirs) && !isAnswered(own) && !isAsked(theirs) ? [{ own, theirs }] : [],
      ),
    )[0];
    if (!pair) continue;
    const [here, there] = [placeOf(sides, lang, pair.own), placeOf(sides, other, pair.theirs)];
    if (here && there) return [between(lang, here, there)];
  }
  return [];
}

const areApart = (a: Quantity, b: Quantity): boolean =>
  apart.some(([one, two]) => (one === a && two === b) || (one === b && two === a));

function findAll(sides: Sides): Turn[] {
  const restricted = mayRestrict(sides.texts) ? restrictedIn(sides) : null;
  if (restricted) return [restricted];
  return mayDiffer(sides.texts) ? find(sides) : [];
}

const mayDiffer = (texts: Localized): boolean =>
  langs.every((lang) => sign[lang].test(texts[lang]));

/** All in one language, some in the other; always, and sometimes; only, and not. */
export const quantity = turnRule(
  'meaning/quantity',
  (texts) => mayRestrict(texts) || mayDiffer(texts),
  findAll,
);
