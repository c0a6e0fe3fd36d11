import type { z } from 'zod';
import { plainLines, readYaml, type YamlFile } from '#hiring/postings/loader';
import { nearestName } from '../rules/index.ts';
import { type CheckConfig, type RuleChoice, defaultConfig } from './model.ts';
import { configSchema } from './schema.ts';

/** Why a configuration cannot be used. Closed union: each kind has its words. */
export type ConfigProblem = {
  readonly line: number;
  readonly column: number;
} & (
  | { readonly kind: 'not-yaml' | 'not-fields' }
  | { readonly kind: 'unknown-key' | 'unknown-option'; readonly name: string }
  | { readonly kind: 'unknown-rule'; readonly name: string; readonly near: string }
  | { readonly kind: 'not-a-level'; readonly field: string }
  | { readonly kind: 'wrong-value'; readonly field: string; readonly expected: Expected }
);

export type Expected =
  | 'number'
  | 'flag'
  | 'text'
  | 'list'
  | 'fields'
  | 'language'
  | 'address'
  | 'described';

export type ParsedConfig =
  | { ok: true; config: CheckConfig; terminology: string | null }
  | { ok: false; problems: ConfigProblem[] };

/** Reads a configuration. `prefix` leads from its folder to the content folder: see `CheckConfig`. */
export function parseCheckConfig(source: string, prefix: string): ParsedConfig {
  const read = readYaml(plainLines(source), 1);
  if (!read.ok) return { ok: false, problems: [{ kind: 'not-yaml', ...read.failure.place }] };
  const { yaml } = read;
  // An empty file, or one of comments only, asks for nothing.
  const value = yaml.value ?? {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    return { ok: false, problems: [{ kind: 'not-fields', line: 1, column: 1 }] };
  }
  const parsed = configSchema.safeParse(value);
  if (!parsed.success) {
    return {
      ok: false,
      problems: parsed.error.issues.flatMap((issue) => explain(issue, [], yaml)),
    };
  }
  const { rules, overrides, ignore, terminology, language } = parsed.data;
  const config: CheckConfig = {
    rules: choices(rules),
    overrides: (overrides ?? []).map((one) => ({ files: one.files, rules: choices(one.rules) })),
    ignore: ignore ?? [],
    maxWarnings: parsed.data['max-warnings'] ?? null,
    terminology: defaultConfig.terminology,
    lang: language ?? null,
    docsUrl: parsed.data['docs-url']?.replace(/\/+$/, '') ?? null,
    prefix,
  };
  return { ok: true, config, terminology: terminology ?? null };
}

function choices(written: z.output<typeof configSchema>['rules']): CheckConfig['rules'] {
  return Object.fromEntries(
    Object.entries(written ?? {}).map(([name, choice]) => [
      name,
      (typeof choice === 'string' ? { severity: choice } : choice) as RuleChoice,
    ]),
  );
}

type Path = (string | number)[];

function explain(issue: z.core.$ZodIssue, above: Path, yaml: YamlFile): ConfigProblem[] {
  const path = [...above, ...issue.path] as Path;
  const place = yaml.placeOf(path);
  const field = path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((name) => unknownKey(name, path, yaml));
  }
  if (issue.code === 'invalid_union') {
    const found = path.reduce<unknown>((inside, key) => (inside as never)?.[key], yaml.value);
    const asFields = found !== null && typeof found === 'object' ? issue.errors.at(-1) : undefined;
    if (asFields && isRule(path)) return asFields.flatMap((inner) => explain(inner, path, yaml));
    if (isRule(path)) return [{ kind: 'not-a-level', field, ...place }];
  }
  if (issue.code === 'invalid_value' && path.at(-1) !== 'language') {
    return [{ kind: 'not-a-level', field, ...place }];
  }
  return [{ kind: 'wrong-value', field, expected: expectedOf(issue, path), ...place }];
}

/** Whether a path is that of what is said of one rule: `rules`, then its name. */
function isRule(path: Path): boolean {
  return path.at(-2) === 'rules';
}

function unknownKey(name: string, path: Path, yaml: YamlFile): ConfigProblem {
  const place = yaml.placeOf([...path, name]);
  if (path.at(-1) === 'rules') {
    return { kind: 'unknown-rule', name, near: nearestName(name) ?? 'none', ...place };
  }
  const kind = path.at(-1) === 'options' || name === 'options' ? 'unknown-option' : 'unknown-key';
  return { kind, name, ...place };
}

function expectedOf(issue: z.core.$ZodIssue, path: Path): Expected {
  // The right type: what is wrong with it, only the rule's page can tell.
  const valued = issue.code !== 'invalid_type' && issue.code !== 'invalid_union';
  if (valued && path.includes('options')) return 'described';
  if (issue.code === 'invalid_value') return 'language';
  if (issue.code === 'invalid_format') return 'address';
  if (issue.code !== 'invalid_type') return issue.code === 'invalid_union' ? 'text' : 'number';
  switch (issue.expected) {
    case 'array':
      return 'list';
    case 'object':
    case 'record':
      return 'fields';
    case 'boolean':
      return 'flag';
    case 'string':
      return 'text';
    default:
      return 'number';
  }
}
