import type { Lang } from '#platform/i18n';
import type { TextFact } from '../model.ts';
import { addresses } from './addresses.ts';
import { codes } from './codes.ts';
import { dates } from './dates.ts';
import { durations } from './durations.ts';
import { money, percents } from './money.ts';
import { names } from './names.ts';
import { numbers, years } from './numbers.ts';
import { inOrder, uniform } from './recognizer.ts';
import { times } from './times.ts';

const recognize = inOrder(
  addresses,
  names.said,
  money,
  percents,
  dates,
  times,
  codes,
  years,
  durations,
  names.glued,
  numbers,
);

/**
 * What a text states that can be compared with the other language: numbers, amounts, dates, codes,
 * addresses, in order of place. Pure; values as `TextFact.value` says.
 */
export function factsIn(text: string, lang: Lang): TextFact[] {
  return recognize(uniform(text), lang).sort((a, b) => a.start - b.start || a.end - b.end);
}
