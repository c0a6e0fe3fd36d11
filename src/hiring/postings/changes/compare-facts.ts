import type { Pair } from '../loader/pair.ts';
import type { Words } from '../messages.ts';
import { type FactField, type FactLines, factLines, yesNo } from './fact-lines.ts';

/** What only those who publish see. */
type InternalKey = 'draft' | 'slug' | 'leverId';
export type FactKey = FactField | 'archived' | InternalKey;

/** A fact that was stated otherwise before, in the words of the reader; null: not stated. */
export type FactChange = {
  readonly key: FactKey;
  readonly from: string | null;
  readonly to: string | null;
};

/** The facts in which two versions differ, in words; of a list, each part that differs by itself. */
export function compareFacts(
  before: Pair,
  after: Pair,
  t: Words,
  audience: 'staff' | 'public',
): FactChange[] {
  const [old, fresh] = [allLines(before, t, audience), allLines(after, t, audience)];
  return [...fresh].flatMap(([key, lines]) => changesOf(key, old.get(key)!, lines));
}

function changesOf(key: FactKey, before: FactLines, after: FactLines): FactChange[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((id) => ({ key, from: before.get(id) ?? null, to: after.get(id) ?? null }))
    .filter(({ from, to }) => from !== to);
}

function allLines(pair: Pair, t: Words, audience: 'staff' | 'public'): Map<FactKey, FactLines> {
  const { facts, archived, draft, halves } = pair;
  const one = (line: string): FactLines => new Map([['', line]]);
  const both = (of: (half: Pair['halves']['en']) => string | null): FactLines => {
    const [en, fr] = [of(halves.en), of(halves.fr)];
    return en === null && fr === null ? new Map() : one(`${en ?? '—'} / ${fr ?? '—'}`);
  };
  const all = new Map<FactKey, FactLines>(factLines(facts, t));
  all.set('archived', one(yesNo(archived, t)));
  if (audience === 'public') return all;
  all.set('draft', one(yesNo(draft, t)));
  all.set(
    'slug',
    both((half) => half.slug),
  );
  all.set(
    'leverId',
    both((half) => half.text.leverId),
  );
  return all;
}
