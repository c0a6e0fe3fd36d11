import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Finding, checkPair, describeFinding } from '#hiring/check';
import { sharedPath } from '../support/shared.ts';

const seed = sharedPath('seed/content');

const now = new Date('2022-04-01T12:00:00Z');

function findings(): Finding[] {
  const read = (lang: string) => {
    const [path = ''] = globSync(join(seed.path, lang, '**/*.md'));
    return { file: relative(seed.path, path), source: readFileSync(path, 'utf8') };
  };
  return checkPair({ en: read('en'), fr: read('fr') }, { now });
}

// The divergences of the real pair that the record of this domain lists.
describe.skipIf(!seed.present)(`the posting that started it${seed.when}`, () => {
  const found = seed.present ? findings() : [];
  const at = (family: string, lang: 'en' | 'fr', line: number): Finding[] =>
    found.filter(
      ({ rule, place, counterpart }) =>
        rule.startsWith(`${family}/`) &&
        [place, counterpart].some(
          (one) =>
            one?.file.startsWith(`${lang}/`) && one.start.line <= line && one.end.line >= line,
        ),
    );

  it.each([
    ['French leaves out the duty to attest to vaccination', 'meaning', 'en', 58, /attest/],
    [
      'English asks for past experience where French asks for ability',
      'strength',
      'fr',
      36,
      /en mesure/,
    ],
    ['“preferred” is “un atout” in French', 'strength', 'fr', 23, /atout/],
    ['French drops “inclusive” from a requirement', 'meaning', 'en', 40, /inclusive/],
    ['the French link to the pay goes through a search engine', 'links', 'fr', 23, /google/],
  ] as const)('%s', (_, family, lang, line, quoted) => {
    const there = at(family, lang, line);
    const quoting = there.filter((finding) =>
      quoted.test(JSON.stringify([finding.args, finding.place.quote])),
    );
    expect(
      quoting.length,
      JSON.stringify(there.map(({ rule, args }) => [rule, args])),
    ).toBeGreaterThan(0);
    for (const finding of quoting) {
      const [en, fr] = [describeFinding(finding, 'en'), describeFinding(finding, 'fr')];
      expect(en.message).not.toBe(fr.message);
      expect(en.remedy).not.toBe(fr.remedy);
    }
  });
});
