import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type MessageFormatElement, TYPE, parse } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const catalogs = globSync('src/**/messages/en.json', { cwd: root }).map((path) => dirname(path));

type Messages = Record<string, string>;
const load = (folder: string, lang: string): Messages =>
  JSON.parse(readFileSync(join(root, folder, `${lang}.json`), 'utf8')) as Messages;

/** Placeholders and tags of a message, with their kinds. */
function argumentsOf(message: string): string[] {
  const found = new Set<string>();
  const visit = (elements: MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      found.add(`${element.value}:${TYPE[element.type]}`);
      if (element.type === TYPE.tag) visit(element.children);
      if (element.type === TYPE.plural || element.type === TYPE.select) {
        for (const option of Object.values(element.options)) visit(option.value);
      }
    }
  };
  visit(parse(message));
  return [...found].sort();
}

/** Source text in which a catalog's keys may be used: its feature's folder, or the whole of src. */
const sources = new Map(
  globSync('src/**/*.{ts,tsx}', { cwd: root })
    .filter((path) => !/\.test\.tsx?$/.test(path))
    .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
);

it('finds the catalogs', () => {
  expect(catalogs.length).toBeGreaterThan(4);
});

describe.each(catalogs)('%s', (folder) => {
  const en = load(folder, 'en');
  const fr = load(folder, 'fr');

  it('has the same keys in both languages, in the same order', () => {
    expect(Object.keys(fr)).toEqual(Object.keys(en));
  });

  it('has messages that parse and take the same arguments in both languages', () => {
    for (const key of Object.keys(en)) {
      expect(argumentsOf(fr[key] ?? ''), key).toEqual(argumentsOf(en[key] ?? ''));
    }
  });

  // The engine makes the keys of rules from their ids: see test/check/rules.test.ts.
  it.skipIf(folder.includes('/check/rules/'))('has no key that nothing uses', () => {
    const feature = dirname(folder);
    const text = [...sources]
      .filter(([path]) => path.startsWith(`${feature}/`))
      .map(([, source]) => source)
      .join('\n');
    const unused = Object.keys(en).filter((key) => !isUsed(key, text));
    expect(unused).toEqual([]);
  });

  it('writes French as Canada does', () => {
    for (const [key, message] of Object.entries(fr)) {
      const text = message.replaceAll(/\{[^{}]*\}/g, '0');
      expect(text, `${key}: straight apostrophe`).not.toMatch(/\p{L}'\p{L}/u);
      expect(text, `${key}: space before ; ! ?`).not.toMatch(/[ \u00A0\u202F][;!?]/);
      expect(text, `${key}: breaking space before : or inside guillemets`).not.toMatch(/ [:»]|« /);
      expect(text, `${key}: guillemets without their spaces`).not.toMatch(/«[^\u00A0]|[^\u00A0]»/);
      expect(text, `${key}: English quotation marks`).not.toMatch(/[“”"]/);
      expect(text, `${key}: hébergement is housing, not accommodation`).not.toMatch(/hébergement/i);
    }
  });

  it('has no untranslated message', () => {
    const same = Object.keys(en).filter(
      (key) => en[key] === fr[key] && /\p{L}{4,} \p{L}{3,}/u.test(en[key] ?? ''),
    );
    expect(same).toEqual([]);
  });
});

/**
 * Whether source text mentions a key: whole, or made from a template literal whose fixed parts fit
 * ("problem.resume.${kind}").
 */
function isUsed(key: string, text: string): boolean {
  if (text.includes(`'${key}'`) || text.includes(`"${key}"`)) return true;
  const templates = text.matchAll(/`([a-zA-Z.-]*)\$\{[^`]*?\}([a-zA-Z.-]*)`/g);
  for (const [, before = '', after = ''] of templates) {
    if (before.length + after.length >= 3 && key.startsWith(before) && key.endsWith(after))
      return true;
  }
  return false;
}
