import { dateFormat } from '#platform/i18n';

const withOffset = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:?\d{2})$/;
const local = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?$/;

/**
 * The instant that an author wrote: ISO 8601 with an offset ("2026-05-09T23:59-07:00"), or a local
 * date and time ("2026-05-09 23:59") read in the given IANA zone. `null` where it is neither, or is
 * a date that does not exist.
 *
 * A local time that happens twice (clocks go back) is the first of the two; one that is skipped
 * (clocks go forward) is read with the offset in force before, as `Temporal` does by default.
 */
export function instantOf(text: string, timeZone: string): Date | null {
  if (withOffset.test(text)) {
    const instant = new Date(text.replace(' ', 'T'));
    return Number.isNaN(instant.getTime()) || !dateExists(text) ? null : instant;
  }
  const match = local.exec(text);
  if (!match || !dateExists(text)) return null;
  const [, date, hour = '', minute = '', second = '00'] = match;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  // As if the clock on the wall showed UTC; the zone's offset is taken off below.
  const wall = Date.parse(`${date}T${hour}:${minute}:${second}Z`);
  const dayBefore = wall - offsetAt(wall - 86_400_000, timeZone);
  const dayAfter = wall - offsetAt(wall + 86_400_000, timeZone);
  const valid = [dayBefore, dayAfter].filter((at) => at + offsetAt(at, timeZone) === wall);
  return new Date(valid[0] ?? dayBefore);
}

/** February 30 and the like: `Date` rolls them over into the next month, or knows none. */
function dateExists(text: string): boolean {
  const date = text.slice(0, 10);
  const midnight = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(date);
}

/** Offset of the zone at an instant, in milliseconds east of UTC. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = dateFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: string): number =>
    Number(parts.find((candidate) => candidate.type === type)?.value);
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wall - Math.floor(instant / 1000) * 1000;
}
