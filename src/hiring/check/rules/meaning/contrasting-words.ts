import type { Localized } from '#platform/i18n';
import { wholeWords } from './turns.ts';

/** What something is said to be, and every word that may answer it in the other language. */
export type Side = { readonly said: Localized<RegExp>; readonly answered: Localized<RegExp> };

/** Things of which one excludes the others. */
export type Contrast = {
  /**
   * A part of every word of the set: most sentences have none in one of the languages, and this is
   * asked of all of them.
   */
  readonly sign: Localized<RegExp>;
  readonly sides: readonly Side[];
};

/** `en` and `fr` say it; where they are fewer than what answers it, the answers stand behind. */
function side(en: string, fr: string, enAnswer = en, frAnswer = fr): Side {
  return {
    said: { en: wholeWords(en), fr: wholeWords(fr) },
    answered: { en: new RegExp(enAnswer, 'iu'), fr: new RegExp(frAnswer, 'iu') },
  };
}

const often = (
  en: string,
  adverb: string,
  fr: string,
  adjective: string,
  answers: readonly [string, string],
): Side =>
  side(
    `${adverb}|(?:every|each|per|an?) ${en}`,
    `${adjective}|(?:chaque|par) (?:${fr})|tous les (?:${fr})|toutes les (?:${fr})`,
    ...answers,
  );

const place = (en: string, fr = en): Side => side(en, fr);

