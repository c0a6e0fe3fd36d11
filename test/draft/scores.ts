import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Draft, type Proposal, proposeFacts } from '#hiring/draft';
import { parseDocument } from '#hiring/prose';

/** A label of one value, or of several that are as good; `null` where leaving it out is as good. */
type OneOf<Value> = Value | readonly (Value | null)[];
type SeatLabel = { count: number; requirement: string; profile?: string; imperative?: boolean };

/** What a person read in a pair. `organization`, `reportsTo` and `travel` are lines of the English. */
export type Labels = {
  readonly organization?: OneOf<number>;
  readonly reportsTo?: OneOf<number>;
  readonly travel?: OneOf<number>;
  readonly unit?: OneOf<string>;
  readonly classification?: readonly string[];
  readonly tenure?: { kind: string; months?: number } | readonly (string | null)[];
  readonly seats?: readonly SeatLabel[];
  /** The text contradicts itself about it. */
  readonly seatsProfile?: 'any';
  /** What is said of languages is no clear requirement. */
  readonly seatsOptional?: boolean;
  readonly workMode?: readonly (string | null)[];
  readonly anywhereInCanada?: OneOf<boolean>;
  readonly locations?: readonly string[];
  readonly supervision?: readonly (string | null)[];
  readonly reports?: readonly [number, number];
  readonly security?: readonly string[];
  readonly criteria?: { essential: number[]; asset: number[]; maybe: number[] };
  readonly notices?: readonly (string | null)[];
  readonly pool?: boolean;
  readonly contact?: OneOf<string>;
  readonly evergreen?: boolean;
};

/** `heldOut`: labelled once the patterns were written, and looked at for nothing else. */
export type LabelledPair = {
  heldOut?: boolean;
  key: string;
  en: string;
  fr: string;
  facts: Labels;
};

export type Count = { right: number; proposed: number; labelled: number; wrong: string[] };

