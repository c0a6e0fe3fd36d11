import { describe, expect, it } from 'vitest';
import { firstDifference, readFacts } from './facts.ts';
import { readYaml } from './yaml.ts';

function facts(text: string) {
  const read = readYaml(text, 1);
  if (!read.ok) throw new Error('not YAML');
  return readFacts('process/x.yml', read.yaml, []);
}

const problems = (text: string) =>
  facts(text).problems.map(({ line, reason, severity }) => ({ line, severity, ...reason }));

const whole = `unit: { en: Advisory, fr: Conseils }
classification: { group: IT, level: 05 }
pay: { min: 133582, max: 174076.5 }
tenure: { kind: term, months: 24 }
seats:
  - language: { requirement: bilingual, imperative: true, profile: { reading: C, writing: B, oral: C } }
  - count: 2
    language: { requirement: either }
workMode: hybrid
locations: [{ city: { en: Ottawa, fr: Ottawa }, province: ON }]
travel: { en: Some, fr: Un peu }
opens: 2026-03-02 09:00
closes: 2026-05-09T23:59:00-07:00
timeZone: America/Toronto
whoCanApply: { en: Anyone, fr: Tout le monde }
`;

describe('readFacts', () => {
  it('reads every fact', () => {
    const claim = facts(whole);
    expect(claim.problems).toEqual([]);
    expect(claim.facts).toMatchObject({
      classification: { group: 'IT', level: 5 },
      pay: { min: 133582, max: 174076.5, currency: 'CAD', period: 'year' },
      seats: [{ count: 1 }, { count: 2, language: { requirement: 'either' } }],
      opensAt: new Date('2026-03-02T14:00:00Z'),
      closesAt: new Date('2026-05-10T06:59:00Z'),
      evergreen: false,
    });
  });

  it('says where and why a value cannot be used', () => {
    expect(problems('workMode: remotely')).toEqual([
      {
        line: 1,
        severity: 'blocking',
        kind: 'bad-fact',
        field: 'workMode',
        rule: 'not-one-of',
        value: 'remotely',
        allowed: ['remote', 'hybrid', 'onsite'],
      },
    ]);
    const rules = (text: string) =>
      problems(text).map((found) => 'rule' in found && [found.line, found.field, found.rule]);
    expect(rules('pay:\n  min: 10\n  max: 5')).toEqual([[1, 'pay', 'min-above-max']]);
    expect(rules('pay:\n  min: "100,000"\n  max: 5')).toEqual([[2, 'pay.min', 'not-a-number']]);
    expect(rules('seats:\n  - count: 0\n    language: {}')).toEqual([
      [2, 'seats.0.count', 'out-of-range'],
      [3, 'seats.0.language.requirement', 'missing'],
    ]);
    expect(rules('unit: { en: Only English }')).toEqual([[1, 'unit.fr', 'missing']]);
    expect(rules('unit: { en: Only English, fr: "" }')).toEqual([[1, 'unit.fr', 'missing']]);
    expect(rules('unit: Advisory')).toEqual([[1, 'unit', 'not-fields']]);
    expect(rules('evergreen: maybe')).toEqual([[1, 'evergreen', 'not-yes-or-no']]);
    expect(rules('seats: 2')).toEqual([[1, 'seats', 'not-a-list']]);
    expect(rules('classification: { group: it, level: 5 }')).toEqual([
      [1, 'classification.group', 'bad-form'],
    ]);
    expect(rules('- a\n- b')).toEqual([[1, '', 'not-fields']]);
  });

  it('says so of what has two halves, too, at its own line', () => {
    const rules = (text: string) =>
      problems(text).map((found) => 'rule' in found && [found.line, found.field, found.rule]);
    const criterion = (id: string) =>
      `  - id: ${id}\n    kind: asset\n    text: { en: a, fr: b }\n`;
    expect(rules(`criteria:\n${criterion('a')}${criterion('b')}${criterion('a')}`)).toEqual([
      [8, 'criteria.2.id', 'duplicate-id'],
    ]);
    expect(
      rules(
        'seats:\n  - language:\n      requirement: bilingual\n      profile:\n        reading: C\n        writing: B',
      ),
    ).toEqual([[4, 'seats.0.language.profile.oral', 'missing']]);
    expect(rules('notices:\n  - id: a\n    effective: 2026-02-30')).toEqual([
      [3, 'notices.0.effective', 'not-a-day'],
    ]);
    expect(rules('security: confidential')).toEqual([[1, 'security', 'not-one-of']]);
    expect(rules('pool: yes, a pool')).toEqual([[1, 'pool', 'not-fields']]);
    const misspelt = facts('contacts:\n  accomodation: { email: a@b.ca }').problems[0];
    expect(misspelt).toMatchObject({
      line: 2,
      severity: 'warning',
      reason: { kind: 'unknown-fact', field: 'contacts.accomodation' },
    });
  });

  it('takes two ways to write the same profile for one truth', () => {
    const seat = (profile: string) =>
      facts(`seats: [{ language: { requirement: bilingual, profile: ${profile} } }]`).facts;
    const levels = '{ reading: B, writing: B, oral: B }';
    expect(
      firstDifference(seat(levels), seat(`{ english: ${levels}, french: ${levels} }`)),
    ).toBeNull();
  });

  it('wants instants that cannot be misunderstood', () => {
    const rules = (text: string) =>
      problems(text).map((found) => 'rule' in found && [found.field, found.rule]);
    expect(rules('closes: 2026-05-09T23:59:00-07:00')).toEqual([['timeZone', 'time-zone-missing']]);
    expect(rules('closes: 2026-05-09\ntimeZone: America/Vancouver')).toEqual([
      ['closes', 'not-an-instant'],
    ]);
    expect(rules('closes: 2026-02-30 10:00\ntimeZone: America/Vancouver')).toEqual([
      ['closes', 'not-an-instant'],
    ]);
    expect(rules('timeZone: Pacific')).toEqual([['timeZone', 'unknown-time-zone']]);
    expect(
      rules('opens: 2026-05-09 10:00\ncloses: 2026-05-09 10:00\ntimeZone: America/Vancouver'),
    ).toEqual([['closes', 'closes-before-opens']]);
    expect(rules('closes: 2026-05-09 10:00\nevergreen: true\ntimeZone: America/Vancouver')).toEqual(
      [['evergreen', 'evergreen-closes']],
    );
  });

  it('warns of a key without effect, at any depth', () => {
    const found = facts(
      'workmode: remote\nseats:\n  - count: 1\n    lang: x\n    language: { requirement: either }',
    );
    expect(found.problems.map(({ line, severity, reason }) => [line, severity, reason])).toEqual([
      [1, 'warning', { kind: 'unknown-fact', field: 'workmode' }],
      [4, 'warning', { kind: 'unknown-fact', field: 'seats.0.lang' }],
    ]);
    expect(found.facts).not.toBeNull();
  });

  it('finds the first difference between two statements', () => {
    expect(firstDifference(facts(whole).facts, facts(whole).facts)).toBeNull();
    expect(
      firstDifference(facts(whole).facts, facts(whole.replace('174076.5', '1740765')).facts),
    ).toBe('pay.max');
    expect(
      firstDifference(facts(whole).facts, facts(whole.replace('-07:00', '-08:00')).facts),
    ).toBe('closesAt');
  });
});
