import { z } from 'zod';
import { type MessageKey, isMessageKey, words } from './messages.ts';
import { writtenFacts } from './schema/facts.ts';

/** A JSON Schema, as far as this file looks into it. */
export type JsonSchema = {
  [key: string]: unknown;
  type?: string;
  enum?: string[];
  required?: string[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
};

/** A field of the facts; `required` where the field above it cannot do without. */
export type FactField = { path: string; schema: JsonSchema; required: boolean };

/** Editors know this draft best: yaml-language-server reads newer ones only in part. */
const target = 'draft-7';

/**
 * JSON Schema of written facts. It knows the shape; what depends on two fields at once (dates in
 * order, ids unique) is said by the loader. `description` is in English, `x-description-fr` in French.
 */
export function factsJsonSchema(): JsonSchema {
  const schema = jsonSchemaOf(writtenFacts);
  for (const { path, schema: field } of fieldsOf(schema)) describe(field, keyOf(path));
  return { ...titled('schema.title'), ...described('schema.description'), ...schema };
}

/** What may be written according to a zod schema; a key that has no meaning is refused. */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, {
    target,
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema.type === 'object') jsonSchema.additionalProperties ??= false;
    },
  }) as JsonSchema;
}

/** Every field of the facts with its description, for a reference; `en` and `fr` of texts left out. */
export function factFields(): FactField[] {
  return fieldsOf(factsJsonSchema()).filter(({ path }) => !/\.(en|fr)$/.test(path));
}

/** Every field at every depth, in order; the items of a list have the list's own path. */
function fieldsOf(schema: JsonSchema, above = ''): FactField[] {
  const { properties, required = [] } = schema.items?.properties ? schema.items : schema;
  return Object.entries(properties ?? {}).flatMap(([name, field]) => {
    const path = above === '' ? name : `${above}.${name}`;
    return [{ path, schema: field, required: required.includes(name) }, ...fieldsOf(field, path)];
  });
}

/** The message of a field: its own, or that of every field of its name. */
function keyOf(path: string): MessageKey {
  const own = `field.${path}`;
  const key = isMessageKey(own) ? own : `field.${path.split('.').at(-1)}`;
  if (!isMessageKey(key)) throw new Error(`No description of the fact ${path}`);
  return key;
}

function describe(schema: JsonSchema, key: MessageKey): void {
  Object.assign(schema, described(key));
}

function described(key: MessageKey): JsonSchema {
  return { description: words('en')(key), 'x-description-fr': words('fr')(key) };
}

function titled(key: MessageKey): JsonSchema {
  return { title: words('en')(key), 'x-title-fr': words('fr')(key) };
}
