import { langs } from '#platform/i18n';
import { type ContentProblem, problem } from '../problem.ts';
import type { Half } from './half.ts';
import type { Pair } from './pair.ts';

/**
 * Makes every `leverId` belong to one posting, as the API needs. Where several postings claim one
 * (old postings are copied to make new ones), it stays with the only one that is not archived, else
 * with none of them; the others are shown without it, and each is told.
 */
export function duplicateLeverIds(pairs: readonly Pair[]): {
  pairs: Pair[];
  problems: ContentProblem[];
} {
  const claimants = new Map<string, Set<Pair>>();
  for (const pair of pairs) {
    for (const lang of langs) {
      const id = pair.halves[lang].text.leverId;
      if (id !== null) claimants.set(id, (claimants.get(id) ?? new Set()).add(pair));
    }
  }
  const problems: ContentProblem[] = [];
  const strip = (pair: Pair, half: Half): Half => {
    const id = half.text.leverId;
    const all = [...(id === null ? [] : claimants.get(id)!)];
    if (id === null || all.length === 1) return half;
    if (keepsLeverId(pair, all)) return half;
    const others = all
      .filter((one) => one !== pair)
      .map(({ halves }) => halves[half.text.lang].text.file);
    problems.push(
      problem(half.text.file, { kind: 'duplicate-lever-id', value: id, others }, half.leverIdPlace),
    );
    return { ...half, text: { ...half.text, leverId: null } };
  };
  return {
    pairs: pairs.map((pair) => ({
      ...pair,
      halves: { en: strip(pair, pair.halves.en), fr: strip(pair, pair.halves.fr) },
    })),
    problems,
  };
}

/** Whether a posting keeps an id that all of these claim, itself among them. */
export function keepsLeverId<Claimant extends { readonly archived: boolean }>(
  claimant: Claimant,
  all: readonly Claimant[],
): boolean {
  const live = all.filter(({ archived }) => !archived);
  return live.length === 1 && live[0] === claimant;
}
