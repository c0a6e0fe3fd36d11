import { askedQuestions, heardFromChoices } from '#hiring/applications';
import type { Posting } from '#hiring/postings';
import { type Lang, otherLang } from '#platform/i18n';
import { at } from './at.ts';
import type { ChosenPostings } from './choose-postings.ts';
import { type Arrived, type Fate, planDesk } from './plan-desk.ts';
import { sampleResume } from './resume-document.ts';
import type { SampleApplication } from './sample-application.ts';
import { sampleId } from './sample-ids.ts';
import { arrivals, minutesAfter } from './schedule.ts';
import { type Storyteller, answerOnCriterion, createStoryteller } from './statements.ts';
import { type Person, personAt } from './writing/people.ts';

/** How many apply to each of the chosen postings. */
export const sampleCounts = { main: 60, second: 9, closed: 6 } as const satisfies Record<
  keyof ChosenPostings,
  number
>;

/** The submission key of a sample application. */
export function submissionKeyOf(key: string): string {
  return sampleId(`submission ${key}`);
}

/** Keys of all sample applications that any catalogue could lead to. */
export function allSampleKeys(): string[] {
  return Object.entries(sampleCounts).flatMap(([name, count]) =>
    Array.from({ length: count }, (_, place) => keyOf(name, place)),
  );
}

/**
 * All sample applications to the chosen postings, the same at every call but for the times, which
 * run from the opening of each posting until `now`.
 */
export function planApplications(
  chosen: ChosenPostings,
  now: Date,
  closingGraceMinutes: number,
): SampleApplication[] {
  const cast = { storyteller: createStoryteller(), people: { en: 0, fr: 0 } };
  const main = draftsTo('main', chosen.main, now, cast, 'any');
  const second = chosen.second ? draftsTo('second', chosen.second, now, cast, 'strong') : [];
  const closed = chosen.closed ? draftsTo('closed', chosen.closed, now, cast, 'strong') : [];
  const finish = (drafts: Draft[], fateOf: (draft: Draft) => Fate): SampleApplication[] =>
    drafts.map((draft) => ({ ...draft, desk: planDesk(draft, fateOf(draft), now) }));
  return [
    ...finish(sharingAnAddress(main), fatesInMain(main)),
    ...finish(second, ({ place }) => fate(place < 4 ? 'by-statement' : null)),
    ...finish(lastWithinGrace(closed, closingGraceMinutes), ({ place }) =>
      fate(place === 2 ? 'notInArea' : 'by-statement'),
    ),
  ];
}

type Draft = Omit<SampleApplication, 'desk'> & Arrived;
type Cast = { storyteller: Storyteller; people: Record<Lang, number> };

const pageLangs: readonly Lang[] = ['en', 'fr', 'en', 'en', 'fr'];
const sixWeeks = 42 * 86_400_000;

function draftsTo(
  name: keyof ChosenPostings,
  posting: Posting,
  now: Date,
  cast: Cast,
  choice: 'any' | 'strong',
): Draft[] {
  const { opensAt, closesAt } = posting.facts ?? { opensAt: null, closesAt: null };
  const seen = Math.min(posting.firstSeenAt.getTime(), now.getTime() - sixWeeks);
  const until = closesAt && closesAt < now ? closesAt : now;
  return arrivals(opensAt ?? new Date(seen), until, sampleCounts[name]).map(
    (submittedAt, place) => {
      const pageLang = at(pageLangs, place);
      // Some ask for the language other than the page's: late ones, whom nobody has written to yet.
      const lang = place >= 40 && place % 11 === 7 ? otherLang(pageLang) : pageLang;
      const person = personAt(pageLang, cast.people[pageLang]++);
      const statement = cast.storyteller.next(pageLang, posting, choice);
      return {
        key: keyOf(name, place),
        place,
        posting,
        pageLang,
        lang,
        statement,
        typed: {
          ...answers(person, statement.text, lang, place),
          ...answersToProcess(posting, lang, place),
        },
        resume: resumeOf(person, pageLang, place, submittedAt),
        submittedAt,
        since: submittedAt,
        withinGrace: false,
      };
    },
  );
}

