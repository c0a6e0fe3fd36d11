import type { Posting } from '#hiring/postings';
import type { Lang } from '#platform/i18n';
import { at } from './at.ts';
import { planFindings } from './plan-findings.ts';
import type { DeskStep } from './sample-application.ts';
import { type SampleActor, sampleStaff } from './sample-staff.ts';
import { workingMoment } from './schedule.ts';
import type { Statement } from './statements.ts';
import { notes, otherDecisions, readAgainNote } from './writing/desk.ts';

/** An application as it comes to the desk. */
export type Arrived = {
  /** Its place by arrival among those to its posting, from 0. */
  place: number;
  posting: Posting;
  /** Language in which the candidate is written to. */
  lang: Lang;
  /** Since when staff could take it up. */
  since: Date;
  statement: Statement;
};

/** What becomes of it. */
export type Fate = {
  noted: SampleActor | null;
  screened: null | 'by-statement' | 'repeated' | 'notInArea';
  /** What happens after the first decision: another, or the candidate leaves. */
  changed: null | 'withdrawn' | 'readAgain';
};

/** The steps that make a fate, each on a later working day where there are enough of them before `now`. */
export function planDesk(arrived: Arrived, fate: Fate, now: Date): DeskStep[] {
  const { place, posting, lang, statement } = arrived;
  const judged = { criteria: posting.facts?.criteria ?? [], place, lang, lacks: statement.lacks };
  let last = arrived.since;
  const next = (days: number): Date => {
    last = workingMoment(last, days, place, now);
    return last;
  };
  const decides: SampleActor = place % 5 === 4 ? 'admin' : 'manager';
  const screen = (by: SampleActor, days: number, wanted: string, words: string): DeskStep => {
    const { reason, fields: findings } = planFindings(wanted, judged);
    return { kind: 'screening', by, at: next(days), reason, words, findings };
  };
  const screenFor = (by: SampleActor, days: number, why: keyof typeof otherDecisions): DeskStep =>
    screen(by, days, otherDecisions[why].reason, otherDecisions[why].words[lang]);

  const steps: DeskStep[] = [];
  if (fate.noted) {
    const body = at(notes[langOf(fate.noted)], Math.floor(place / 6));
    steps.push({ kind: 'note', by: fate.noted, at: next(1 + (place % 3)), body });
  }
  const days = 2 + ((place * 5) % 9);
  if (fate.screened === 'by-statement') {
    steps.push(screen(decides, days, statement.reason, statement.words));
  } else if (fate.screened) {
    steps.push(screenFor(decides, days, fate.screened));
  }
  if (fate.changed === 'readAgain') {
    steps.push({ kind: 'note', by: 'manager', at: next(5), body: readAgainNote });
    steps.push(screenFor('manager', 1, 'readAgain'));
  }
  if (fate.changed === 'withdrawn') steps.push({ kind: 'withdrawal', at: next(4) });
  return steps;
}

function langOf(actor: SampleActor): Lang {
  return sampleStaff.find(({ role }) => role === actor)?.lang ?? 'en';
}
