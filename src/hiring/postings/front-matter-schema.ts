import { z } from 'zod';
import { type JsonSchema, factsJsonSchema, jsonSchemaOf } from '#hiring/process-facts';
import { words } from './messages.ts';
import { maxOwnSlug, slugPattern } from './rules/slug.ts';

/**
 * Front matter as it should be written. The loader (`loader/half.ts`) accepts more than this, and
 * says what it made of it; an editor has no reason to.
 */
const frontMatter = z.looseObject({
  layout: z.string().optional(),
  type: z.string().optional(),
  title: z.string().min(1),
  description: z.string().min(1),
  archived: z.boolean().optional(),
  translationKey: z.string().min(1).max(200),
  leverId: z.uuid().optional(),
  slug: z.string().regex(slugPattern).max(maxOwnSlug).optional(),
});

const fields = Object.keys(frontMatter.shape) as (keyof typeof frontMatter.shape)[];

/** JSON Schema of a posting's front matter, with that of its facts inside. */
export function frontMatterJsonSchema(): JsonSchema {
  const schema = jsonSchemaOf(frontMatter);
  const properties = schema.properties ?? {};
  for (const name of fields)
    Object.assign(properties[name] ?? {}, described(`frontMatter.${name}`));
  const { $schema: _, ...facts } = factsJsonSchema();
  properties['process'] = { ...facts, ...described('frontMatter.process') };
  return { ...described('frontMatter.schema'), ...schema, properties };
}

function described(
  key: `frontMatter.${(typeof fields)[number] | 'schema' | 'process'}`,
): JsonSchema {
  return { description: words('en')(key), 'x-description-fr': words('fr')(key) };
}
