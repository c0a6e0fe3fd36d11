import { payByTable } from '../pay/pay.ts';
import type { LawRule } from './model.ts';

/** The position itself: its group, its tenure, its pay, and how many there are. */
export const positionRules: readonly LawRule[] = [
  {
    id: 'group-replaced',
    severity: 'warning',
    sure: true,
    check({ facts, settings }, report) {
      const group = facts.classification?.group;
      if (group === undefined || !Object.hasOwn(settings.replacedGroups, group)) return;
      const replacement = settings.replacedGroups[group] ?? '';
      report(['classification', 'group'], { args: { group, replacement } });
    },
  },
  {
    id: 'student-classified',
    severity: 'warning',
    sure: false,
    check({ facts }, report) {
      const { classification, tenure } = facts;
      if (tenure?.kind !== 'student' || !classification) return;
      report(['classification'], { args: { group: classification.group } });
    },
  },
  {
    id: 'term-without-length',
    severity: 'info',
    sure: false,
    check({ facts }, report) {
      const { tenure } = facts;
      if (tenure?.kind === 'term' && tenure.months === undefined) report(['tenure', 'months']);
    },
  },
  {
    id: 'term-conversion',
    severity: 'info',
    sure: true,
    check({ facts, settings }, report) {
      const { tenure } = facts;
      const limit = settings.termConversionMonths;
      if (tenure?.kind !== 'term' || tenure.months === undefined || tenure.months < limit) return;
      report(['tenure', 'months'], { args: { months: tenure.months, limit } });
    },
  },
  {
    id: 'pay-outside-table',
    severity: 'warning',
    sure: true,
    check({ facts, now, payTables }, report) {
      const { pay, closesAt } = facts;
      const table = payByTable(facts, payTables, closesAt && closesAt < now ? closesAt : now);
      if (!pay || !table || pay.period !== table.period || pay.currency !== table.currency) return;
      if (pay.min >= table.min && pay.max <= table.max) return;
      const { min, max } = table;
      report(['pay'], { args: { min, max }, sure: table.table?.sure ?? false });
    },
  },
  {
    id: 'seats-missing',
    severity: 'info',
    sure: false,
    check({ facts }, report) {
      // What is always open collects people, not applications to positions.
      if (!facts.seats && !facts.evergreen) report(['seats']);
    },
  },
  {
    id: 'seats-over',
    severity: 'warning',
    sure: false,
    check({ facts, settings }, report) {
      const count = (facts.seats ?? []).reduce((sum, seat) => sum + seat.count, 0);
      if (count > settings.mostSeats)
        report(['seats'], { args: { count, most: settings.mostSeats } });
    },
  },
];
