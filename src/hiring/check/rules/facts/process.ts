import type { PairRule } from '#hiring/check';
import { isAbout, positionsAnnounced, sentencesOfDocument } from '#hiring/prose';
import { formatMoney } from '#platform/i18n';
import { placeIn } from '../support/places.ts';
import { type Facts, against, stated, within } from './claims.ts';
import { isSame } from './same.ts';

function codeOf({ classification }: Facts): string | null {
  if (!classification) return null;
  return `${classification.group}-${String(classification.level).padStart(2, '0')}`;
}

const classification = against(
  'classification', 'error', 'classification', codeOf,
  (document, facts) =>
    stated(document, 'classification', (fact) =>
      isSame(fact, { ...fact, value: codeOf(facts) ?? '' }),
    ),
); // prettier-ignore

const zones: Readonly<Record<string, string>> = {
  PT: 'America/Vancouver',
  MT: 'America/Edmonton',
  CT: 'America/Winnipeg',
  ET: 'America/Toronto',
  AT: 'America/Halifax',
  NT: 'America/St_Johns',
};

/** The day and time of an instant on the clocks of a zone: "2026-05-09 23:59". */
function localTime(instant: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit',
    hour: '2-digit', minute: '2-digit',
  }).formatToParts(instant); // prettier-ignore
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`;
}

const closing = against(
  'closing',
  'error',
  'closes',
  ({ closesAt, timeZone }) => (closesAt && timeZone ? localTime(closesAt, timeZone) : null),
  (document, { closesAt, timeZone }) => {
    if (!closesAt || !timeZone) return [];
    return within(
      document,
      'date',
      (sentence) => isAbout('closing', sentence, document.lang),
      (date, beside) => {
        const [time = '', zone = ''] =
          beside.find(({ kind }) => kind === 'time')?.value.split(' ') ?? [];
        const [day = '', clock] = localTime(closesAt, zones[zone] ?? timeZone).split(' ');
        return isSame(date, { ...date, value: day }) && (time === '' || time === clock);
      },
    );
  },
);

const tenure = against(
  'tenure',
  'error',
  'tenure',
  (facts) => facts.tenure?.months ?? null,
  (document, facts) => {
    const months = facts.tenure?.months ?? 0;
    const value = months % 12 === 0 ? `P${months / 12}Y` : `P${months}M`;
    return within(
      document,
      'duration',
      (sentence) =>
        isAbout('tenure', sentence, document.lang) &&
        !isAbout('notTenure', sentence, document.lang),
      (fact) => fact.value === value,
    ).filter(({ found }) => !/jour|day|hour|heure|\bh\b|minute/iu.test(String(found)));
  },
);

const totalOf = ({ seats }: Facts): number | null =>
  seats ? seats.reduce((sum, { count }) => sum + count, 0) : null;

const seats = against('seats', 'warning', 'seats', totalOf, (document, facts) =>
  [...sentencesOfDocument(document)].flatMap(({ block, start, text }) =>
    positionsAnnounced(text, document.lang).map(({ count, ...at }) => ({
      place: placeIn(document, block, start + at.start, start + at.end),
      found: count,
      // "One (1) is bilingual, two (2) are not": what is said of some of them agrees as well.
      agrees:
        count === totalOf(facts) ||
        (facts.seats ?? []).some((seat) => seat.count === count && count !== 1),
    })),
  ),
);

const pay = against(
  'pay',
  'error',
  'pay',
  ({ pay: given }, lang) => {
    if (!given) return null;
    const amount = (value: number): string => formatMoney(value, given.currency, lang);
    return `${amount(given.min)} – ${amount(given.max)}`;
  },
  (document, facts) =>
    within(
      document,
      'money',
      (sentence) => isAbout('pay', sentence, document.lang),
      ({ value }) => {
        const { min, max, currency } = facts.pay!;
        return value === `${currency} ${min}` || value === `${currency} ${max}`;
      },
    ),
);

type Levels = { readonly reading: string; readonly writing: string; readonly oral: string };
type Profile = Levels | { readonly english: Levels; readonly french: Levels };

/** Letters of a profile as prose writes it: "CBC", or "CBC/BBB" where the languages differ. */
function lettersOf(profile: Profile): string {
  if ('english' in profile) {
    const [en, fr] = [lettersOf(profile.english), lettersOf(profile.french)];
    return en === fr ? en : `${en}/${fr}`;
  }
  return profile.reading + profile.writing + profile.oral;
}

function profilesOf({ seats: given = [] }: Facts): string[] {
  return given.flatMap(({ language: { profile } }) =>
    profile ? [lettersOf(profile as Profile)] : [],
  );
}

const profile = against(
  'profile',
  'error',
  'seats',
  (facts) => profilesOf(facts).join(', ') || null,
  (document, facts) => {
    const wanted = profilesOf(facts);
    return stated(document, 'language-profile', ({ value }) => wanted.includes(value)).filter(
      ({ found }) => !/imp[ée]rati/iu.test(String(found)),
    );
  },
);

export const processRules: readonly PairRule[] = [
  classification,
  closing,
  tenure,
  seats,
  pay,
  profile,
];
