import type { Criterion } from '#hiring/process-facts';
import type { Lang } from '#platform/i18n';
import { at } from './at.ts';
import { findingWords } from './writing/findings.ts';

/** What a sample decision is about. */
export type Judged = {
  criteria: readonly Criterion[];
  /** Place of the application by arrival: neighbours are not judged in the same words. */
  place: number;
  lang: Lang;
  /** Which essential is not shown, or shown by other means, by its English words. */
  lacks: RegExp;
};

/** A reason that fits the process, and the fields of the screening form that bear it out. */
export type PlannedFindings = { reason: string; fields: Record<string, string> };

/**
 * What is found of each criterion for a reason to hold. Any process may be filled with samples: where
 * it has no criterion of the kind that a reason speaks of, the nearest reason is taken instead. One
 * that does not come to the criteria leaves them alone.
 */
export function planFindings(wanted: string, judged: Judged): PlannedFindings {
  const { criteria, place, lang } = judged;
  const words = findingWords[lang];
  const essentials = criteria.filter(({ kind }) => kind === 'essential');
  const assets = criteria.filter(({ kind }) => kind === 'asset');
  const reason = fitting(wanted, criteria);
  const fields: Record<string, string> = {};
  const find = (criterion: Criterion | undefined, result: 'met' | 'not-met', why: string): void => {
    if (!criterion) return;
    fields[`finding-${criterion.id}`] = result;
    fields[`why-${criterion.id}`] = why;
  };
  const meetEssentials = (): void => {
    for (const [turn, criterion] of essentials.entries()) {
      find(criterion, 'met', (turn + place) % 4 === 0 ? at(words.met, turn + place) : '');
    }
  };
  /** One in two of the assets that are not met was looked at. */
  const lackAssets = (from: number): void => {
    for (const [turn, criterion] of assets.entries()) {
      if (turn < from || (turn + place) % 2 === 1) continue;
      find(criterion, 'not-met', at(words.assetNotMet, place));
    }
  };
  const short =
    essentials.find(({ text }) => judged.lacks.test(text.en)) ?? essentials[0] ?? criteria[0];
  switch (reason) {
    case 'meets-essentials':
      meetEssentials();
      lackAssets(0);
      break;
    case 'meets-essentials-and-assets':
      meetEssentials();
      find(assets[0], 'met', at(words.assetMet, place));
      lackAssets(1);
      break;
    case 'equivalent-experience':
      meetEssentials();
      find(short, 'met', at(words.equivalent, place));
      break;
    case 'essential-not-shown':
    case 'experience-not-shown':
      meetEssentials();
      find(short, 'not-met', at(words.notMet, place));
      break;
  }
  return { reason, fields };
}

function fitting(wanted: string, criteria: readonly Criterion[]): string {
  const lacks = (of: Criterion['kind']): boolean =>
    criteria.length > 0 && !criteria.some(({ kind }) => kind === of);
  if (wanted === 'meets-essentials-and-assets' && lacks('asset')) return 'meets-essentials';
  if (wanted === 'essential-not-shown' && lacks('essential')) return 'experience-not-shown';
  return wanted;
}
