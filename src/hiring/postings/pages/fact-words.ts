import { type Lang, localeOf, numberFormat } from '#platform/i18n';
import type { Words } from '../messages.ts';
import type { ProcessFacts, Seat } from '../process-facts.ts';

/** "IT-05": the level in two digits, as classification standards write it. */
export function classificationWords(facts: ProcessFacts): string | null {
  const { classification } = facts;
  if (!classification) return null;
  return `${classification.group}-${String(classification.level).padStart(2, '0')}`;
}

/** "$115,754 to $150,842 a year" / "De 115 754 $ à 150 842 $ par année". */
export function payWords(facts: ProcessFacts, t: Words): string | null {
  const { pay } = facts;
  if (!pay) return null;
  const { period } = pay;
  const money = (amount: number): string => formatPay(amount, pay.currency, t.lang);
  return pay.min === pay.max
    ? t('pay.single', { amount: money(pay.min), period })
    : t('pay.range', { min: money(pay.min), max: money(pay.max), period });
}

/** With cents only where there are any: hourly rates have them. */
function formatPay(amount: number, currency: string, lang: Lang): string {
  return numberFormat(localeOf[lang], {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: 'stripIfInteger',
  })
    .format(amount)
    .replaceAll(/[ \u202F]/g, '\u00A0');
}

/** "Term, 2 years" / "Durée déterminée, 2 ans". */
export function tenureWords(facts: ProcessFacts, t: Words): string | null {
  const { tenure } = facts;
  if (!tenure) return null;
  const kind = t(`tenure.${tenure.kind}`);
  const { months } = tenure;
  if (months === undefined) return kind;
  const years = months / 12;
  const duration = Number.isInteger(years)
    ? t('duration.years', { n: years })
    : t('duration.months', { n: months });
  return t('tenure.during', { tenure: kind, duration });
}

/** "Ottawa, Ontario", one for each place; "Anywhere in Canada" for remote work without any. */
export function placeWords(facts: ProcessFacts, t: Words): string[] {
  const cities = (facts.locations ?? []).map(({ city, province }) =>
    t('place.city', { city: city[t.lang], province: t(`province.${province}`) }),
  );
  return cities.length === 0 && facts.workMode === 'remote' ? [t('place.anywhere')] : cities;
}

/** The language requirements that occur among the seats, each once, in order. */
export function languageWords(facts: ProcessFacts, t: Words): string[] {
  const requirements = (facts.seats ?? []).map(({ language }) => language.requirement);
  return [...new Set(requirements)].map((requirement) => t(`language.${requirement}`));
}

/** "1 position: Bilingual (English and French)". */
export function seatWords({ count, language }: Seat, t: Words): string {
  return t('seats.item', {
    seats: t('seats.count', { count }),
    language: t(`language.${language.requirement}`),
  });
}

/** What the language requirement of a seat means, in sentences; empty where there is no more to say. */
export function seatDetails({ language }: Seat, t: Words): string {
  const { imperative, profile } = language;
  const sentences: string[] = [];
  if (imperative !== undefined && language.requirement === 'bilingual') {
    sentences.push(t(imperative ? 'seat.imperative' : 'seat.nonImperative'));
  }
  if (profile) {
    const letters = profile.reading + profile.writing + profile.oral;
    sentences.push(
      t('seat.profile', {
        // The same levels for a person whose second language is English, and French.
        short: `${letters}/${letters}`,
        reading: t(`level.${profile.reading}`),
        writing: t(`level.${profile.writing}`),
        oral: t(`level.${profile.oral}`),
      }),
    );
  }
  return sentences.join(' ');
}
