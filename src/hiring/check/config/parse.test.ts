import { describe, expect, it } from 'vitest';
import { findRule } from '../rules/index.ts';
import { defaultConfig } from './model.ts';
import { parseCheckConfig } from './parse.ts';
import { createSettings, everything } from './settings.ts';

function problems(source: string) {
  const parsed = parseCheckConfig(source, '');
  return parsed.ok ? [] : parsed.problems;
}

function config(source: string) {
  const parsed = parseCheckConfig(source, 'content/');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.config;
}

describe('configuration', () => {
  it('asks for nothing where it is empty', () => {
    for (const source of ['', '# nothing yet\n', 'rules: {}\n']) {
      expect(config(source)).toEqual({ ...defaultConfig, prefix: 'content/' });
    }
  });

  it('reads levels by rule and by family', () => {
    const read = config(
      'rules:\n  content: off\n  content/bad-slug: { severity: info }\nmax-warnings: 3\nlanguage: fr\ndocs-url: https://example.org/docs/\n',
    );
    expect(read).toMatchObject({
      rules: { content: { severity: 'off' }, 'content/bad-slug': { severity: 'info' } },
      maxWarnings: 3,
      lang: 'fr',
      docsUrl: 'https://example.org/docs',
    });
  });

  it('says what is wrong, and at which line and column', () => {
    expect(problems('rules:\n  content/bad-slugs: off\n')).toEqual([
      {
        kind: 'unknown-rule',
        name: 'content/bad-slugs',
        near: 'content/bad-slug',
        line: 2,
        column: 3,
      },
    ]);
    expect(problems('rules:\n  content/bad-slug: loud\n')).toEqual([
      { kind: 'not-a-level', field: 'rules.content/bad-slug', line: 2, column: 3 },
    ]);
    expect(problems('rules:\n  content/bad-slug:\n    severity: loud\n')).toEqual([
      { kind: 'not-a-level', field: 'rules.content/bad-slug.severity', line: 3, column: 5 },
    ]);
    expect(problems('rules:\n  content/bad-slug:\n    options: { x: 1 }\n')).toEqual([
      { kind: 'unknown-option', name: 'options', line: 3, column: 5 },
    ]);
    expect(problems('rule: {}\n')).toEqual([
      { kind: 'unknown-key', name: 'rule', line: 1, column: 1 },
    ]);
    expect(problems('ignore: drafts\n')).toEqual([
      { kind: 'wrong-value', field: 'ignore', expected: 'list', line: 1, column: 1 },
    ]);
    expect(problems('max-warnings: -1\n')).toEqual([
      { kind: 'wrong-value', field: 'max-warnings', expected: 'number', line: 1, column: 1 },
    ]);
    expect(problems('language: de\n')).toMatchObject([
      { kind: 'wrong-value', expected: 'language' },
    ]);
    expect(problems('rules: [\n')).toMatchObject([{ kind: 'not-yaml' }]);
    expect(problems('- a\n')).toEqual([{ kind: 'not-fields', line: 1, column: 1 }]);
  });

  it('wants of an option the type of its default', () => {
    const source = (value: string) =>
      `rules:\n  plain-language/long-sentence:\n    options:\n${value}`;
    const rule = findRule('plain-language/long-sentence')!;
    const [name, fallback] = Object.entries(rule.options!).find(
      ([, one]) => typeof one === 'number',
    )!;
    expect(problems(source(`      ${name}: many\n`))).toMatchObject([
      { kind: 'wrong-value', expected: 'number', line: 4, column: 7 },
    ]);
    const read = config(source(`      ${name}: ${Number(fallback) + 1}\n`));
    const setting = createSettings(read, everything).forFiles(['en/a.md'])(rule);
    expect(setting.options[name]).toBe(Number(fallback) + 1);
  });
});

describe('options that not every value suits', () => {
  const source = (rule: string, option: string): string =>
    `rules:\n  law/${rule}:\n    options:\n      ${option}\n`;

  it.each([
    ['closing-time', 'closingTime: 25:00', 'described'],
    ['closing-time', 'closingTime: 1600', 'text'],
    ['closing-time', 'closingTimeZone: America/Nowhere', 'described'],
    ['open-too-short', 'holidays: [2026-02-30]', 'described'],
    ['open-too-short', 'holidays: 2026-07-01', 'list'],
    ['seats-over', 'mostSeats: 0', 'described'],
    ['group-replaced', 'replacedGroups: [CS]', 'fields'],
  ])('are refused: %s, %s', (rule, option, expected) => {
    expect(problems(source(rule, option))).toMatchObject([
      { kind: 'wrong-value', expected, line: 4 },
    ]);
  });

  it.each([
    ['closing-time', 'closingTime: 16:00'],
    ['closing-time', 'closingTimeZone: America/St_Johns'],
    ['open-too-short', 'holidays: [2026-07-01]'],
    ['group-replaced', 'replacedGroups: { CS: IT, XX: YY }'],
  ])('are taken: %s, %s', (rule, option) => {
    expect(problems(source(rule, option))).toEqual([]);
  });
});

describe('settings', () => {
  const rule = findRule('content/bad-slug')!;
  const severity = (source: string, files: string[], selection = everything) =>
    createSettings(config(source), selection).forFiles(files)(rule).severity;

  it('lets a rule say more than its family', () => {
    expect(severity('', ['en/a.md'])).toBe('warning');
    expect(severity('rules: { content: off }', ['en/a.md'])).toBe('off');
    expect(severity('rules: { content/bad-slug: error, content: off }', ['en/a.md'])).toBe('error');
  });

  it('overrides by path, seen from the configuration or from the content folder', () => {
    const source =
      'overrides:\n  - { files: ["content/en/old/**"], rules: { content: off } }\n  - { files: ["fr/x.md"], rules: { content: error } }\n';
    expect(severity(source, ['en/a.md', 'fr/a.md'])).toBe('warning');
    expect(severity(source, ['en/old/a.md', 'fr/a.md'])).toBe('off');
    expect(severity(source, ['en/old/a.md', 'fr/x.md'])).toBe('error');
  });

  it('keeps to the rules and the severity asked for', () => {
    const only = (names: string[]) => ({ only: names, atLeast: 'info' as const });
    expect(severity('', ['en/a.md'], only(['content']))).toBe('warning');
    expect(severity('', ['en/a.md'], only(['content/bad-slug']))).toBe('warning');
    expect(severity('', ['en/a.md'], only(['links']))).toBe('off');
    expect(severity('', ['en/a.md'], { only: null, atLeast: 'error' })).toBe('off');
  });
});
