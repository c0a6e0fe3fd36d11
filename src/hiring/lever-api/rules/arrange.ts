import { type Grouping, type LeverPosting, type PostingGroup } from '../model.ts';
import type { ListRequest } from './list-request.ts';

/**
 * The postings that are asked for, in the order they came. Values of one filter are alternatives,
 * filters add up. One value is compared without regard to case; several are not, as in Lever.
 */
export function choose(
  postings: readonly LeverPosting[],
  { filters, skip, limit }: Pick<ListRequest, 'filters' | 'skip' | 'limit'>,
): LeverPosting[] {
  const all = Object.entries(filters) as [Grouping | 'level', readonly string[]][];
  const wanted = all.filter(([, values]) => values.length > 0);
  const found = postings.filter((posting) =>
    wanted.every(([name, values]) => fits(valuesOf(posting, name), values)),
  );
  return found.slice(skip, limit === null ? undefined : skip + limit);
}

/** Groups in order of title; what has no such category comes last, under an empty title. */
export function groupBy(postings: readonly LeverPosting[], grouping: Grouping): PostingGroup[] {
  const groups = new Map<string, LeverPosting[]>();
  for (const posting of postings) {
    const title = posting.categories[grouping] ?? '';
    groups.set(title, [...(groups.get(title) ?? []), posting]);
  }
  return [...groups]
    .map(([title, members]) => ({ title, postings: members }))
    .sort((a, b) => Number(a.title === '') - Number(b.title === '') || compare(a.title, b.title));
}

const { compare } = new Intl.Collator('fr-CA');

/** A posting in several places is found by each of them. */
function valuesOf({ categories }: LeverPosting, name: Grouping | 'level'): readonly string[] {
  if (name === 'location') return categories.allLocations ?? [];
  const value = categories[name];
  return value === undefined ? [] : [value];
}

function fits(has: readonly string[], wanted: readonly string[]): boolean {
  const [first, ...more] = wanted;
  if (first === undefined) return true;
  if (more.length > 0) return has.some((value) => wanted.includes(value));
  return has.some((value) => value.toLowerCase() === first.toLowerCase());
}
