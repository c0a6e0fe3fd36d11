import { z } from 'zod';
import { langs } from '#platform/i18n';
import type { Rule } from '../model.ts';
import { families } from '../rules/index.ts';

export const ruleLevel = z.enum(['off', 'info', 'warning', 'error']);

/** An option has the type of its default, where its rule says no more of it. */
function optionSchema(value: unknown): z.ZodType {
  if (typeof value === 'number') return z.number();
  if (typeof value === 'boolean') return z.boolean();
  if (typeof value === 'string') return z.string();
  if (!Array.isArray(value)) return z.record(z.string(), z.unknown());
  const everyText = value.length > 0 && value.every((item) => typeof item === 'string');
  return z.array(
    everyText
      ? z.string()
      : z.union([z.string(), z.record(z.string(), z.unknown()), z.array(z.string())]),
  );
}

function choiceSchema({ options, optionSchemas }: Pick<Rule, 'options' | 'optionSchemas'>) {
  const known = Object.entries(options ?? {}).map(([name, value]) => [
    name,
    (optionSchemas?.[name] ?? optionSchema(value)).default(value as never),
  ]);
  const full = z.strictObject({
    severity: ruleLevel.optional(),
    ...(known.length > 0 && {
      options: z.strictObject(Object.fromEntries(known)).partial().optional(),
    }),
  });
  return z.union([ruleLevel, full]);
}

const rules = z.strictObject(
  Object.fromEntries(
    families.flatMap((family) => [
      [family.name, choiceSchema({}).optional()],
      ...family.rules.map((rule) => [rule.id, choiceSchema(rule).optional()] as const),
    ]),
  ),
);

const globs = z.array(z.string().min(1)).max(1000);

/** The file `tandem-check.yml`, as written. */
export const configSchema = z.strictObject({
  rules: rules.optional().meta({ description: 'Severity and options by rule or family.' }),
  overrides: z
    .array(z.strictObject({ files: globs, rules }))
    .max(1000)
    .optional()
    .meta({ description: 'Other severities and options for some paths; later ones win.' }),
  ignore: globs.optional().meta({ description: 'Paths that are not checked, as globs.' }),
  'max-warnings': z.int().min(0).optional().meta({ description: 'Warnings above which it fails.' }),
  terminology: z
    .string()
    .optional()
    .meta({ description: 'A YAML list of { en, fr }: the terms to use.' }),
  language: z.enum(langs).optional().meta({ description: 'Language of the messages.' }),
  'docs-url': z.url().optional().meta({ description: 'Where docs/check is published.' }),
});

/** The published schema, by which editors complete and check the file. */
export function configJsonSchema(): object {
  return {
    $id: 'tandem-check.schema.json',
    title: 'tandem-check.yml',
    ...z.toJSONSchema(configSchema, { io: 'input' }),
  };
}
