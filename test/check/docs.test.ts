import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  checkPair,
  configJsonSchema,
  describeFinding,
  describeSeverity,
  families,
  type Rule,
} from '#hiring/check';
import { readPayTables } from '#hiring/process-facts';
import { type Lang, langs } from '#platform/i18n';
import { docsFolder, examplesOf, meaningOf, readPage, sourcesOf } from './support/rule-page.ts';

const now = new Date('2026-03-01T12:00:00Z');

/** Those of the repository, by which the program judges. */
const payTables = globSync(join(import.meta.dirname, '../../reference/pay/*.yml')).flatMap(
  (path) => readPayTables(readFileSync(path, 'utf8')) ?? [],
);

const rules = families.flatMap((family) => family.rules);

/** Rules about files on a disk, or about many files at once, have no example of one pair. */
const shown = (rule: Rule): boolean => rule.scope !== 'engine' || rule.shown;

describe.each(langs)('pages of rules in %s', (lang) => {
  const headings = {
    en: { why: 'Why', settings: 'Settings' },
    fr: { why: 'Pourquoi', settings: 'Paramètres' },
  }[lang];

  it.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    const page = readPage(id, lang);
    if (page === null) throw new Error(`docs/check/${lang}/${id}.md is missing`);
    expect(page).toMatch(new RegExp(`^# ${id}\\n`));
    expect(meaningOf(page)).toMatch(/^[^#`].{10,}/);
    expect(page).toContain(`\n## ${headings.why}\n`);
    const options = Object.keys(rule.options ?? {});
    const wanted = options.length > 0 ? [`\n## ${headings.settings}\n`] : [];
    for (const option of options) wanted.push(`\`${option}\``);
    for (const text of wanted) expect(page).toContain(text);
    if (!shown(rule)) return;

    // Switches are judged by what the rule that they switch off would find.
    const asked = id.startsWith('check/') ? [id, 'content'] : [id];
    const found = (kind: 'bad' | 'good') =>
      examplesOf(page, kind).map((example) =>
        checkPair(sourcesOf(example), { now, payTables, rules: asked }),
      );
    expect(found('bad').length).toBeGreaterThan(0);
    for (const findings of found('bad')) {
      expect(findings.map((one) => one.rule)).toContain(id);
      // Its words exist, with every argument they take.
      for (const finding of findings) expect(describeFinding(finding, lang).message).not.toBe('');
    }
    expect(found('good').length).toBeGreaterThan(0);
    for (const findings of found('good')) {
      expect(findings.map((finding) => describeFinding(finding, lang).message)).toEqual([]);
    }
  });
});

it('finds nothing else in the good examples of the front matter', () => {
  const good = examplesOf(readPage('content/missing-title', 'en')!, 'good')[0]!;
  expect(checkPair(sourcesOf(good), { now, rules: ['content', 'check'] })).toEqual([]);
});

/** The list of rules as the guides show it. */
function rulesTable(lang: Lang): string {
  const titles = { en: ['Rule', 'Severity', 'Meaning'], fr: ['Règle', 'Gravité', 'Sens'] }[lang];
  const rows = rules.map(({ id, severity, fixable }) => {
    const meaning = meaningOf(readPage(id, lang) ?? '').replaceAll('|', '\\|');
    const fix = fixable ? ', `--fix`' : '';
    return `| [${id}](${lang}/${id}.md) | ${describeSeverity(severity, lang)}${fix} | ${meaning} |`;
  });
  return [`| ${titles.join(' | ')} |`, '| --- | --- | --- |', ...rows].join('\n');
}

// `vitest run test/check/docs.test.ts -u` brings these files up to date.
it.each([
  ['en', 'README.md'],
  ['fr', 'LISEZMOI.md'],
] as const)('lists every rule in the guide (%s)', async (lang, file) => {
  const path = join(docsFolder, file);
  const [before, , after] = readFileSync(path, 'utf8').split(
    /(?<=<!-- rules -->\n)|(?=<!-- \/rules -->)/,
  );
  await expect(`${before}\n${rulesTable(lang)}\n\n${after}`).toMatchFileSnapshot(path);
});

it('publishes the schema of the configuration', async () => {
  const path = join(docsFolder, 'tandem-check.schema.json');
  await expect(`${JSON.stringify(configJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(path);
});