/** Words that a translator may exchange for each other stand in no set. */
export const contrasts: readonly Contrast[] = [
  {
    sign: {
      en: /dail|day|week|month|quarter|year|annual/i,
      fr: /jour|quotid|semain|hebdo|mois|mensu|trimes|ann[ué]|les? ans|(?:chaque|par) an/i,
    },
    sides: [
      often('day', 'daily', 'jours?', 'quotidien(?:ne)?s?(?:ment)?', ['da(?:y|ily)|24', 'jour|quotidien']),
      often('week', 'weekly', 'semaines?', 'hebdomadaires?', ['week', 'semaine|hebdo']),
      often('month', 'monthly', 'mois', 'mensuel(?:le)?s?(?:ment)?', ['month', 'mois|mensu']),
      often('quarter', 'quarterly', 'trimestres?', 'trimestriel(?:le)?s?', ['quarter|three months|term', 'trimestr|trois mois']),
      often('year', 'annual(?:ly)?|yearly', 'ans?|années?', 'annuel(?:le)?s?(?:ment)?', ['year|annu', 'an(?:s|n\\p{L}+)?(?!\\p{L})']),
    ],
  },
  {
    sign: {
      en: /federal|provinc|territor|municip|internation/i,
      fr: /fédér|provinc|territo|municip|internation/i,
    },
    sides: [
      side('federal(?:ly)?', 'fédéral(?:e|es)?|fédéraux', 'federa|national|canad|government', 'fédér|national|canad|gouvern'),
      side('provincial(?:ly)?', 'provincial(?:e|es)?|provinciaux', 'provinc', 'provinc'),
      side('territorial', 'territorial(?:e|es)?|territoriaux', 'territor', 'territo'),
      side('municipal', 'municipal(?:e|es)?|municipaux', 'municip|city|cities|town|local', 'municip|ville|local|locaux'),
      side('international(?:ly)?', 'international(?:e|es)?|internationaux', 'internation|abroad|world|global|foreign|countr', 'internation|étrang|mond|pays'),
    ],
  },
  {
    sign: {
      en: /junior|interm|mid-l|middle|senior/i,
      fr: /débutan|subalt|interm|cadre|direction/i,
    },
    sides: [
      side('junior', 'débutante?s?|subalternes?', 'junior|entry|begin|new|novice|start', 'débutant|subalt|junior|jeune|premier|adjoint|relève'),
      side('intermediate|mid-level|middle managers?', 'intermédiaires?', 'intermedia|mid|broker|through', 'intermédi|moyen'),
      side('senior', 'cadres? supérieurs?|haute direction', 'senior|executive|director|leader|manage', 'supéri|princip|haut|direct|dirig|expériment|chevronn|aîné|sous-min|cadre(?!s? intermédiaires?)'),
    ],
  },
  {
    sign: {
      en: /graduate|master|doctor|ph\.?d|bachelor/i,
      fr: /cycle|baccal|doctor/i,
    },
    sides: [
      side("graduate (?:degree|studies|diploma)|master['’]?s degree", 'cycles supérieurs|deuxième cycle|2e cycle', '(?<!under)graduate|master|postgrad', 'maîtrise|supérieur|deuxième|2e'),
      side("undergraduate|bachelor['’]?s(?: degree)?", 'premier cycle|1er cycle|baccalauréat', 'undergrad|bachelor|university', 'premier cycle|1er cycle|baccalaur|licence|grade|universit'),
      side('doctorate|doctoral|Ph\\.?D', 'doctorats?|troisième cycle', 'doctor|Ph', 'doctor|troisième|3e|Ph'),
    ],
  },
  {
    sign: {
      en: /morning|noon|evening/i,
      fr: /matin|midi|soir/i,
    },
    sides: [
      side('mornings?', 'matins?|matinées?', 'morning|a\\.?m|dawn|early', 'matin|aube|avant-midi'),
      side('afternoons?', 'après-midi', 'afternoon|p\\.?m|noon', 'après-midi|midi'),
      side('evenings?', 'soirs?|soirées?', 'evening|night|late', 'soir|nuit|tard'),
    ],
  },
  {
    sign: {
      en: /full|part[- ]t/i,
      fr: /temps p/i,
    },
    sides: [
      side('full[- ]time', 'temps plein', 'full', 'plein|complet'),
      side('part[- ]time', 'temps partiel', 'part', 'parti'),
    ],
  },
  {
    sign: {
      en: /permanen|determin|tempora|term |casual|season/i,
      fr: /permanen|durée|tempor|occasion|saison/i,
    },
    sides: [
      side('permanent|indeterminate', 'permanente?s?|durée indéterminée', 'permanen|indeterm|ongoing', 'permanen|indéterm'),
      side('temporary|term (?:position|employment)', 'temporaires?|durée déterminée', 'tempor|(?<!in)determinate|term|fixed|acting|short', 'tempor|(?<!in)détermin|provis|intérim|court'),
      side('casual (?:position|employment)', 'occasionnel(?:le)?s?', 'casual|occasion', 'occasion'),
      side('seasonal', 'saisonni(?:er|ère)s?', 'season', 'saison'),
    ],
  },
  {
    sign: {
      en: /intern|extern/i,
      fr: /intern|extern/i,
    },
    sides: [
      side('internal', 'internes?', 'intern|within|in-house|inside', 'intern|intérieur|sein'),
      side('external', 'externes?', 'extern|outside|public|partner', 'extern|extérieur|public|partenaire'),
    ],
  },
  {
    sign: {
      en: /private|public/i,
      fr: /secteur/i,
    },
    sides: [
      side('private[- ]sector', 'secteur privé', 'private|business|compan|industry', 'privé|entreprise|industri'),
      side('public[- ]sector', 'secteur public', 'public|government|civil', 'public|fonction|gouvern|étati|état'),
    ],
  },
  {
    sign: {
      en: /spoken|oral|writ/i,
      fr: /ora[lu]|parl|voix|écrit/i,
    },
    sides: [
      side('spoken|oral(?:ly)?', 'oral(?:e|es|ement)?|oraux|parlée?s?|de vive voix', 'oral|sp[eo]|verbal|talk|present|communic', 'ora[lu]|parl|verba|voix|expos|communi'),
      side('written|in writing', 'écrite?s?|par écrit', 'wr[io]t|draft', 'écri|rédac|rédig'),
    ],
  },
  {
    sign: {
      en: /secret|reliab/i,
      fr: /secret|fiabil/i,
    },
    sides: [
      side('top secret', 'très secret'),
      side('(?<!top )secret', '(?<!très )secret', '(?<!top )secret', '(?<!très )secret'),
      side('reliability status', 'cote de fiabilité', 'reliab', 'fiab'),
    ],
  },
  {
    sign: {
      en: /lingual/i,
      fr: /lingue/i,
    },
    sides: [
      side('bilingual', 'bilingues?', 'biling|both|two|english and french|french and english', 'biling|deux|anglais et|français et'),
      side('unilingual', 'unilingues?', 'uniling|only|essential', 'uniling|seul|essentiel'),
    ],
  },
  {
    sign: {
      en: /english|french/i,
      fr: /anglais|français/i,
    },
    sides: [
      side('english', 'anglais', 'english|either|both|biling|official', 'anglais|biling|officiel|deux'),
      side('french', 'français', 'french|either|both|biling|official', 'français|biling|officiel|deux'),
    ],
  },
  {
    sign: {
      en: /atlant|pacific|prairies|qu[eé]bec|ontario|manitoba|saskat|alberta|columbia|brunswick|scotia|edward|newfound|yukon|nunavut|northwest|canada/i,
      fr: /atlant|pacif|prairies|québec|ontario|manitoba|saskat|alberta|colombie|brunswick|écosse|édouard|terre-n|yukon|nunavut|nord-ou|canada/i,
    },
    sides: [
      place('atlantic', 'atlantique'), place('pacific', 'pacifique'), place('prairies'),
      place('quebec|québec', 'québec'), place('ontario'), place('manitoba'), place('saskatchewan'), place('alberta'),
      place('british columbia', 'colombie-britannique'), place('new brunswick', 'nouveau-brunswick'),
      place('nova scotia', 'nouvelle-écosse'), place('prince edward island', 'île-du-prince-édouard'),
      place('newfoundland', 'terre-neuve'), place('yukon'), place('nunavut'),
      place('northwest territories', 'territoires du nord-ouest'),
      side('(?:across|throughout|anywhere in|in) canada', '(?:partout au|au|n’importe où au|du) canada', 'canad|country|nation|federal', 'canad|pays|nation|fédér'),
    ],
  },
  {
    sign: {
      en: /ottawa|gatineau|toronto|montr|vancouver|halifax|winnipeg|calgary|edmonton|regina|moncton|frederict|charlottet|whitehorse|yellowknife|iqaluit|saskatoon|victoria/i,
      fr: /ottawa|gatineau|toronto|montré|vancouver|halifax|winnipeg|calgary|edmonton|regina|moncton|frederict|charlottet|whitehorse|yellowknife|iqaluit|saskatoon|victoria/i,
    },
    sides: [
      place('ottawa', 'ottawa'), place('gatineau'), place('toronto'), place('montr[eé]al', 'montréal'), place('vancouver'),
      place('halifax'), place('winnipeg'), place('calgary'), place('edmonton'), place('regina'), place('moncton'),
      place('fredericton'), place('charlottetown'), place('whitehorse'), place('yellowknife'), place('iqaluit'),
      place('saskatoon'), place('victoria'),
    ],
  },
]; // prettier-ignore
