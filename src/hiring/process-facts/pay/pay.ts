import { formatIsoDate } from '#platform/i18n';
import type { ProcessFacts } from '../schema/facts.ts';
import { instantOf } from '../schema/instant.ts';
import { defaultTimeZone } from '../schema/time-zone.ts';
import type { PayTable } from './table.ts';

export type Pay = NonNullable<ProcessFacts['pay']>;

/** A pay range, and the table that it comes from where the facts do not state one. */
export type StatedPay = Pay & { readonly table: Pick<PayTable, 'effective' | 'sure'> | null };

type Positioned = Pick<ProcessFacts, 'classification' | 'pay' | 'closesAt' | 'timeZone'>;

/**
 * What is paid: as the facts state, else by the pay table of the classification that is in force at
 * an instant, or was when the process closed. Null where neither is known.
 */
export function payOf(facts: Positioned, tables: readonly PayTable[], now: Date): StatedPay | null {
  if (facts.pay) return { ...facts.pay, table: null };
  const at = facts.closesAt && facts.closesAt < now ? facts.closesAt : now;
  return payByTable(facts, tables, at);
}

/** The pay of a classification by the table in force at an instant, in the process's time zone. */
export function payByTable(
  { classification, timeZone }: Pick<ProcessFacts, 'classification' | 'timeZone'>,
  tables: readonly PayTable[],
  at: Date,
): StatedPay | null {
  if (!classification) return null;
  const today = formatIsoDate(at, timeZone ?? defaultTimeZone);
  const inForce = tables
    .filter(({ group, effective }) => group === classification.group && effective <= today)
    .toSorted((a, b) => (a.effective < b.effective ? 1 : -1))[0];
  const rates = inForce?.levels.find(({ level }) => level === classification.level);
  if (!inForce || !rates) return null;
  const { currency, period, effective, sure } = inForce;
  return { min: rates.min, max: rates.max, currency, period, table: { effective, sure } };
}

/** The next instant at which another table comes into force in a zone; null where none is ahead. */
export function nextPayChange(
  tables: readonly PayTable[],
  timeZone: string,
  now: Date,
): Date | null {
  const ahead = tables
    .map(({ effective }) => instantOf(`${effective} 00:00`, timeZone))
    .filter((at) => at !== null && at > now) as Date[];
  return ahead.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
}
