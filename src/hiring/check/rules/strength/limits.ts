import type { Block, Span } from '#hiring/prose';
import { type Lang, type Localized, langs, otherLang } from '#platform/i18n';
import { factsOf } from '../facts/stated.ts';
import { type Sides, type Turn, turnRule, wholeWords } from '../meaning/turns.ts';

type Way = 'least' | 'most';
type Limit = { readonly way: Way; readonly start: number; readonly end: number };
/** A figure with the limit that stands beside it. */
type Limited = Span & { readonly value: string; readonly limit: Limit | null };

/* Before a figure or after it. "No more than" comes before "more than": the first that matches counts. */
const said: Readonly<Record<Lang, readonly (readonly [Way, RegExp])[]>> = {
  en: [
    ['most', wholeWords("(?:no|not) (?:more|longer|greater|higher) than|(?:not|never|n['’]t) exceed(?:ing)?|at (?:the )?most|up to|(?:an? )?maximum(?: of)?|or (?:less|fewer|under)|as (?:many|much) as|capped at|limited to")],
    ['least', wholeWords('(?:no|not) (?:less|fewer|lower) than|at (?:the very )?least|(?:an? )?minimum(?: of)?|or (?:more|over|longer)|exceed(?:s|ing)?|upwards? of')],
    ['least', /(?<=\d)\+/gu],
    ['least', wholeWords('(?!rather|other|fewer|lower|shorter|smaller|earlier|sooner|later)(?:more|\\p{L}+er) than|over|above')],
    ['most', wholeWords('(?:less|fewer|shorter|lower|smaller) than|under|below')],
  ],
  fr: [
    ['most', wholeWords("(?:pas|jamais|sans) (?:dépasser|excéder)|(?:ne |n['’])(?:dépass|excèd|excéd)\\p{L}+(?: pas)?|pas plus (?:de|d['’]|longtemps)|(?:tout )?au plus(?! (?:tard|tôt))|jusqu['’]à|(?:au |un )?maxim(?:um|ale?s?|aux)(?: de| d['’])?|[oe][ut] moins|plafonnée?s? à|limitée?s? à")],
    ['least', wholeWords("pas moins (?:de|d['’])|(?<!à )(?:d['’])?au moins|(?:au |un )?minim(?:um|ale?s?|aux)(?: de| d['’])?|[oe][ut] plus|(?:dépass|excèd|excéd)\\p{L}+|à tout le moins")],
    ['least', wholeWords("(?<!en )plus (?:de|d['’])|au[- ]delà de|supérieure?s? à|au-dessus de")],
    ['least', /(?<=\d)[ \u00A0]?\+/gu],
    ['most', wholeWords("(?<!à )moins (?:de|d['’])|inférieure?s? à|au-dessous de|en dessous de")],
  ],
}; // prettier-ignore

const sign: Localized<RegExp> = {
  en: /least|most|more|less|fewer|up to|m[ai][xn]imum|over|under|above|below|exceed|er than|\+|as m|capped|limited/i,
  fr: /moins|plus|jusqu|m[ai][xn]im|dépass|excèd|excéd|inférieur|supérieur|delà|dess?o?us|limité|\+|plafonn/i,
};

/** Digits, or the words of small numbers: without any there is no figure. */
const mayCount: Localized<RegExp> = {
  en: /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|third|dozen|hundred)/i,
  fr: /\d|\b(?:une? (?:an|mois|semaine|heure)|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|moiti|tiers|cent)/i,
};

export function limitsIn(text: string, lang: Lang): Limit[] {
  const found: Limit[] = [];
  for (const [way, find] of said[lang]) {
    for (const { 0: match, index } of text.matchAll(find)) {
      const [start, end] = [index, index + match.length];
      if (!found.some((one) => one.start < end && start < one.end)) found.push({ way, start, end });
    }
  }
  return found;
}

/** Between a limit and its figure nothing stands but what belongs to either. */
const before =
  /^[\s\u00A0(]*(?:(?:a|an|the|of|de|d['’]|des|du|un|une|les|la|le|l['’]|about|environ)[\s\u00A0]*){0,2}\(?$/iu;
const after = /^(?:[\s\u00A0-]*(?:[\p{L}'’]+[\s\u00A0-]*){0,2}|\+?[\s\u00A0]*)$/u;

function limitedIn(block: Block, lang: Lang, from: number, text: string): Limited[] {
  const limits = limitsIn(text, lang);
  return factsOf(block).flatMap(({ fact: { kind, value, start, end } }) => {
    if (start < from || end > from + text.length || !isFigure(kind)) return [];
    const [at, to] = [start - from, end - from];
    const limit =
      limits.find(
        (one) =>
          one.end <= at && before.test(text.slice(one.end, at)) && !isDuring(one, text, kind),
      ) ??
      limits.find(
        (one) =>
          one.start >= to &&
          !leads.test(text.slice(one.start, one.end)) &&
          after.test(text.slice(to, one.start)),
      ) ??
      null;
    return [{ value: `${kind} ${value}`, start, end, limit }];
  });
}

/** These stand before their figure only: "before two years are over". */
const leads = /^(?:over|above|under|below)$/i;

/** "Over two years" is mostly during them. */
const isDuring = ({ start, end }: Limit, text: string, kind: string): boolean =>
  kind === 'duration' && text.slice(start, end).toLowerCase() === 'over';

const isFigure = (kind: string): boolean =>
  ['number', 'duration', 'money', 'percent'].includes(kind);

/** The figure of this value, where it is said once. */
function only(limited: readonly Limited[], value: string): Limited | null {
  const [first, second] = limited.filter((one) => one.value === value);
  return first && !second ? first : null;
}

/** Limits said in other ways, which may stand for one. */
const otherwise: Localized<RegExp> = {
  en: wholeWords('from|starting|within|limits?|cap|nearly|almost|plus|between|past|beyond|range[sd]?|\\d\\+', 'iu'),
  fr: wholeWords("dès|à partir|à compter|limites?|plafond|près|presque|entre|delà|dans les|varie\\p{L}*|\\d ?\\+|sinon", 'iu'),
}; // prettier-ignore

function find({ blocks, texts, from }: Sides): Turn[] {
  const of = (lang: Lang): Limited[] => limitedIn(blocks[lang], lang, from[lang], texts[lang]);
  const limited = { en: of('en'), fr: of('fr') };
  return limited.en.flatMap((en) => {
    const fr = only(limited.fr, en.value);
    if (!fr || !only(limited.en, en.value) || en.limit?.way === fr.limit?.way) return [];
    const place = (lang: Lang, { limit, start, end }: Limited): Span => ({
      start: limit ? Math.min(start, from[lang] + limit.start) : start,
      end: limit ? Math.max(end, from[lang] + limit.end) : end,
    });
    const turn = { en: place('en', en), fr: place('fr', fr) };
    if (en.limit && fr.limit) return [turn];
    const bare = en.limit ? 'fr' : 'en';
    // A limit that stands elsewhere may be meant for this figure.
    const mayBeElsewhere =
      limitsIn(texts[bare], bare).length > 0 || otherwise[bare].test(texts[bare]);
    return mayBeElsewhere || otherwise[otherLang(bare)].test(texts[otherLang(bare)]) ? [] : [turn];
  });
}

/** A figure is the least in one language and the most, or neither, in the other. */
export const limit = turnRule(
  'strength/limit',
  (texts) =>
    langs.some((lang) => sign[lang].test(texts[lang])) &&
    langs.every((lang) => mayCount[lang].test(texts[lang])),
  find,
);
