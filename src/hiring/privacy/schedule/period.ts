/** A length of time as ISO 8601 writes it, in whole years, months, days or hours. */
export type Period = { iso: string; years: number; months: number; days: number; hours: number };

const shape = /^P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(\d+)H)?$/;

/** "P2Y", "P30D", "PT12H"; null for anything else. */
export function readPeriod(iso: string): Period | null {
  const found = shape.exec(iso);
  if (!found) return null;
  const [years, months, days, hours] = found.slice(1).map((text) => Number(text ?? 0));
  return { iso, years: years ?? 0, months: months ?? 0, days: days ?? 0, hours: hours ?? 0 };
}

/**
 * The instant a period later, by the calendar in UTC. The last day of a month stays in its month:
 * two years after 29 February is 28 February, as PostgreSQL counts.
 */
export function after(instant: Date, period: Period): Date {
  return shift(instant, period, 1);
}

/** The instant a period earlier. */
export function before(instant: Date, period: Period): Date {
  return shift(instant, period, -1);
}

function shift(instant: Date, { years, months, days, hours }: Period, sign: 1 | -1): Date {
  const moved = new Date(instant);
  const day = moved.getUTCDate();
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + sign * (years * 12 + months));
  const last = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(day, last));
  return new Date(moved.getTime() + sign * (days * 86_400_000 + hours * 3_600_000));
}
