import { formatIsoDateTime } from '#platform/i18n';
import { businessHours } from './business-hours.ts';
import type { LawRule } from './model.ts';
import { defaultTimeZone } from '../schema/time-zone.ts';
import { isExternal } from './who-rules.ts';

/** Opening and closing: PSC Appointment Policy, and the custom of closing. */
export const dateRules: readonly LawRule[] = [
  {
    id: 'open-too-short',
    severity: 'error',
    sure: true,
    check(context, report) {
      const { facts, settings } = context;
      const { opensAt, closesAt } = facts;
      if (!opensAt || !closesAt || !isExternal(context)) return;
      const zone = facts.timeZone ?? defaultTimeZone;
      const minimum = settings.externalMinimumHours;
      const hours = businessHours(opensAt, closesAt, zone, settings.holidays, minimum);
      if (hours < minimum) report(['closes'], { args: { hours: Math.floor(hours), minimum } });
    },
  },
  {
    id: 'closing-time',
    severity: 'info',
    sure: false,
    check({ facts, settings }, report) {
      if (!facts.closesAt) return;
      const { closingTime, closingTimeZone: zone } = settings;
      const time = formatIsoDateTime(facts.closesAt, zone).slice(-5);
      if (time !== closingTime) report(['closes'], { args: { time, usual: closingTime, zone } });
    },
  },
];