export function readLabels(): LabelledPair[] {
  const file = join(import.meta.dirname, 'labels.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { pairs: LabelledPair[] }).pairs;
}

export function draftOf(pair: LabelledPair, content: string): Draft {
  const read = (lang: 'en' | 'fr') =>
    parseDocument(lang, pair[lang], readFileSync(join(content, pair[lang]), 'utf8'))!;
  return proposeFacts({ en: read('en'), fr: read('fr') }, pair.key);
}

/** Compares a draft with its labels, field by field. */
export function score(
  counts: Map<string, Count>,
  { key, facts }: LabelledPair,
  draft: Draft,
): void {
  const of = (field: string): Count => {
    const count = counts.get(field) ?? { right: 0, proposed: 0, labelled: 0, wrong: [] };
    counts.set(field, count);
    return count;
  };
  const proposed = (field: string): Proposal | undefined =>
    draft.proposals.find(({ path }) => path[0] === field);
  const judge = <Label>(
    field: string,
    label: OneOf<Label> | undefined,
    fits: (proposal: Proposal, label: Label) => boolean,
  ): void => {
    const count = of(field);
    const proposal = proposed(field);
    const labels =
      label === undefined
        ? []
        : Array.isArray(label)
          ? (label as (Label | null)[])
          : [label as Label];
    const optional = labels.includes(null);
    if (labels.length > 0 && (!optional || proposal)) count.labelled += 1;
    if (proposal) count.proposed += 1;
    const right = proposal && labels.some((one) => one !== null && fits(proposal, one));
    if (right) count.right += 1;
    else if (proposal || (labels.length > 0 && !optional)) {
      count.wrong.push(
        `${key}: ${proposal ? JSON.stringify(proposal.value).slice(0, 150) : 'missing'} for ${JSON.stringify(label ?? null)}`,
      );
    }
  };
  const atLine = ({ from }: Proposal, line: number): boolean =>
    from.some((source) => source.line === line && source.file.startsWith('en/'));
  const isValue = ({ value }: Proposal, wanted: unknown): boolean => value === wanted;

  judge('organization', facts.organization, atLine);
  judge('reportsTo', facts.reportsTo, atLine);
  judge('travel', facts.travel, atLine);
  judge('unit', facts.unit, ({ value }, word: string) =>
    (value as { en: string }).en.toLowerCase().includes(word),
  );
  judge('classification', facts.classification, ({ value }, code: string) => {
    const { group, level } = value as { group: string; level: number };
    return code === `${group}-${String(level).padStart(2, '0')}`;
  });
  judge(
    'tenure',
    facts.tenure as OneOf<{ kind: string; months?: number } | string> | undefined,
    ({ value }, label) =>
      typeof label === 'string'
        ? (value as { kind: string }).kind === label
        : JSON.stringify(value) === JSON.stringify(label),
  );
  judge(
    'seats',
    facts.seats && (facts.seatsOptional ? [facts.seats, null] : [facts.seats]),
    ({ value }, label: readonly SeatLabel[]) =>
      isSeats(value as Seat[], label, facts.seatsProfile === 'any'),
  );
  judge('workMode', facts.workMode, isValue);
  judge('anywhereInCanada', facts.anywhereInCanada, isValue);
  judge(
    'locations',
    facts.locations && [facts.locations],
    ({ value }, names: readonly string[]) =>
      (value as { city: { en: string } }[]).map(({ city }) => city.en).join() === names.join(),
  );
  judge('supervision', facts.supervision, ({ value }, kind: string) => {
    const found = value as { kind: string; reports?: { min: number; max: number } };
    const reports =
      facts.reports === undefined ||
      (found.reports?.min === facts.reports[0] && found.reports.max === facts.reports[1]);
    return found.kind === kind && reports;
  });
  judge('security', facts.security, isValue);
  judge('notices', facts.notices, ({ value }, id: string) => (value as { id: string }).id === id);
  judge('pool', facts.pool, ({ value }) => (value as { intended: boolean }).intended);
  judge('contacts', facts.contact, isValue);
  judge('evergreen', facts.evergreen, isValue);
  for (const field of ['opens', 'closes', 'timeZone', 'pay', 'whoCanApply'])
    judge(field, undefined, () => false);
  scoreCriteria(of, facts, draft, key);
}

type Seat = {
  count: number;
  language: { requirement: string; imperative?: boolean; profile?: Record<string, string> };
};

function isSeats(seats: Seat[], labels: readonly SeatLabel[], anyProfile: boolean): boolean {
  return (
    seats.length === labels.length &&
    seats.every(({ count, language }, index) => {
      const label = labels[index]!;
      const letters =
        language.profile &&
        ['reading', 'writing', 'oral'].map((skill) => language.profile![skill]).join('');
      const imperative = label.imperative === undefined || language.imperative === label.imperative;
      return (
        count === label.count &&
        language.requirement === label.requirement &&
        (anyProfile || letters === label.profile) &&
        imperative
      );
    })
  );
}

function scoreCriteria(
  of: (field: string) => Count,
  { criteria }: Labels,
  draft: Draft,
  key: string,
): void {
  const found = draft.proposals
    .filter(({ path }) => path[0] === 'criteria')
    .map(({ value, from }) => ({
      kind: (value as { kind: 'essential' | 'asset' }).kind,
      line: from.find(({ file }) => file.startsWith('en/'))!.line,
    }));
  const gaps = new Set(
    draft.gaps.filter(({ field }) => field === 'criteria').map(({ from }) => from[0]!.line),
  );
  for (const kind of ['essential', 'asset'] as const) {
    const count = of(`criteria, ${kind}`);
    // What stands in one language only cannot be proposed, and is told as a gap.
    const labels = (criteria?.[kind] ?? []).filter((line) => !gaps.has(line));
    const own = found.filter((one) => one.kind === kind);
    const judged = own.filter(({ line }) => !criteria?.maybe.includes(line));
    count.labelled += labels.length;
    count.proposed += judged.length;
    count.right += judged.filter(({ line }) => labels.includes(line)).length;
    const over = judged.filter(({ line }) => !labels.includes(line)).map(({ line }) => line);
    const missed = labels.filter((line) => !own.some((one) => one.line === line));
    if (over.length + missed.length > 0)
      count.wrong.push(`${key}: not labelled ${over.join()}; missed ${missed.join()}`);
  }
}
