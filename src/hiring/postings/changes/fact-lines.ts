import { type ProcessFacts, defaultTimeZone } from '#hiring/process-facts';
import { formatDate } from '#platform/i18n';
import type { Words } from '../messages.ts';
import {
  classificationWords,
  payWords,
  placeWords,
  poolWords,
  seatDetails,
  seatWords,
  supervisionWords,
  tenureWords,
} from '../pages/fact-words.ts';
import { whenParts } from '../pages/when.tsx';
import { applicationLines } from './application-lines.ts';

/** Said together with another: hours with the tenure, the zone with each date, "anywhere" with the places. */
type SaidElsewhere = 'workingTime' | 'timeZone' | 'anywhereInCanada';
export type FactField = Exclude<keyof ProcessFacts, SaidElsewhere>;

/** What a fact says, in words: one line for each part that can change by itself, under its id. */
export type FactLines = ReadonlyMap<string, string>;

/** Every fact has its lines: one that is added to the facts without them is a type error here. */
const linesOf: {
  readonly [Field in FactField]-?: (facts: ProcessFacts, t: Words) => FactLines;
} = {
  processNumber: ({ processNumber }) => one(processNumber),
  opensAt: (facts, t) => one(when(facts, facts.opensAt, t)),
  closesAt: (facts, t) => one(when(facts, facts.closesAt, t)),
  evergreen: ({ evergreen }, t) => one(yesNo(evergreen, t)),
  locations: (facts, t) => each(placeWords(facts, t)),
  workMode: ({ workMode }, t) => one(workMode && t(`mode.${workMode}`)),
  bilingualRegion: ({ bilingualRegion }, t) =>
    one(bilingualRegion === undefined ? null : yesNo(bilingualRegion, t)),
  classification: (facts) => one(classificationWords(facts)),
  occupation: ({ occupation }, t) =>
    one(occupation && `${occupation.code} ${occupation.name[t.lang]}`),
  pay: ({ pay }, t) => one(pay && payWords({ ...pay, table: null }, t)),
  tenure: (facts, t) => one(tenureWords(facts, t)),
  seats: ({ seats = [] }, t) =>
    each(seats.map((seat) => `${seatWords(seat, t)} ${seatDetails(seat, t)}`.trim())),
  supervision: (facts, t) => one(supervisionWords(facts, t)),
  security: ({ security }, t) => one(security && t(`security.${security}`)),
  whoCanApply: ({ whoCanApply }, t) => one(whoCanApply?.[t.lang]),
  areaOfSelection: ({ areaOfSelection }, t) => areaLines(areaOfSelection, t),
  organization: ({ organization }, t) => one(organization?.[t.lang]),
  unit: ({ unit }, t) => one(unit?.[t.lang]),
  industry: ({ industry }, t) => one(industry?.[t.lang]),
  reportsTo: ({ reportsTo }, t) => one(reportsTo?.[t.lang]),
  travel: ({ travel }, t) => one(travel?.[t.lang]),
  criteria: ({ criteria = [] }, t) =>
    new Map(
      criteria.map(({ id, kind, text }) => [
        id,
        t(`changes.criterion.${kind}`, { text: text[t.lang] }),
      ]),
    ),
  notices: ({ notices = [] }, t) =>
    new Map(notices.map((notice) => [notice.id, noticeWords(notice, t)])),
  application: (facts, t) => lines(applicationLines(facts, t)),
  pool: (facts, t) => poolLines(facts, t),
  contacts: ({ contacts }, t) =>
    lines(
      (['general', 'accommodation'] as const).map((kind) => {
        const contact = contacts?.[kind];
        const who = [contact?.name?.[t.lang], contact?.email].filter(Boolean).join(', ');
        return [kind, contact && t(`changes.contact.${kind}`, { who })];
      }),
    ),
};

/** The facts of a process in the order in which people decide, each as its lines. */
export function factLines(facts: ProcessFacts | null, t: Words): ReadonlyMap<FactField, FactLines> {
  return new Map(
    Object.entries(linesOf).map(([field, of]) => [
      field as FactField,
      facts ? of(facts, t) : new Map<string, string>(),
    ]),
  );
}

function when(facts: ProcessFacts, at: Date | null, t: Words): string | null {
  return at && t('posting.when', whenParts(at, t, facts.timeZone ?? defaultTimeZone));
}

function areaLines(area: ProcessFacts['areaOfSelection'], t: Words): FactLines {
  if (!area) return new Map();
  const { kind, geographic, organizational, occupational, designatedGroups, citizenship } = area;
  return lines([
    ['kind', t(`changes.area.${kind}`)],
    ['geographic', geographic?.national ? t('changes.area.national') : geographic?.words?.[t.lang]],
    ['organizational', organizational?.[t.lang]],
    ['occupational', occupational?.[t.lang]],
    [
      'groups',
      designatedGroups && t('changes.area.groups', { groups: designatedGroups.join(', ') }),
    ],
    ['citizenship', citizenship && t(`changes.area.citizenship.${citizenship}`)],
  ]);
}

function noticeWords(
  { id, title, effective, expires, text }: NonNullable<ProcessFacts['notices']>[number],
  t: Words,
): string {
  const day = (iso: string): string => formatDate(new Date(`${iso}T00:00:00Z`), t.lang, 'UTC');
  return [
    t('changes.notice', { name: title?.[t.lang] ?? id }),
    effective && t('changes.notice.effective', { day: day(effective) }),
    expires && t('changes.notice.expires', { day: day(expires) }),
    text?.[t.lang],
  ]
    .filter(Boolean)
    .join(' ');
}

function poolLines(facts: ProcessFacts, t: Words): FactLines {
  const { pool } = facts;
  const tenures = pool?.tenures?.map((kind) => t(`tenure.${kind}`)).join(', ');
  return lines([
    ['intended', pool && (poolWords(facts, t) ?? t('changes.no'))],
    ['assessed', pool?.assessed && t(`changes.pool.${pool.assessed}`)],
    ['tenures', tenures && t('changes.pool.tenures', { tenures })],
  ]);
}

export function yesNo(value: boolean, t: Words): string {
  return t(value ? 'changes.yes' : 'changes.no');
}

function one(line: string | null | undefined): FactLines {
  return lines([['', line]]);
}

/** Parts without an id are known by what they say. */
function each(parts: readonly string[]): FactLines {
  return lines(parts.map((part) => [part, part]));
}

function lines(entries: readonly (readonly [string, string | null | undefined])[]): FactLines {
  return new Map(entries.filter((entry): entry is [string, string] => Boolean(entry[1])));
}
