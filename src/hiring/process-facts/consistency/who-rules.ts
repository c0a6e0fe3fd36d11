import type { LawContext, LawRule } from './model.ts';

/** Who may apply: PSEA s.34 and 39, PSC Appointment Policy. */
export const whoRules: readonly LawRule[] = [
  {
    id: 'area-missing',
    severity: 'warning',
    sure: true,
    check({ facts }, report) {
      if (!facts.areaOfSelection && !facts.whoCanApply) report(['areaOfSelection']);
    },
  },
  {
    id: 'external-not-national',
    severity: 'error',
    sure: true,
    check(context, report) {
      const area = context.facts.areaOfSelection;
      if (!isExternal(context) || isLocalTenure(context)) return;
      if (area?.geographic?.national === false)
        report(['areaOfSelection', 'geographic', 'national']);
      else if (!area?.geographic) report(['areaOfSelection'], { severity: 'info' });
    },
  },
  {
    id: 'mobility-external',
    severity: 'error',
    sure: true,
    check(context, report) {
      const kind = context.facts.tenure?.kind;
      if (kind !== 'secondment' && kind !== 'assignment') return;
      if (isExternal(context)) report(['areaOfSelection', 'kind'], { args: { kind } });
    },
  },
  {
    id: 'citizenship-limited',
    severity: 'warning',
    sure: true,
    check(context, report) {
      const { citizenship } = context.facts.areaOfSelection ?? {};
      // Citizens and permanent residents have preference together; others come last, not never.
      if (!isExternal(context) || citizenship === undefined || citizenship === 'any') return;
      report(['areaOfSelection', 'citizenship'], { args: { citizenship } });
    },
  },
  {
    id: 'preference-missing',
    severity: 'warning',
    sure: false,
    check(context, report) {
      const { facts, settings } = context;
      if (!isExternal(context)) return;
      const stated = facts.notices?.some(({ id }) => id === settings.preferenceNotice);
      if (!stated) report(['notices'], { args: { notice: settings.preferenceNotice } });
    },
  },
];

export function isExternal({ facts }: LawContext): boolean {
  return facts.areaOfSelection?.kind === 'external';
}

function isLocalTenure({ facts, settings }: LawContext): boolean {
  return facts.tenure !== undefined && settings.localTenures.includes(facts.tenure.kind);
}
