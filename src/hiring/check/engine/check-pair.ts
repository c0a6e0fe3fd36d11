import type { PayTable } from '#hiring/process-facts';
import { type LocalizedSources, pairFiles } from './pair-sources.ts';
import { createSettings, everything } from '../config/settings.ts';
import { type CheckConfig, defaultConfig } from '../config/model.ts';
import type { Finding, Severity } from '../model.ts';
import { checkFiles } from './check-files.ts';

export type CheckOptions = {
  readonly now: Date;
  /** See `World`. */
  readonly payTables?: readonly PayTable[];
  readonly config?: CheckConfig;
  /** Ids or families; by default every rule. */
  readonly rules?: readonly string[];
  /** What is less severe is left out. */
  readonly atLeast?: Severity;
};

/**
 * Checks one posting from its texts alone: pure, without any file. `file` of each text is what the
 * findings call it. A language that is `null` is a finding.
 */
export function checkPair(sources: LocalizedSources, options: CheckOptions): Finding[] {
  const { now, payTables = [], config = defaultConfig, rules, atLeast } = options;
  const selection = { only: rules ?? null, atLeast: atLeast ?? everything.atLeast };
  return checkFiles(pairFiles(sources), createSettings(config, selection), { now, payTables });
}
