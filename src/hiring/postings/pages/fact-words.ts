import {
  type Levels,
  type ProcessFacts,
  type Profile,
  type Seat,
  type StatedPay,
  isAnywhere,
  profileLetters,
} from '#hiring/process-facts';
import { type Lang, formatDate, localeOf, numberFormat } from '#platform/i18n';
import type { Words } from '../messages.ts';

/** "IT-05": the level in two digits, as classification standards write it. */
export function classificationWords(facts: ProcessFacts): string | null {
  const { classification } = facts;
  if (!classification) return null;
  return `${classification.group}-${String(classification.level).padStart(2, '0')}`;
}

/** "$115,754 to $150,842 a year" / "De 115 754 $ à 150 842 $ par année". */
export function payWords(pay: StatedPay, t: Words): string {
  const { period } = pay;
  const money = (amount: number): string => formatPay(amount, pay.currency, t.lang);
  return pay.min === pay.max
    ? t('pay.single', { amount: money(pay.min), period })
    : t('pay.range', { min: money(pay.min), max: money(pay.max), period });
}

/** Where a pay that the posting does not state comes from; null where it states it. */
export function paySourceWords({ table }: StatedPay, t: Words): string | null {
  if (!table) return null;
  if (!table.sure) return t('pay.table.unsure');
  const day = new Date(`${table.effective}T00:00:00Z`);
  return t('pay.table', { date: formatDate(day, t.lang, 'UTC') });
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

/** "Term, 2 years, full-time" / "Durée déterminée, 2 ans, à temps plein". */
export function tenureWords({ tenure, workingTime }: ProcessFacts, t: Words): string | null {
  if (!tenure) return null;
  const kind = t(`tenure.${tenure.kind}`);
  const { months } = tenure;
  const words =
    months === undefined
      ? kind
      : t('tenure.during', { tenure: kind, duration: durationWords(months, t) });
  return workingTime
    ? t('tenure.hours', { tenure: words, hours: t(`hours.${workingTime}`) })
    : words;
}

function durationWords(months: number, t: Words): string {
  const years = months / 12;
  return Number.isInteger(years)
    ? t('duration.years', { n: years })
    : t('duration.months', { n: months });
}

/** "Possible: 3 to 4 people"; null where the position supervises nobody, as most do. */
export function supervisionWords({ supervision }: ProcessFacts, t: Words): string | null {
  if (!supervision || supervision.kind === 'none') return null;
  const { kind, reports } = supervision;
  if (!reports) return t(`supervision.${kind}`);
  const { min, max } = reports;
  const people =
    min === max ? t('reports.count', { count: min }) : t('reports.range', { min, max });
  return t('supervision.people', { supervision: t(`supervision.${kind}`), people });
}

/** What becomes of those who qualify and are not appointed; null where nothing is planned. */
export function poolWords({ pool }: ProcessFacts, t: Words): string | null {
  if (!pool?.intended) return null;
  return pool.validMonths === undefined
    ? t('pool.intended')
    : t('pool.during', { duration: durationWords(pool.validMonths, t) });
}

/** "Ottawa, Ontario", one for each place; "Anywhere in Canada" where it is so. */
export function placeWords(facts: ProcessFacts, t: Words): string[] {
  const cities = (facts.locations ?? []).map(({ city, province }) =>
    t('place.city', { city: city[t.lang], province: t(`province.${province}`) }),
  );
  return isAnywhere(facts) ? [t('place.anywhere'), ...cities] : cities;
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
  if (profile) sentences.push(...profileWords(profile, t));
  return sentences.join(' ');
}

/** The profile in letters and in words: once where both languages ask for the same levels. */
function profileWords(profile: Profile, t: Words): string[] {
  const short = profileLetters(profile);
  const levels = ({ reading, writing, oral }: Levels) => ({
    reading: t(`level.${reading}`),
    writing: t(`level.${writing}`),
    oral: t(`level.${oral}`),
  });
  const { english, french } = profile;
  const [first, second] = short.split('/');
  if (first === second) return [t('seat.profile', { short, ...levels(english) })];
  return [
    t('seat.profile.english', { short, ...levels(english) }),
    t('seat.profile.french', levels(french)),
  ];
}
