import { type Lang, formatList } from '#platform/i18n';
import { messages } from '../messages/index.ts';
import type { Period } from './period.ts';

/** "2 years", "1 year and 6 months". */
export function periodWords(period: Period, lang: Lang): string {
  const t = messages(lang);
  const parts = (['years', 'months', 'days', 'hours'] as const).flatMap((unit) =>
    period[unit] > 0 ? [t(`period.${unit}`, { count: period[unit] })] : [],
  );
  return formatList(parts, lang);
}
