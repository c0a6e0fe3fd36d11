import type { Localized } from '#platform/i18n';
import type { PayTable } from '../pay/table.ts';
import type { ProcessFacts } from '../schema/facts.ts';
import type { LawRuleId } from './ids.ts';
import type { LawSettings } from './settings.ts';

export type IssueSeverity = 'error' | 'warning' | 'info';

/** Something about the facts that a law or a policy speaks to. Its words: `issueWords`. */
export type Issue = {
  readonly id: LawRuleId;
  readonly severity: IssueSeverity;
  /** Where in the written facts: `['seats', 0, 'language', 'profile']`. */
  readonly path: readonly (string | number)[];
  /** Law or policy that it comes from. */
  readonly source: Localized;
  /** False where the rule, or what it compares with, was not read in its source. */
  readonly sure: boolean;
  readonly args: Readonly<Record<string, string | number>>;
};

export type LawContext = {
  readonly facts: ProcessFacts;
  readonly settings: LawSettings;
  readonly now: Date;
  readonly payTables: readonly PayTable[];
};

/** `severity` and `sure` where a case is weaker than the rule. */
export type ReportIssue = (
  path: Issue['path'],
  details?: { args?: Issue['args']; severity?: IssueSeverity; sure?: boolean },
) => void;

export type LawRule = {
  readonly id: LawRuleId;
  readonly severity: IssueSeverity;
  readonly sure: boolean;
  check(context: LawContext, report: ReportIssue): void;
};
