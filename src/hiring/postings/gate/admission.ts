import { type Memory, isLive } from '../catalogue/memory.ts';
import { versionOf } from '../catalogue/version.ts';
import type { Pair } from '../loader/pair.ts';
import type { GateFinding } from './gate.ts';

/** What is known of a text: its errors (none: it passed), or that the check itself broke on it. */
export type Verdict = readonly GateFinding[] | 'failed';

/** A version that is not on the site: `verdict` is null while it waits for the check. */
export type Held = {
  readonly pair: Pair;
  readonly versionHash: string;
  readonly verdict: Verdict | null;
};

export type Admission = { readonly admitted: readonly Pair[]; readonly held: readonly Held[] };

export type VerdictOf = (versionHash: string) => Verdict | null;

/**
 * Whether a version goes on the site without a verdict: the text that is advertised already stays
 * whatever the check has come to think of it, and to close or to take back a posting needs no leave.
 */
export function needsNoVerdict(pair: Pair, versionHash: string, memory: Memory): boolean {
  if (pair.draft || pair.archived) return true;
  const known = memory.byKey.get(pair.translationKey);
  return known !== undefined && isLive(known) && known.version?.hash === versionHash;
}

/** Sorts the pairs of a folder into those that may be shown and those held back. Pure. */
export function admit(
  pairs: readonly Pair[],
  memory: Memory,
  overridden: ReadonlySet<string>,
  verdictOf: VerdictOf,
): Admission {
  const admitted: Pair[] = [];
  const held: Held[] = [];
  for (const pair of pairs) {
    const versionHash = versionOf(pair);
    const verdict = verdictOf(versionHash);
    const passes =
      needsNoVerdict(pair, versionHash, memory) ||
      overridden.has(versionHash) ||
      (verdict !== 'failed' && verdict?.length === 0);
    if (passes) admitted.push(pair);
    else held.push({ pair, versionHash, verdict });
  }
  return { admitted, held };
}
