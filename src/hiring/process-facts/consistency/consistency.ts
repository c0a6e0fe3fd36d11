import type { Lang } from '#platform/i18n';
import { words } from '../messages.ts';
import type { PayTable } from '../pay/table.ts';
import type { ProcessFacts } from '../schema/facts.ts';
import { type LawRuleId, lawRuleIds } from './ids.ts';
import type { Issue, LawRule } from './model.ts';
import { dateRules } from './dates-rules.ts';
import { languageRules } from './languages-rules.ts';
import { meritRules } from './merit-rules.ts';
import { positionRules } from './position-rules.ts';
import { whoRules } from './who-rules.ts';
import type { LawSettings } from './settings.ts';

const byId = new Map<LawRuleId, LawRule>(
  [...whoRules, ...dateRules, ...positionRules, ...languageRules, ...meritRules].map((rule) => [
    rule.id,
    rule,
  ]),
);

/** Every rule, in the order of `lawRuleIds`. */
export const lawRules: readonly LawRule[] = lawRuleIds.flatMap((id) => byId.get(id) ?? []);

/**
 * What law and policy have to say about the facts of a process at an instant. Pure. Facts that are
 * absent are questioned only where something must be stated; they are never guessed.
 */
export function consistencyOf(
  facts: ProcessFacts,
  settings: LawSettings,
  now: Date,
  payTables: readonly PayTable[] = [],
): Issue[] {
  const context = { facts, settings, now, payTables };
  return lawRules.flatMap(({ id, severity, sure, check }) => {
    const chosen = settings.rules[id];
    if (chosen === 'off') return [];
    const found: Issue[] = [];
    check(context, (path, details = {}) => {
      found.push({
        id,
        severity: chosen ?? details.severity ?? severity,
        path,
        source: { en: words('en')(`law.${id}.source`), fr: words('fr')(`law.${id}.source`) },
        sure: details.sure ?? sure,
        args: details.args ?? {},
      });
    });
    return found;
  });
}

/** An issue in words: what does not agree, what to do, and "(source: the law or policy)". */
export function issueWords(
  { id, args }: Pick<Issue, 'id' | 'args'>,
  lang: Lang,
): { message: string; remedy: string; cited: string } {
  const t = words(lang);
  return {
    message: t(`law.${id}.message`, args),
    remedy: t(`law.${id}.remedy`, args),
    cited: t('law.cited', { source: t(`law.${id}.source`) }),
  };
}