function keyOf(name: string, place: number): string {
  return `${name} ${place + 1}`;
}

function addressOf({ mailbox }: Person): string {
  return `${mailbox}@sample.example`;
}

function answers(
  person: Person,
  statement: string,
  lang: Lang,
  place: number,
): Record<string, string> {
  const area = at(['613', '902', '204', '867', '418', '250'], place);
  const { mailbox } = person;
  const pages = [
    '',
    `https://${mailbox.replaceAll('.', '-')}.example/`,
    `https://reports.example/${mailbox}\nhttps://code.example/${mailbox}`,
  ];
  return {
    name: person.name,
    email: addressOf(person),
    // 555-01xx is set aside for numbers that nobody has.
    phone: place % 3 === 1 ? '' : `${area}-555-01${String((place * 7) % 100).padStart(2, '0')}`,
    statement,
    samples: at(pages, place + 1),
    heard: at(heardFromChoices, place * 4),
    correspondence: lang,
    consent: 'yes',
  };
}

function resumeOf(person: Person, lang: Lang, place: number, sent: Date) {
  const { name } = person;
  return sampleResume(lang, { name, email: addressOf(person) }, place, sent.getUTCFullYear());
}

/** Answers to what only this process asks. */
function answersToProcess(posting: Posting, lang: Lang, place: number): Record<string, string> {
  const fixed: Record<string, string> = {
    assessment: place % 7 === 3 ? 'both' : lang,
    citizenship: at(['citizen', 'citizen', 'permanent-resident', 'citizen', 'neither'], place),
    veteran: place % 11 === 4 ? 'yes' : 'no',
    priority: place % 17 === 9 ? 'yes' : 'no',
  };
  return Object.fromEntries(
    askedQuestions(posting.facts).flatMap(({ id, criterion }, turn) => {
      const answer = criterion ? answerOnCriterion(lang, place * 3 + turn) : fixed[id];
      return answer ? [[id, answer]] : [];
    }),
  );
}

/** Two applications of one person: the earlier is put aside once the later one is there. */
const twice = { earlier: 5, later: 25 };

function sharingAnAddress(drafts: Draft[]): Draft[] {
  const earlier = drafts[twice.earlier];
  const later = drafts[twice.later];
  if (!earlier || !later) return drafts;
  earlier.since = later.submittedAt;
  const { name = '', email = '' } = earlier.typed;
  later.typed = { ...later.typed, name, email };
  const year = later.submittedAt.getUTCFullYear();
  later.resume = sampleResume(later.pageLang, { name, email }, twice.earlier + 9, year);
  return drafts;
}

function lastWithinGrace(drafts: Draft[], graceMinutes: number): Draft[] {
  const last = drafts.at(-1);
  const closesAt = last?.posting.facts?.closesAt;
  if (!last || !closesAt || graceMinutes === 0) return drafts;
  last.submittedAt = minutesAfter(closesAt, Math.min(6, graceMinutes / 2));
  last.since = last.submittedAt;
  last.withinGrace = true;
  return drafts;
}

function fate(
  screened: Fate['screened'],
  changed: Fate['changed'] = null,
  noted: Fate['noted'] = null,
): Fate {
  return { screened, changed, noted };
}

/** About half are decided, the earlier ones; one is changed for the better; one candidate leaves. */
function fatesInMain(drafts: readonly Draft[]): (draft: Draft) => Fate {
  const isDecided = ({ place }: Draft): boolean => place < 40 && place % 4 !== 3;
  const byStatement = drafts.filter((draft) => isDecided(draft) && draft.place > twice.earlier);
  const readAgain = byStatement.find(({ statement }) => !statement.strong);
  const withdrawn = byStatement.find(({ statement, place }) => statement.strong && place > 12);
  return (draft) => {
    const { place } = draft;
    const noted = place % 6 === 2 ? 'manager' : place % 9 === 4 ? 'admin' : null;
    if (place === twice.earlier) return fate('repeated');
    const screened = isDecided(draft) ? 'by-statement' : null;
    const changed = draft === readAgain ? 'readAgain' : draft === withdrawn ? 'withdrawn' : null;
    return fate(screened, changed, noted);
  };
}
