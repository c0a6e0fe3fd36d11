import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  consistencyOf,
  defaultLawSettings,
  issueWords,
  processFactsSchema,
  readPayTables,
} from '#hiring/process-facts';
import { type Lang, langs } from '#platform/i18n';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const texts = Object.fromEntries(
  langs.map((lang) => [lang, globSync(`content/${lang}/**/*.md`, { cwd: root }).map(read)]),
) as Record<Lang, string[]>;
const payTables = globSync('reference/pay/*.yml', { cwd: root }).flatMap(
  (path) => readPayTables(read(path)) ?? [],
);

const samples = globSync('content/process/*.yml', { cwd: root }).map((path) => {
  const key = basename(path, '.yml');
  const posting = (lang: Lang) =>
    texts[lang].find((text) => text.includes(`\ntranslationKey: ${key}\n`))!;
  return {
    key,
    facts: processFactsSchema.parse(parse(read(path))),
    en: posting('en'),
    fr: posting('fr'),
  };
});

/** Mark-up off, as a reader has it. */
const plain = (markdown: string) => markdown.replaceAll(/\*\*|\]\([^)]*\)|\[/g, '');

describe.each(samples)('the sample $key', ({ facts, en, fr }) => {
  const posting = { en: plain(en), fr: plain(fr) };

  it('states its criteria and notices word for word as both languages do', () => {
    for (const { id, text } of [...(facts.criteria ?? []), ...(facts.notices ?? [])]) {
      for (const lang of langs) expect(posting[lang], id).toContain(text?.[lang]);
    }
  });

  it('leaves no criterion out', () => {
    const items = {
      en: /^(?:- |\d\. )((?:Experience|Knowledge|Ability|University|Basic) .*)$/gm,
      fr: /^(?:- |\d\. )((?:Expérience|Connaissance|Capacité|Grade) .*)$/gm,
    };
    for (const lang of langs) {
      const written = [...posting[lang].matchAll(items[lang])].map((found) => found[1]);
      const stated = (facts.criteria ?? []).filter(
        ({ kind }) => kind === 'essential' || kind === 'asset',
      );
      expect(stated.map(({ text }) => text[lang])).toEqual(written);
    }
  });

  it('writes to the addresses that the posting gives', () => {
    for (const contact of Object.values(facts.contacts ?? {})) {
      for (const lang of langs) expect(posting[lang]).toContain(contact?.email);
    }
  });

  it('leaves nothing for law or policy to object to', () => {
    const now = facts.opensAt ?? new Date('2026-03-02T14:00:00Z');
    const found = consistencyOf(facts, defaultLawSettings, now, payTables);
    const objections = found.filter(({ severity }) => severity !== 'info');
    expect(objections.map((issue) => issueWords(issue, 'en').message)).toEqual([]);
    expect(found.map(({ id }) => id).filter((id) => id !== 'pool-without-validity')).toEqual([]);
  });
});

it('finds the samples', () => {
  expect(samples.length).toBeGreaterThan(7);
  expect(samples.filter(({ facts }) => facts.criteria)).toHaveLength(7);
});
