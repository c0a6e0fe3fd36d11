import { type TextFact, factsIn, isAbout } from '#hiring/prose';
import { type Lang, langs } from '#platform/i18n';
import { agree, claimsIn } from '../claims.ts';
import type { Gap, Proposal } from '../model.ts';
import type { PairReading, Sentence } from '../reading.ts';

const zones: Readonly<Record<string, string>> = {
  PT: 'America/Vancouver',
  MT: 'America/Edmonton',
  CT: 'America/Winnipeg',
  ET: 'America/Toronto',
  AT: 'America/Halifax',
  NT: 'America/St_Johns',
};
/** A day that closes without a time closes at its end, by the clocks of the west. */
const endOfDay = { time: '23:59', zone: 'America/Vancouver' };

const opening: Readonly<Record<Lang, RegExp>> = {
  en: /(?:opens?|opening|posted|applications? (?:are )?accepted from|starting)\b/iu,
  fr: /(?:ouvr\p{L}+|ouverture|publié\p{L}*|affiché\p{L}*|acceptées? à compter)/iu,
};

type Moment = { date: string; time: string | null; zone: string | null };

function momentIn({ text, block, start, end, lang }: Sentence): Moment | null {
  const facts = factsIn(block.text, lang).filter((fact) => fact.start >= start && fact.start < end);
  const ofKind = (kind: TextFact['kind']) => facts.find((fact) => fact.kind === kind)?.value;
  const date = ofKind('date');
  if (date === undefined || text === '') return null;
  const [time = null, zone = ''] = ofKind('time')?.split(' ') ?? [];
  return { date, time, zone: zones[zone] ?? null };
}

export function dates(pair: PairReading): { proposals: Proposal[]; gaps: Gap[] } {
  const gaps: Gap[] = [];
  const find = (isThis: (sentence: Sentence) => boolean, field: string) => (sentence: Sentence) => {
    const moment = isThis(sentence) ? momentIn(sentence) : null;
    return moment && /^\d{4}-\d{2}-\d{2}$/.test(moment.date)
      ? { value: moment, unsure: !moment.time, field }
      : null;
  };
  const isClosing = ({ text, lang }: Sentence): boolean => isAbout('closing', text, lang);
  const isOpening = ({ text, lang }: Sentence): boolean =>
    opening[lang].test(text) && !isAbout('closing', text, lang);
  const moments = (isThis: (sentence: Sentence) => boolean, field: string) =>
    agree([field], {
      en: claimsIn(pair.en, find(isThis, field)),
      fr: claimsIn(pair.fr, find(isThis, field)),
    })[0];

  const closes = moments(isClosing, 'closes');
  const opens = moments(isOpening, 'opens');
  for (const lang of langs) {
    const without = claimsIn(pair[lang], (sentence) => {
      const moment = isClosing(sentence) ? momentIn(sentence) : null;
      return moment?.date.startsWith('--') ? { value: moment } : null;
    });
    if (!closes && without[0]) {
      gaps.push({ field: 'closes', reason: 'no-year', lang, from: [without[0].from] });
    }
  }
  const proposals: Proposal[] = [];
  let zone: string | null = null;
  for (const one of [opens, closes]) {
    if (!one) continue;
    const { date, time, zone: said } = one.value as Moment;
    zone = said ?? zone;
    const at = time ?? (one === closes ? endOfDay.time : '00:00');
    proposals.push({ ...one, value: `${date} ${at}` });
  }
  const [first] = proposals;
  if (first) {
    const from = (closes ?? opens)!.from;
    const confidence = zone === null ? 'low' : first.confidence;
    proposals.push({
      path: ['timeZone'],
      value: zone ?? endOfDay.zone,
      confidence,
      from,
      others: [],
    });
  }
  return { proposals, gaps };
}
