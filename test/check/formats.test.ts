import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { AnySchemaObject } from 'ajv';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import {
  type Finding,
  type Format,
  type GroupResult,
  checkPair,
  createReporter,
} from '#hiring/check';
import type { Lang } from '#platform/i18n';
import { postingSource } from '#hiring/postings/testing';

const now = new Date('2026-03-01T12:00:00Z');

const files = ['en/jobs/a, b.md', 'fr/emplois/é 50%.md'] as const;

const findings = checkPair(
  {
    en: { file: files[0], source: postingSource('k', { slug: 'Not A Slug' }) },
    fr: { file: files[1], source: postingSource('k', { archived: 'true' }) },
  },
  { now, rules: ['content'] },
);

const summary = {
  postings: 1,
  findings: { error: 1, warning: 1, info: 0 },
  fixable: 0,
  fixed: 0,
  changedFiles: 0,
};

function report(
  format: Format,
  {
    lang = 'en',
    color = false,
    given = findings,
    withSuggestions = true,
  }: { lang?: Lang; color?: boolean; given?: Finding[]; withSuggestions?: boolean } = {},
): string {
  let text = '';
  const reporter = createReporter(format, {
    lang,
    write: (part) => {
      text += part;
    },
    color,
    preview: false,
    withSuggestions,
    version: '1.2.3',
    helpUri: (rule) => `https://example.org/docs/${lang}/${rule}.md`,
    page: (rule) => ({ title: rule, meaning: 'What it means.', text: `# ${rule}\n` }),
  });
  const result: GroupResult = { id: 'key k', files, findings: given, changes: [], fixed: 0 };
  reporter.begin();
  reporter.group(result, (file) => `content/${file}`);
  const infos = given.filter(({ severity }) => severity === 'info').length;
  reporter.end({ ...summary, findings: { ...summary.findings, info: infos } });
  return text;
}

it('has something to report', () => {
  expect(findings.map(({ rule }) => rule)).toEqual([
    'content/unequal-lifecycle',
    'content/bad-slug',
  ]);
});

describe('pretty', () => {
  it('groups by posting, quotes the line and marks the place', () => {
    const text = report('pretty');
    expect(text).toMatch(
      /^content\/en\/jobs\/a, b\.md\ncontent\/fr\/emplois\/é 50%\.md\n\n {2}error {2}/,
    );
    expect(text).toContain(
      'content/en/jobs/a, b.md:8:1\n      | slug: Not A Slug\n      | ^^^^^^^^^^^^^^^^\n',
    );
    expect(text).toContain('1 error, 1 warning, 0 suggestions in 1 posting\n');
    expect(text).not.toContain('\u001B[');
  });

  it('counts suggestions, and shows them to whoever asks', () => {
    const given = [{ ...findings[0]!, severity: 'info' as const }, findings[1]!];
    const short = report('pretty', { given, withSuggestions: false });
    expect(short.match(/\n {4}→ /g)).toHaveLength(1);
    expect(short).toMatch(/1 suggestion in 1 posting\n.*--show info/);
    const long = report('pretty', { given });
    expect(long.match(/\n {4}→ /g)).toHaveLength(2);
    expect(long).not.toContain('--show info');
    // A posting with suggestions alone is not named.
    expect(report('pretty', { given: given.slice(0, 1), withSuggestions: false })).toMatch(
      /^1 error/,
    );
  });

  it('speaks French', () => {
    expect(report('pretty', { lang: 'fr' })).toMatch(
      / {2}erreur {2}[\s\S]*1 erreur, 1 avertissement/,
    );
  });

  it('colours only when told to', () => {
    expect(report('pretty', { color: true })).toContain('\u001B[31merror');
  });

  it('puts the marks under letters with accents and under wide signs', () => {
    const place = findings[0]!.place;
    const quote = { text: 'e\u0301té 漢字 mot', start: 8, end: 11 };
    const text = report('pretty', { given: [{ ...findings[0]!, place: { ...place, quote } }] });
    expect(text).toContain(`| ${quote.text}\n      | ${' '.repeat(9)}^^^\n`);
  });
});

