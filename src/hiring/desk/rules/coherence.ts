import type { Criterion } from '#hiring/process-facts';
import type { FindingResult } from '../model.ts';
import type { Asks } from '../rules.ts';

const kindOrder = ['essential', 'asset', 'operational', 'organizational'] as const;

/** The criteria in the order of the form and of the record: by kind, then as advertised. */
export function arrangeCriteria(criteria: readonly Criterion[]): Criterion[] {
  return byKind(criteria).flatMap(({ items }) => items);
}

/** Things of one kind together, in the order in which they come. */
export function byKind<Item extends Pick<Criterion, 'kind'>>(
  items: readonly Item[],
): { kind: Criterion['kind']; items: Item[] }[] {
  return kindOrder
    .map((kind) => ({ kind, items: items.filter((item) => item.kind === kind) }))
    .filter(({ items: of }) => of.length > 0);
}

/** A criterion with what was chosen for it; null where nothing was. */
export type Judged = Pick<Criterion, 'id' | 'kind'> & { result: FindingResult | null };

/** What does not fit the reason, and where: at criteria by their id, or at the reason itself. */
export type Incoherence = {
  criteria: Readonly<Record<string, 'unjudged' | 'essential-not-met'>>;
  reason: null | 'no-asset-met' | 'no-essential-not-met' | 'no-criterion-not-met';
};

const coherent: Incoherence = { criteria: {}, reason: null };

/**
 * Compares what was found of each criterion with what the reason says of them. Essentials have to be
 * met by whoever is screened in, and nobody can lack one that was not judged; everything else may be
 * considered or not (Public Service Employment Act, s. 30(2)). A reason that does not come to the
 * criteria goes with any finding. A process without criteria has nothing to compare.
 */
export function incoherenceOf(asks: Asks, judged: readonly Judged[]): Incoherence {
  if (asks === 'nothing' || judged.length === 0) return coherent;
  const screensIn = asks === 'essentials-met' || asks === 'essentials-and-asset-met';
  const criteria: Record<string, 'unjudged' | 'essential-not-met'> = {};
  for (const { id, kind, result } of judged) {
    if (kind !== 'essential') continue;
    if (result === null || result === 'not-assessed') criteria[id] = 'unjudged';
    else if (result === 'not-met' && screensIn) criteria[id] = 'essential-not-met';
  }
  // While one is open, nobody knows whether the reason will be borne out.
  const open = Object.values(criteria).includes('unjudged');
  return { criteria, reason: open ? null : missingFor(asks, judged) };
}

function missingFor(
  asks: Exclude<Asks, 'nothing'>,
  judged: readonly Judged[],
): Incoherence['reason'] {
  const any = (result: FindingResult, kind?: Criterion['kind']): boolean =>
    judged.some((one) => one.result === result && (kind === undefined || one.kind === kind));
  switch (asks) {
    case 'essentials-met':
      return null;
    case 'essentials-and-asset-met':
      return any('met', 'asset') ? null : 'no-asset-met';
    case 'essential-not-met':
      return any('not-met', 'essential') ? null : 'no-essential-not-met';
    case 'criterion-not-met':
      return any('not-met') ? null : 'no-criterion-not-met';
  }
}
