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

type Found = { result: 'met' | 'not-met'; words: string };

/**
 * The fields of the screening form for each criterion, as they bear out the reason. A reason that
 * does not come to the criteria leaves them alone.
 */
export function planFindings(reason: string, judged: Judged): Record<string, string> {
  const { criteria, place, lang } = judged;
  const words = findingWords[lang];
  const essentials = criteria.filter(({ kind }) => kind === 'essential');
  const others = criteria.filter(({ kind }) => kind !== 'essential');
  const short = essentials.find(({ text }) => judged.lacks.test(text.en)) ?? essentials[0];
  const found = new Map<Criterion, Found>();
  const meetEssentials = (): void => {
    for (const [turn, criterion] of essentials.entries()) {
      const said = (turn + place) % 4 === 0 ? at(words.met, turn + place) : '';
      found.set(criterion, { result: 'met', words: said });
    }
  };
  const judgeAssets = (met: number): void => {
    for (const [turn, criterion] of others.entries()) {
      if (turn < met) found.set(criterion, { result: 'met', words: at(words.assetMet, place) });
      else if ((turn + place) % 2 === 0) {
        found.set(criterion, { result: 'not-met', words: at(words.assetNotMet, place) });
      }
    }
  };
  switch (reason) {
    case 'meets-essentials':
      meetEssentials();
      judgeAssets(0);
      break;
    case 'meets-essentials-and-assets':
      meetEssentials();
      judgeAssets(1);
      break;
    case 'equivalent-experience':
      meetEssentials();
      if (short) found.set(short, { result: 'met', words: at(words.equivalent, place) });
      break;
    case 'essential-not-shown':
    case 'experience-not-shown':
      meetEssentials();
      if (short) found.set(short, { result: 'not-met', words: at(words.notMet, place) });
      break;
  }
  return Object.fromEntries(
    [...found].flatMap(([{ id }, of]) => [
      [`finding-${id}`, of.result],
      [`why-${id}`, of.words],
    ]),
  );
}