describe('where a finding is, for those who see no line numbers', () => {
  const place = {
    ...findings[0]!.place,
    within: { kind: 'item' as const, number: 3, under: 'You have:' },
  };
  const given = [{ ...findings[0]!, place }];

  it('stands after the line and column', () => {
    expect(report('pretty', { given })).toMatch(/\.md:\d+:\d+ {2}item 3 under “You have:”\n/);
    const french = report('pretty', { given, lang: 'fr' });
    expect(french).toContain('  élément 3 sous «\u00A0You have:\u00A0»\n');
  });

  it('is given to programs', () => {
    const [data] = (JSON.parse(report('json', { given })) as { findings: object[] }).findings;
    expect(data).toMatchObject({ where: 'item 3 under “You have:”' });
    const { runs } = JSON.parse(report('sarif', { given })) as {
      runs: { results: { locations: object[] }[] }[];
    };
    expect(runs[0]!.results[0]!.locations[0]).toMatchObject({
      logicalLocations: [{ name: 'item 3 under “You have:”' }],
    });
  });
});

describe('json', () => {
  it('is one object, with places and words', () => {
    const read = JSON.parse(report('json', { lang: 'fr' })) as {
      findings: object[];
      summary: object;
    };
    expect(read.summary).toEqual(summary);
    expect(read.findings[1]).toMatchObject({
      rule: 'content/bad-slug',
      severity: 'warning',
      file: 'content/en/jobs/a, b.md',
      line: 8,
      column: 1,
      endLine: 8,
      endColumn: 17,
      counterpart: null,
      fixable: false,
    });
    expect(JSON.parse(report('json', { given: [] }))).toMatchObject({ findings: [] });
  });
});

describe('github', () => {
  it('escapes what its commands would take for their own', () => {
    const [first = '', second = ''] = report('github').trimEnd().split('\n');
    expect(first).toMatch(
      /^::error file=content\/en\/jobs\/a%2C b\.md,line=\d+,endLine=\d+,col=1,/,
    );
    expect(first).toContain(',title=content/unequal-lifecycle::');
    expect(first).toContain('fr/emplois/é 50%25.md');
    expect(first).toContain('%0A');
    expect(second).toMatch(/^::warning /);
    expect(report('github').trimEnd().split('\n')).toHaveLength(2);
  });
});

describe('sarif', () => {
  const schema = createRequire(import.meta.url)(
    '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
  ) as AnySchemaObject;
  // The published schema has a pattern that is no regular expression in Unicode mode.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const isSarif = ajv.compile(schema);

  const fixable: Finding = {
    ...findings[1]!,
    counterpart: findings[0]!.place,
    fix: [{ file: files[1], span: { start: 3, end: 5 }, text: '\u00A0' }],
  };

  it('is valid by the published schema, whatever is found', () => {
    for (const lang of ['en', 'fr'] as const) {
      for (const given of [[], findings, [fixable]]) {
        const log: unknown = JSON.parse(report('sarif', { lang, given }));
        expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true);
      }
    }
    // The validator refuses what is not SARIF.
    expect(isSarif({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
  });

  it('names both places, the rule and its page, and the corrections', () => {
    const log = JSON.parse(report('sarif', { given: [fixable] })) as {
      runs: [{ results: [Record<string, unknown>]; tool: { driver: { rules: { id: string }[] } } }];
    };
    const [{ results, tool }] = log.runs;
    const [result] = results;
    expect(tool.driver.rules[result['ruleIndex'] as number]).toMatchObject({
      id: 'content/bad-slug',
      helpUri: 'https://example.org/docs/en/content/bad-slug.md',
      shortDescription: { text: 'What it means.' },
      defaultConfiguration: { level: 'warning' },
    });
    expect(result).toMatchObject({
      ruleId: 'content/bad-slug',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'content/en/jobs/a,%20b.md', uriBaseId: '%SRCROOT%' },
            region: { startLine: 8, startColumn: 1, endColumn: 17 },
          },
        },
      ],
      relatedLocations: [{ id: 1 }],
      fixes: [
        {
          artifactChanges: [
            {
              artifactLocation: { uri: 'content/fr/emplois/%C3%A9%2050%25.md' },
              replacements: [{ deletedRegion: { charOffset: 3, charLength: 2 } }],
            },
          ],
        },
      ],
    });
  });

  it('knows a finding again although lines above it came or went', () => {
    const print = (given: Finding): unknown =>
      (
        JSON.parse(report('sarif', { given: [given] })) as {
          runs: [{ results: [{ partialFingerprints: object }] }];
        }
      ).runs[0].results[0].partialFingerprints;
    const { place } = fixable;
    const moved = { ...place, span: { start: 900, end: 916 }, start: { line: 90, column: 1 } };
    expect(print({ ...fixable, place: moved })).toEqual(print(fixable));
    expect(print({ ...fixable, args: { value: 'other' } })).not.toEqual(print(fixable));
  });
});
