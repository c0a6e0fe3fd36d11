import type { Criterion } from '#hiring/process-facts';
import type { DeskDeps } from '../deps.ts';
import { arrangeCriteria } from '../rules/coherence.ts';

/** The criteria of a text as it was advertised, in their order on the form; none where it had none. */
export type FindCriteria = (version: string) => Promise<readonly Criterion[]>;

/** Finds criteria by the hash pinned to an application, whatever the posting says by now. */
export function createFindCriteria(deps: Pick<DeskDeps, 'advertised'>): FindCriteria {
  // A version never changes, and there are few beside the texts of today.
  const known = new Map<string, readonly Criterion[]>();
  return async (version) => {
    const before = known.get(version);
    if (before) return before;
    const advertised = await deps.advertised(version);
    if (!advertised) return [];
    const criteria = arrangeCriteria(advertised.facts?.criteria ?? []);
    known.set(version, criteria);
    return criteria;
  };
}
