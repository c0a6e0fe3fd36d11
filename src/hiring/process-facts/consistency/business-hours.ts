import { formatIsoDate } from '#platform/i18n';
import { instantOf } from '../schema/instant.ts';

/** In milliseconds. */
const hour = 3_600_000;

/**
 * Hours between two instants that fall on business days of a zone: Monday to Friday, without the
 * holidays (yyyy-mm-dd). A whole business day counts 24, as many as its clock shows. Counting ends
 * where there are `enough`: a posting may be open for years.
 */
export function businessHours(
  from: Date,
  to: Date,
  timeZone: string,
  holidays: readonly string[],
  enough = Infinity,
): number {
  let total = 0;
  let start = from;
  while (start < to && total < enough * hour) {
    const day = formatIsoDate(start, timeZone);
    const next = instantOf(`${dayAfter(day)} 00:00`, timeZone);
    const end = next && next < to ? next : to;
    if (!isWeekend(day) && !holidays.includes(day)) total += end.getTime() - start.getTime();
    start = end;
  }
  return total / hour;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function isWeekend(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}
