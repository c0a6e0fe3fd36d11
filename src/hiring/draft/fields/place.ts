import type { Lang } from '#platform/i18n';
import { agree, claimsIn, inBoth } from '../claims.ts';
import type { Proposal } from '../model.ts';
import type { PairReading, Sentence } from '../reading.ts';
import { cities } from './cities.ts';

type Words = Readonly<Record<Lang, RegExp>>;

const modes: readonly (readonly [mode: string, Words])[] = [
  ['hybrid', { en: /\bhybrid\b(?! (?:cloud|of|vehicle))|days? (?:a|per) week (?:(?:in|at) the office|on[- ]site|in person)/iu, fr: /(?<!nuage |infonuagique )hybride|jours? (?:par|chaque) semaine (?:au bureau|sur place|en personne)/iu }],
  ['onsite', { en: /\bon[- ]?site\b(?! support)|work(?:ing)? (?:from|in|at) our offices?|in[- ]person (?:position|role|work)/iu, fr: /(?:travail|poste|présence|entièrement) (?:est )?sur place|:[^.]*, sur place|sur les lieux|dans nos bureaux|à notre bureau|en présentiel/iu }],
  ['remote', { en: /fully (?:distributed|remote)|remote[- ](?:first|work|position|role)|work(?:s|ed|ing)? remotely|from anywhere in|work(?:ing)? from home|largely work distributedly/iu, fr: /entièrement (?:décentralisée|distribuée|à distance)|télétravail|travail(?:ler)? à distance|de n['’]importe où|de la maison|travail se fait (?:en grande partie|principalement|surtout) [^.]{0,30}distan/iu }],
]; // prettier-ignore

export function workMode(pair: PairReading): Proposal[] {
  const find = ({ text, lang }: Sentence) => {
    const mode = modes.find(([, words]) => words[lang].test(text));
    return mode ? { value: mode[0] } : null;
  };
  return agree(['workMode'], { en: claimsIn(pair.en, find), fr: claimsIn(pair.fr, find) });
}

const anywhere: Words = {
  en: /anywhere in canada|(?:candidates|people|applicants|employees) (?:in|from) (?:other parts of|across) canada|distributedly across canada/iu,
  fr: /n['’]importe où au canada|partout au canada|(?:ailleurs|d['’]autres (?:régions|endroits|parties|coins)|autres régions|autres endroits) (?:au|du) (?:canada|pays)|d['’]un bout à l['’]autre du canada/iu,
};

export function anywhereInCanada(pair: PairReading): Proposal[] {
  const find = ({ text, lang, block }: Sentence) =>
    anywhere[lang].test(text) && block.kind !== 'title'
      ? { value: true, unsure: block.kind === 'item' && !/distribu|décentral/iu.test(text) }
      : null;
  return agree(['anywhereInCanada'], { en: claimsIn(pair.en, find), fr: claimsIn(pair.fr, find) });
}

const journeys: Words = {
  en: /\b(?:travel|trips?)\b/iu,
  fr: /déplacements?|voyag(?:er|es?)/iu,
};
const asked: Words = {
  en: /occasional|required|may be|willing|\d+ ?%|up to|per year|a year|from time to time|travel to\b|frequent|no travel/iu,
  fr: /occasionnel|exigé|nécessaire|pourrai|prêt|\d+ ?%|jusqu['’]à|par année|à l['’]occasion|fréquent|aucun déplacement/iu,
};
/** Travel that is arranged for others. */
const arranged: Words = {
  en: /\b(?:manag|logistic|arrang|plan|corporate|procurement|coordinat|book|claims?)\p{L}*\b/iu,
  fr: /gér|gestion|logistique|organis|planifi|approvisionnement|coordon|réserv|demandes/iu,
};

export function travel(pair: PairReading): Proposal[] {
  const found = inBoth(['travel'], pair, ({ text, lang, block }) => {
    if (block.kind === 'title' || !journeys[lang].test(text) || !asked[lang].test(text))
      return null;
    return arranged[lang].test(text) ? null : text.trim();
  });
  return found ? [found] : [];
}

const placed: Words = {
  en: /locat|office|base[ds]?\b|\bin (?:our )?\p{Lu}|\bat \p{Lu}|workplace|city/u,
  fr: /situ|bureau|basé|siège|(?:^|\s)à \p{Lu}|lieu|ville/u,
};

type City = { city: { en: string; fr: string }; province: string };

function citiesIn(text: string, lang: Lang): City[] {
  const found = cities.flatMap(([en, fr, province]) => {
    const name = lang === 'en' ? en : fr;
    const at = text.search(
      new RegExp(`(?<![\\p{L}-])${name.replaceAll('.', '\\.')}(?![\\p{L}-])`, 'u'),
    );
    return at < 0 ? [] : [{ at, city: { en: en === 'Montreal' ? 'Montréal' : en, fr }, province }];
  });
  const known = new Set<string>();
  return found
    .sort((a, b) => a.at - b.at)
    .filter(({ city }) => !known.has(city.fr) && known.add(city.fr))
    .map(({ city, province }) => ({ city, province }));
}

export function locations(pair: PairReading): Proposal[] {
  const find = ({ text, lang, block }: Sentence) => {
    if (block.kind === 'title' || journeys[lang].test(text) || !placed[lang].test(text))
      return null;
    if (/universit|university|Act\b|Loi\b/u.test(text)) return null;
    const value = citiesIn(text, lang);
    return value.length === 0 ? null : { value, unsure: block.kind === 'item' };
  };
  const describe = (value: City[]): string => value.map(({ city }) => city.en).join(', ');
  return agree(
    ['locations'],
    { en: claimsIn(pair.en, find), fr: claimsIn(pair.fr, find) },
    describe,
  );
}
