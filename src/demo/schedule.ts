const minute = 60_000;
const day = 86_400_000;

/** Hours (UTC) at which people in Canada apply: over breakfast, at noon, and in the evening. */
const applyingHours = [13, 14, 17, 18, 21, 0, 1, 2];

/**
 * Instants at which `count` applications arrive between two others, in order: many soon after the
 * opening, few in the middle, many towards the end.
 */
export function arrivals(from: Date, until: Date, count: number): Date[] {
  const span = until.getTime() - from.getTime();
  return Array.from({ length: count }, (_, index) => {
    const part = (index + 0.5) / count;
    const even = new Date(from.getTime() + span * part * part * (3 - 2 * part));
    const hour = applyingHours[(index * 3) % applyingHours.length] ?? 0;
    const usual = new Date(even);
    usual.setUTCHours(hour, (index * 37) % 60, (index * 23) % 60);
    return usual > from && usual < until ? usual : even;
  }).toSorted((a, b) => a.getTime() - b.getTime());
}

/**
 * When staff acted, `days` after an instant: on a weekday, in office hours, and before `now`. Where
 * that is not possible yet, half-way between the two.
 */
export function workingMoment(after: Date, days: number, seed: number, now: Date): Date {
  const moment = new Date(after.getTime() + days * day);
  moment.setUTCHours(14 + (seed % 7), (seed * 17) % 60, (seed * 29) % 60);
  while (moment.getUTCDay() % 6 === 0) moment.setTime(moment.getTime() + day);
  if (moment > after && moment < now) return moment;
  return new Date((after.getTime() + now.getTime()) / 2);
}

/** Minutes after an instant. */
export function minutesAfter(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * minute);
}
