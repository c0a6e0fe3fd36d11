import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { frontMatterJsonSchema } from '#hiring/postings';
import { factsJsonSchema } from '#hiring/process-facts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const text = (schema: object) => `${JSON.stringify(schema, null, 2)}\n`;

/** A validator that is not ours, and strict: a keyword that it does not know is a mistake. */
function validator(schema: object) {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strictRequired: false });
  addFormats.default(ajv);
  ajv.addVocabulary(['x-description-fr', 'x-title-fr']);
  return ajv.compile(JSON.parse(text(schema)) as object);
}

/** Update with `npm test -- test/process-facts -u`. */
describe('published schemas', () => {
  it('are those of the code', async () => {
    const folder = join(root, 'docs/schemas');
    await expect(text(factsJsonSchema())).toMatchFileSnapshot(
      join(folder, 'process-facts.schema.json'),
    );
    await expect(text(frontMatterJsonSchema())).toMatchFileSnapshot(
      join(folder, 'front-matter.schema.json'),
    );
  });

  const facts = validator(factsJsonSchema());
  const frontMatter = validator(frontMatterJsonSchema());

  it.each(globSync('content/process/*.yml', { cwd: root }))('accept %s', (file) => {
    expect(facts(parse(read(file))), JSON.stringify(facts.errors)).toBe(true);
  });

  it.each(globSync('content/{en,fr}/**/*.md', { cwd: root }))('accept %s', (file) => {
    const written = read(file).split(/^---$/m)[1] ?? '';
    expect(frontMatter(parse(written)), JSON.stringify(frontMatter.errors)).toBe(true);
  });

  it.each([
    ['a misspelt field', 'workmode: remote', ''],
    [
      'a misspelt field inside',
      'seats: [{ language: { requirement: either, imperativ: true } }]',
      '/seats/0/language',
    ],
    ['a value that is not one of its list', 'security: confidential', '/security'],
    ['a text in one language', 'unit: { en: Only English }', '/unit'],
    [
      'a profile with two of its levels',
      'seats: [{ language: { requirement: bilingual, profile: { reading: B, oral: B } } }]',
      '/seats/0/language/profile',
    ],
    [
      'an id with a space',
      'criteria: [{ id: a b, kind: asset, text: { en: a, fr: b } }]',
      '/criteria/0/id',
    ],
    ['an amount in words', 'pay: { min: "100,000", max: 110000 }', '/pay/min'],
    [
      'a day that does not exist',
      'notices: [{ id: a, effective: 2026-02-30 }]',
      '/notices/0/effective',
    ],
    [
      'a name for an address',
      'contacts: { general: { email: the team } }',
      '/contacts/general/email',
    ],
    ['no seats', 'seats: []', '/seats'],
  ])('refuse %s', (_, yaml, path) => {
    expect(facts(parse(yaml))).toBe(false);
    expect(facts.errors?.map(({ instancePath }) => instancePath)).toContain(path);
    expect(
      frontMatter({ title: 't', description: 'd', translationKey: 'k', process: parse(yaml) }),
    ).toBe(false);
  });

  it('refuse a posting without its key, and one that names no UUID', () => {
    expect(frontMatter({ title: 't', description: 'd' })).toBe(false);
    const whole = { title: 't', description: 'd', translationKey: 'k' };
    expect(frontMatter({ ...whole, leverId: 'x' })).toBe(false);
    expect(frontMatter({ ...whole, weight: 3 })).toBe(true);
  });
});
