import { type Lang, type Localized, langs, otherLang } from '#platform/i18n';
import { type Sides, type Turn, between, turnRule, wholeWords, wordAfter } from './turns.ts';

/** What denies the word behind it, or between its two parts. */
const denials: Localized<RegExp> = {
  en: wholeWords(
    "(?:do|does|did|is|are|was|were|will|would|should|must|can|could|has|have|had|may|need)(?: not|n['’]t)|won['’]t|cannot|not|never|without|no",
  ),
  fr: wholeWords(
    "(?:ne |n['’])(?:(?:le|la|les|l['’]|y|en|vous|nous|se|s['’]|lui|leur) ?){0,2}\\p{L}+(?:[- ]\\p{L}+)? (?:pas|jamais|aucunement|plus(?! (?:de|d['’]|que|tard|tôt)))|ne (?:pas|jamais)|aucune?s?|sans|pas",
  ),
};
/** Turns of phrase that look like a denial and deny nothing. */
const idle: Localized<RegExp> = {
  en: wholeWords("not (?:only|just|merely|simply|to mention|necessarily|limited)|no (?:later|longer|more|less|fewer|greater|earlier|sooner|matter|doubt|one|such)|or not|if not|why not|not (?:later|earlier|more|less|fewer) than|(?:not|n['’]t) (?:hesitate|worry|forget|miss|exceed|be afraid|be shy)|without (?:notice|delay|hesitation|a doubt|limitation)|no\\."),
  fr: wholeWords("(?:non|pas) (?:seulement|uniquement|nécessairement|simplement)|ou (?:non|pas)|sinon|pourquoi pas|sans (?:cesse|relâche|doute|délai|tarder|préavis|frais|fil|hésiter|limite|égard|contredit|oublier)|n['’](?:hésitez|oubliez|ayez) pas[^,.;]*|pas (?:plus|moins) (?:de|d['’]|que)|(?:quelques|deux|premiers?|grands?|petits?|un|faux|à) pas|au non"),
}; // prettier-ignore

/** Words that deny without a "not", and what else may answer one. */
const answers: Localized<RegExp> = {
  en: /(?<!\p{L})(?:no|not|none|nor|neither|never|nobody|nothing|nowhere|cannot|without|unless|until|till|unable|except|only|but|instead|rather|otherwise|other|hardly|rarely|seldom|few|little|too|outside|beyond|zero|free|less|out|off|away|stop|ban|absent|absence)(?!\p{L})|n['’]t|(?<!\p{L})(?:non-|un(?!i|d)\p{L}{4}|incapab|impossib|invalid|inaccess|inadmiss|insuffic|illeg|badly|wrong|poorly)|less(?!\p{L})|avoid|prevent|refus|exclu|reject|fail|lack|miss|prohibit|forbid|declin|impossib|remov|withdr|against|limit|restrict|exempt|waiv|ineligib|den(?:y|ied)|empty|ignor|(?<!\p{L})(?:end|cease|close)|keep|protect|confidential|anonym|volunt|option|fiction|imagin|false|made up/iu,
  fr: /(?<!\p{L})(?:ne|pas|point|jamais|aucune?s?|sans|ni|non|nul|nulle|rien|personne|guère|sauf|hors|hormis|excepté|sinon|autrement|plutôt|autres?|mais|seule?s?|seulement|uniquement|peu|trop|gratuit\p{L}*|faute|défaut|moins|au lieu|à moins|fin|zéro)(?!\p{L})|(?<!\p{L})(?:n['’]|incapab|impossib|inutil|invalid|inaccess|inadmiss|insuffis|illég|irrecev|indispon|mal(?!\p{L})|mauvais|échou)|évit|empêch|refus|exclu|rejet|écart|manqu|absen|interdi|impossib|renonc|retir|contre|limit|restrei|restrict|exempt|dispens|abst|(?<!\p{L})cess|ignor|libre|ferm|gard|protég|protect|confidential|anonym|volont|faculta|ficti|imagin|faux|fausse/iu,
};

const sign: Localized<RegExp> = {
  en: /\b(?:no|not|never|cannot|without)\b|n['’]t\b/i,
  fr: /\b(?:pas|jamais|aucun\w*|sans)\b|\bn(?:e |['’])[^.;]{1,40} plus\b/i,
};

/** How far behind its negation the word that it denies stands. */
const reach = 36;

type Denied = { readonly start: number; readonly end: number; readonly word: number };

/** The words that a text denies, of those that have a counterpart. */
function deniedIn({ blocks, texts, from: starts, links }: Sides, lang: Lang): Denied[] {
  const [text, from, words] = [texts[lang], starts[lang], links[lang]];
  const idles = [...text.matchAll(idle[lang])];
  return [...text.matchAll(denials[lang])].flatMap(({ 0: match, index }) => {
    const isIdle = idles.some(
      (one) => one.index < index + match.length && index < one.index + one[0].length,
    );
    if (isIdle) return [];
    const [start, end] = [from + index, from + index + match.length];
    // French puts the verb between: "ne remboursons pas".
    const inside = words.findIndex((word) => word.start >= start && word.end <= end);
    const word = inside >= 0 ? inside : wordAfter(words, blocks[lang], end, reach);
    if (word < 0 || words[word]!.link < 0) return [];
    return [{ start, end: Math.max(end, words[word]!.end), word }];
  });
}

function find(sides: Sides): Turn[] {
  const { texts, links } = sides;
  for (const lang of langs) {
    const other = otherLang(lang);
    if (!sign[lang].test(texts[lang]) || answers[other].test(texts[other])) continue;
    const [denied] = deniedIn(sides, lang);
    if (!denied) continue;
    const said = links[other][links[lang][denied.word]!.link]!;
    return [{ ...between(lang, denied, said), variant: lang }];
  }
  return [];
}

/** What one language denies, the other affirms. */
export const negation = turnRule(
  'meaning/negation',
  ({ en, fr }) => sign.en.test(en) !== sign.fr.test(fr),
  find,
);
