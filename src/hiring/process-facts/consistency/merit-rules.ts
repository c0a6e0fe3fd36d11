import { formatIsoDate } from '#platform/i18n';
import { defaultTimeZone } from '../schema/time-zone.ts';
import type { LawRule } from './model.ts';

/** What is assessed, what candidates are told, and what becomes of those who qualify. */
export const meritRules: readonly LawRule[] = [
  {
    id: 'no-essential',
    severity: 'error',
    sure: true,
    check({ facts }, report) {
      if (facts.criteria && !facts.criteria.some(({ kind }) => kind === 'essential'))
        report(['criteria']);
    },
  },
  {
    id: 'criteria-missing',
    severity: 'info',
    sure: false,
    check({ facts }, report) {
      if (!facts.criteria && !facts.evergreen) report(['criteria']);
    },
  },
  {
    id: 'notice-expired',
    severity: 'warning',
    sure: true,
    check({ facts, now }, report) {
      // What has expired since a process closed was right in its time.
      const day = formatIsoDate(earliest(now, facts.closesAt), facts.timeZone ?? defaultTimeZone);
      for (const [index, { id, expires }] of (facts.notices ?? []).entries()) {
        if (expires !== undefined && expires < day) {
          report(['notices', index, 'expires'], { args: { notice: id, day: expires } });
        }
      }
    },
  },
  {
    id: 'notice-future',
    severity: 'info',
    sure: true,
    check({ facts, now }, report) {
      const day = formatIsoDate(earliest(now, facts.closesAt), facts.timeZone ?? defaultTimeZone);
      for (const [index, { id, effective }] of (facts.notices ?? []).entries()) {
        if (effective !== undefined && effective > day) {
          report(['notices', index, 'effective'], { args: { notice: id, day: effective } });
        }
      }
    },
  },
  {
    id: 'pool-without-validity',
    severity: 'info',
    sure: false,
    check({ facts }, report) {
      if (facts.pool?.intended && facts.pool.validMonths === undefined)
        report(['pool', 'validMonths']);
    },
  },
];

function earliest(now: Date, closesAt: Date | null): Date {
  return closesAt && closesAt < now ? closesAt : now;
}
