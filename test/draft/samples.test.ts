import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { proposeFacts, renderJson } from '#hiring/draft';
import { type Document, parseDocument } from '#hiring/prose';
import { type Lang, type Localized, langs } from '#platform/i18n';

const content = join(import.meta.dirname, '../../content');

function readPairs(): Map<string, Partial<Record<Lang, Document>>> {
  const pairs = new Map<string, Partial<Record<Lang, Document>>>();
  for (const lang of langs) {
    for (const path of globSync(join(content, lang, '**/*.md'))) {
      const source = readFileSync(path, 'utf8');
      const key = /^translationKey: *(.+)$/m.exec(source)![1]!;
      const document = parseDocument(lang, relative(content, path), source)!;
      pairs.set(key, { ...pairs.get(key), [lang]: document });
    }
  }
  return pairs;
}

const pairs = readPairs();
const fields = ['classification', 'pay', 'tenure', 'seats', 'workMode', 'locations', 'evergreen'];

// The samples state in their facts what they say in prose: two readings of one thing.
describe.each([...pairs])('the draft of %s', (key, documents) => {
  const draft = proposeFacts(documents as Localized<Document>, key);
  const written = parse(readFileSync(join(content, `process/${key}.yml`), 'utf8')) as Record<
    string,
    unknown
  >;
  const { process } = JSON.parse(renderJson(draft)) as { process: Record<string, unknown> };

  it.each(fields.filter((field) => written[field] !== undefined))('%s', (field) => {
    expect(process[field]).toEqual(written[field]);
  });
});
