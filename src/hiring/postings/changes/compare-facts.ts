import type { Pair } from '../loader/pair.ts';
import type { Words } from '../messages.ts';
import {
  classificationWords,
  payWords,
  placeWords,
  seatDetails,
  seatWords,
  tenureWords,
} from '../pages/fact-words.ts';
import { whenParts } from '../pages/when.tsx';
import { defaultTimeZone } from '#hiring/process-facts';

export type FactKey =
  | 'opens'
  | 'closes'
  | 'evergreen'
  | 'place'
  | 'mode'
  | 'classification'
  | 'pay'
  | 'tenure'
  | 'seats'
  | 'who'
  | 'unit'
  | 'travel'
  | 'archived'
  | 'draft'
  | 'slug'
  | 'leverId';

/** A fact that was stated otherwise before, in the words of the reader; null: not stated. */
export type FactChange = {
  readonly key: FactKey;
  readonly from: string | null;
  readonly to: string | null;
};

/** What the public never sees. */
const internal: ReadonlySet<FactKey> = new Set(['draft', 'slug', 'leverId']);

/** The facts in which two versions differ, in words. */
export function compareFacts(
  before: Pair,
  after: Pair,
  t: Words,
  audience: 'staff' | 'public',
): FactChange[] {
  const [old, fresh] = [factsInWords(before, t), factsInWords(after, t)];
  return (Object.keys(fresh) as FactKey[])
    .filter((key) => audience === 'staff' || !internal.has(key))
    .filter((key) => old[key] !== fresh[key])
    .map((key) => ({ key, from: old[key], to: fresh[key] }));
}

function factsInWords(
  { facts, archived, draft, halves }: Pair,
  t: Words,
): Record<FactKey, string | null> {
  const zone = facts?.timeZone ?? defaultTimeZone;
  const when = (at: Date | null | undefined): string | null =>
    at ? t('posting.when', whenParts(at, t, zone)) : null;
  const list = (lines: readonly string[]): string | null => lines.join('; ') || null;
  const yesNo = (value: boolean): string => t(value ? 'changes.yes' : 'changes.no');
  const both = (of: (half: Pair['halves']['en']) => string | null): string | null => {
    const [en, fr] = [of(halves.en), of(halves.fr)];
    return en === null && fr === null ? null : `${en ?? '—'} / ${fr ?? '—'}`;
  };
  return {
    opens: when(facts?.opensAt),
    closes: when(facts?.closesAt),
    evergreen: yesNo(facts?.evergreen ?? false),
    place: facts && list(placeWords(facts, t)),
    mode: facts?.workMode ? t(`mode.${facts.workMode}`) : null,
    classification: facts && classificationWords(facts),
    pay: facts?.pay ? payWords({ ...facts.pay, table: null }, t) : null,
    tenure: facts && tenureWords(facts, t),
    seats: list(
      (facts?.seats ?? []).map((seat) => `${seatWords(seat, t)} ${seatDetails(seat, t)}`.trim()),
    ),
    who: facts?.whoCanApply?.[t.lang] ?? null,
    unit: facts?.unit?.[t.lang] ?? null,
    travel: facts?.travel?.[t.lang] ?? null,
    archived: yesNo(archived),
    draft: yesNo(draft),
    slug: both((half) => half.slug),
    leverId: both((half) => half.text.leverId),
  };
}
