import { matchesGlob } from 'node:path';
import type { Rule, Severity } from '../model.ts';
import type { CheckConfig, RuleChoices, RuleLevel } from './model.ts';

/** What holds for a rule in some files. */
export type RuleSetting = {
  readonly severity: RuleLevel;
  readonly options: Readonly<Record<string, unknown>>;
  /** A finding that is less severe is left out. */
  readonly atLeast: Severity;
};

/** Which rules apply where: the configuration and the command line, put together. */
export type Settings = {
  /** For the files of a pair: an override holds where it matches one of them. */
  forFiles(files: readonly string[]): (rule: Rule) => RuleSetting;
};

export type Selection = {
  /** Ids or families; null for all. */
  readonly only: readonly string[] | null;
  /** What is less severe is left out. */
  readonly atLeast: Severity;
};

export const everything: Selection = { only: null, atLeast: 'info' };

export const rank: Record<RuleLevel, number> = { off: 0, info: 1, warning: 2, error: 3 };

export function createSettings(config: CheckConfig, { only, atLeast }: Selection): Settings {
  /** One map of settings for each combination of overrides that occurs. */
  const byOverrides = new Map<string, (rule: Rule) => RuleSetting>();
  return {
    forFiles(files) {
      const matching = config.overrides.filter(({ files: globs }) =>
        files.some((file) => matchesAny(globs, file, config.prefix)),
      );
      const key = matching.map((one) => config.overrides.indexOf(one)).join();
      let settingOf = byOverrides.get(key);
      if (!settingOf) {
        const layers = [config.rules, ...matching.map(({ rules }) => rules)];
        settingOf = resolver(layers, config.terminology, only, atLeast);
        byOverrides.set(key, settingOf);
      }
      return settingOf;
    },
  };
}

function resolver(
  layers: readonly RuleChoices[],
  terminology: CheckConfig['terminology'],
  only: readonly string[] | null,
  atLeast: Severity,
): (rule: Rule) => RuleSetting {
  const known = new Map<Rule, RuleSetting>();
  return (rule) => {
    let setting = known.get(rule);
    if (!setting) {
      setting = { ...resolve(rule, layers, terminology), atLeast };
      const chosen = only === null || only.includes(rule.id) || only.includes(familyOf(rule.id));
      if (!chosen || rank[setting.severity] < rank[atLeast])
        setting = { ...setting, severity: 'off' };
      known.set(rule, setting);
    }
    return setting;
  };
}

function resolve(
  rule: Rule,
  layers: readonly RuleChoices[],
  terminology: CheckConfig['terminology'],
): Omit<RuleSetting, 'atLeast'> {
  let { severity }: { severity: RuleLevel } = rule;
  let options: Record<string, unknown> = { ...rule.options };
  if ('terminology' in options && terminology.length > 0) options['terminology'] = terminology;
  for (const layer of layers) {
    for (const choice of [layer[familyOf(rule.id)], layer[rule.id]]) {
      severity = choice?.severity ?? severity;
      options = { ...options, ...choice?.options };
    }
  }
  return { severity, options };
}

export function familyOf(rule: string): string {
  return rule.split('/', 1)[0]!;
}

export function nameOf(rule: string): string {
  return rule.slice(rule.indexOf('/') + 1);
}

/** Globs are read from the configuration's folder, or from the content folder. */
export function matchesAny(globs: readonly string[], file: string, prefix: string): boolean {
  return globs.some((glob) => matchesGlob(prefix + file, glob) || matchesGlob(file, glob));
}
