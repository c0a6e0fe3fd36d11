import { z } from 'zod';
import { type ProcessFacts, factRuleOf, processFactsSchema } from '#hiring/process-facts';
import { type ContentProblem, problem } from '../problem.ts';
import type { YamlFile } from './yaml.ts';

/** The facts that one file states. `facts` is null where they cannot be used. */
export type FactsClaim = {
  readonly file: string;
  readonly facts: ProcessFacts | null;
  readonly line: number;
  readonly problems: readonly ContentProblem[];
};

type Path = readonly (string | number)[];

/** Reads the facts that stand at a path of a YAML file; `[]` is the whole file. */
export function readFacts(file: string, yaml: YamlFile, at: Path): FactsClaim {
  const value = at.reduce<unknown>((inside, key) => (inside as never)?.[key], yaml.value);
  const parsed = processFactsSchema.safeParse(value);
  const unknown = unknownKeys(value, knownKeys);
  const problems = unknown.map((path) =>
    problem(file, { kind: 'unknown-fact', field: path.join('.') }, yaml.placeOf([...at, ...path])),
  );
  for (const issue of parsed.error?.issues ?? []) {
    const path = [...at, ...issue.path] as (string | number)[];
    problems.push(problem(file, reasonOf(issue, value), yaml.placeOf(path)));
  }
  const { line } = yaml.placeOf(at);
  return { file, facts: parsed.success ? parsed.data : null, line, problems };
}

function reasonOf(issue: z.core.$ZodIssue, value: unknown): ContentProblem['reason'] {
  const path = issue.path as (string | number)[];
  const found = path.reduce<unknown>((inside, key) => (inside as never)?.[key], value);
  return {
    kind: 'bad-fact',
    field: path.join('.'),
    rule: factRuleOf(issue, found),
    value: shortText(found),
    allowed: issue.code === 'invalid_value' ? issue.values.map(String) : [],
  };
}

/** A value as a message can quote it; lists and fields are not quoted. */
function shortText(value: unknown): string {
  if (typeof value === 'string') return value.slice(0, 60);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Keys that facts may have, at each depth: a misspelt one would be silently without effect. */
type Keys = ReadonlyMap<string, Keys | null>;

function keysOf(schema: unknown): Keys | null {
  if (schema instanceof z.ZodObject) {
    const shape = Object.entries<unknown>(schema.shape);
    return new Map(shape.map(([key, field]) => [key, keysOf(field)]));
  }
  if (schema instanceof z.ZodArray) return keysOf(schema.element);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return keysOf(schema.def.innerType);
  }
  return schema instanceof z.ZodPipe ? keysOf(schema.in) : null;
}

const knownKeys: Keys = keysOf(processFactsSchema) ?? new Map();

function unknownKeys(value: unknown, known: Keys): (string | number)[][] {
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => unknownKeys(item, known).map((path) => [index, ...path]));
  }
  return Object.entries(value).flatMap(([key, inside]) => {
    const inner = known.get(key);
    if (inner === undefined) return [[key]];
    return inner === null ? [] : unknownKeys(inside, inner).map((path) => [key, ...path]);
  });
}

/** The first field in which two statements of the facts differ, as "pay.max"; null where none does. */
export function firstDifference(a: unknown, b: unknown): string | null {
  return differenceAt(a, b, []);
}

function differenceAt(a: unknown, b: unknown, path: string[]): string | null {
  if (a instanceof Date && b instanceof Date) {
    return a.getTime() === b.getTime() ? null : path.join('.');
  }
  if (a !== null && b !== null && typeof a === 'object' && typeof b === 'object') {
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      const difference = differenceAt(a[key as never], b[key as never], [...path, key]);
      if (difference !== null) return difference;
    }
    return null;
  }
  return a === b ? null : path.join('.');
}
