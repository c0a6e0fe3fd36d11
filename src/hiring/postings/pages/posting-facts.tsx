import type { Lang } from '#platform/i18n';
import { type Fact, Facts } from '#ui/facts';
import { type Words, words } from '../messages.ts';
import { type ProcessFacts, type StatedPay, defaultTimeZone } from '#hiring/process-facts';
import {
  classificationWords,
  paySourceWords,
  payWords,
  placeWords,
  poolWords,
  seatDetails,
  seatWords,
  supervisionWords,
  tenureWords,
} from './fact-words.ts';
import { When } from './when.tsx';

type PostingFactsProps = {
  lang: Lang;
  facts: ProcessFacts;
  /** What is paid, where it is known: `payOf`. */
  pay: StatedPay | null;
  closed: boolean;
};

/** The facts of a process in words, in the order in which people decide. */
export function PostingFacts({ lang, facts, pay, closed }: PostingFactsProps) {
  const t = words(lang);
  const { closesAt } = facts;
  const timeZone = facts.timeZone ?? defaultTimeZone;
  const places = placeWords(facts, t);
  const items: Fact[] = [
    {
      term: t(closed ? 'fact.closed' : 'fact.closes'),
      detail: closesAt && <When instant={closesAt} timeZone={timeZone} t={t} />,
    },
    { term: t('fact.place'), detail: places.length > 0 ? <Lines lines={places} /> : null },
    { term: t('fact.mode'), detail: facts.workMode && t(`mode.${facts.workMode}`) },
    { term: t('fact.classification'), detail: classificationWords(facts) },
    { term: t('fact.pay'), detail: pay && <PayRange pay={pay} t={t} /> },
    { term: t('fact.tenure'), detail: tenureWords(facts, t) },
    { term: t('fact.seats'), detail: facts.seats && <Seats seats={facts.seats} t={t} /> },
    { term: t('fact.who'), detail: facts.whoCanApply?.[lang] },
    { term: t('fact.security'), detail: facts.security && t(`security.${facts.security}`) },
    { term: t('fact.organization'), detail: facts.organization?.[lang] },
    { term: t('fact.unit'), detail: facts.unit?.[lang] },
    { term: t('fact.reportsTo'), detail: facts.reportsTo?.[lang] },
    { term: t('fact.supervision'), detail: supervisionWords(facts, t) },
    { term: t('fact.travel'), detail: facts.travel?.[lang] },
    { term: t('fact.pool'), detail: poolWords(facts, t) },
    { term: t('fact.processNumber'), detail: facts.processNumber },
  ];
  return <Facts items={items} />;
}

function Lines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 1) return <>{lines[0]}</>;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function PayRange({ pay, t }: { pay: StatedPay; t: Words }) {
  const source = paySourceWords(pay, t);
  return (
    <>
      {payWords(pay, t)}
      {source !== null && (
        <>
          <br />
          <small>{source}</small>
        </>
      )}
    </>
  );
}

function Seats({ seats, t }: { seats: NonNullable<ProcessFacts['seats']>; t: Words }) {
  return (
    <ul>
      {seats.map((seat, index) => (
        <li key={index}>
          {seatWords(seat, t)}
          {seatDetails(seat, t) && (
            <>
              <br />
              <small>{seatDetails(seat, t)}</small>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
