import { describe, expect, it } from 'vitest';
import { checkPair } from '#hiring/check';
import { checkText } from '../support/checking.ts';

const facts = `process:
  closes: "2026-06-30T23:59"
  timeZone: America/Vancouver
  classification: { group: EC, level: 4 }
  tenure: { kind: indeterminate }
  seats: [{ count: 2, language: { requirement: either } }]
`;
const half = (archived: boolean, process: string) =>
  `---\ntitle: A\ndescription: B\narchived: ${archived}\ntranslationKey: a\n${process}---\n\nC.\n`;

function missing(archived: boolean, process: string, now = '2026-03-01T12:00:00Z'): string[] {
  const source = half(archived, process);
  return checkPair(
    { en: { file: 'en/a.md', source }, fr: { file: 'fr/a.md', source } },
    { now: new Date(now), rules: ['advertisement'] },
  ).map(({ rule }) => rule.replace('advertisement/missing-', ''));
}

describe('required contents', () => {
  it('asks for all of them once, not once in each language', () => {
    expect(missing(false, '')).toHaveLength(13);
  });

  it('takes process facts for them', () => {
    const rest = missing(false, facts);
    for (const said of [
      'closing-date',
      'classification',
      'tenure',
      'number-of-positions',
      'language-requirement',
    ]) {
      expect(rest).not.toContain(said);
    }
    expect(rest).toContain('accommodation');
  });

  it('asks nothing of an archived or closed posting', () => {
    expect(missing(true, '')).toEqual([]);
    expect(missing(false, facts, '2026-08-01T12:00:00Z')).toEqual([]);
  });
});

describe('placeholders', () => {
  it.each([
    'TBD',
    'Lorem ipsum dolor',
    '[insert the team]',
    'Salary: XXX',
    '{{ name }}',
    'Test',
    'Pay: to be determined.',
  ])('finds %s', (text) => {
    expect(checkText('en', text, 'advertisement/placeholder').findings).toHaveLength(1);
  });

  it.each([
    'We test software.',
    '[our team](https://a.org)',
    'A list of things to do',
    '`TODO` comments',
    'Test engineers',
  ])('leaves alone: %s', (text) => {
    expect(checkText('en', text, 'advertisement/placeholder').findings).toEqual([]);
  });
});

describe('dates that are over', () => {
  it.each([
    ['The work starts on March 1, 2021.', 1],
    ['The work starts on March 1, 2031.', 0],
    ['The team was founded in March 2021.', 0],
  ])('%s', (text, count) => {
    expect(checkText('en', text, 'advertisement/past-date').findings).toHaveLength(count);
  });
});
