import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  type JsonSchema,
  consistencyOf,
  defaultLawSettings,
  factFields,
  lawRuleIds,
  processFactsSchema,
} from '#hiring/process-facts';

const docs = join(import.meta.dirname, '../../docs');

const pages = [
  {
    file: 'process-facts.md',
    description: 'description',
    header: ['Field', 'Value', 'Meaning'],
    types: {
      string: 'text',
      integer: 'whole number',
      number: 'number',
      boolean: 'true or false',
      array: 'list',
      object: 'fields',
    },
  },
  {
    file: 'faits-du-processus.md',
    description: 'x-description-fr',
    header: ['Champ', 'Valeur', 'Sens'],
    types: {
      string: 'texte',
      integer: 'nombre entier',
      number: 'nombre',
      boolean: 'true ou false',
      array: 'liste',
      object: 'champs',
    },
  },
] as const;

type Page = (typeof pages)[number];

function table({ header, types, description }: Page): string {
  const rows = factFields().map(({ path, schema, required }) =>
    [
      `\`${path}\`${required ? ' *' : ''}`,
      valueOf(schema, types),
      String(schema[description]),
    ].join(' | '),
  );
  return [header.join(' | '), '--- | --- | ---', ...rows].map((row) => `| ${row} |`).join('\n');
}

function valueOf(schema: JsonSchema, types: Page['types']): string {
  const { type, items } = schema;
  const values = schema.enum ?? items?.enum;
  if (values) return values.map((value) => `\`${value}\``).join(', ');
  if (schema.properties?.['en']) return '`en`, `fr`';
  const example = schema['format'] === 'date' ? '`yyyy-mm-dd`' : null;
  return example ?? types[type as keyof Page['types']];
}

/** Update with `npm test -- test/process-facts -u`. */
describe.each(pages)('$file', (page) => {
  const path = join(docs, page.file);
  const written = readFileSync(path, 'utf8');

  it('has every field, as the schema describes it', async () => {
    const current = written.replace(
      /(<!-- fields -->)[\s\S]*(<!-- \/fields -->)/,
      (_, open: string, close: string) => `${open}\n${table(page)}\n${close}`,
    );
    await expect(current).toMatchFileSnapshot(path);
  });

  it('has every rule and every setting', () => {
    for (const id of lawRuleIds) expect(written).toContain(`| \`${id}\` |`);
    for (const name of Object.keys(defaultLawSettings)) expect(written).toContain(name);
  });

  it('has an example that can be used, and that no rule objects to', () => {
    const example = /```yaml\n(# yaml[\s\S]*?)```/.exec(written)?.[1] ?? '';
    const facts = processFactsSchema.parse(parse(example));
    expect(consistencyOf(facts, defaultLawSettings, new Date('2026-03-02T18:00:00Z'))).toEqual([]);
  });
});
