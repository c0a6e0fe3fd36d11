import { describe, expect, it } from 'vitest';
import {
  type CheckConfig,
  type CheckOptions,
  checkPair,
  defaultConfig,
  describeFinding,
} from '#hiring/check';
import { lawRuleIds, lawSettingsSchema } from '#hiring/process-facts';
import { postingSource } from '#hiring/postings/testing';
import { langs } from '#platform/i18n';
import { fieldsOf } from './options.ts';
import { rules } from './law.ts';

const now = new Date('2026-03-01T12:00:00Z');

/** What is found in a pair: facts in a file of their own, or in the front matter of a half. */
function check(
  {
    shared,
    en = '',
    fr = '',
    fields = {},
  }: { shared?: string; en?: string; fr?: string; fields?: Record<string, string> },
  options: Partial<CheckOptions> = {},
) {
  const source = (front: string, body: string): string =>
    postingSource('k', fields, body).replace('\n---\n', `\n${front}---\n`);
  return checkPair(
    {
      en: { file: 'en/a.md', source: source(en, 'Some work.') },
      fr: { file: 'fr/b.md', source: source(fr, 'Du travail.') },
      facts: shared === undefined ? null : { file: 'process/k.yml', source: shared },
    },
    { now, rules: ['law', 'check'], ...options },
  );
}

const ids = (found: ReturnType<typeof check>) => found.map(({ rule }) => rule);

const configured = (chosen: CheckConfig['rules']): Partial<CheckOptions> => ({
  config: { ...defaultConfig, rules: chosen },
});

const clean = `evergreen: true
whoCanApply: { en: Anyone, fr: Tous }
`;

const supervisor = `${clean}bilingualRegion: true
supervision: { kind: required }
seats:
  - count: 1
    language:
      requirement: bilingual
      imperative: true
      profile: { reading: B, writing: B, oral: B }
`;

describe('the rules of law', () => {
  it('are those of the facts, each with its words in both languages', () => {
    expect(rules.map(({ id }) => id)).toEqual(lawRuleIds.map((id) => `law/${id}`));
    const args = { notice: 'n', kind: 'term', hours: 2, minimum: 24, months: 3, limit: 4, min: 1 };
    const more = { max: 2, count: 3, most: 2, day: 'd', time: 't', usual: 'u', zone: 'z' };
    const rest = { group: 'CS', replacement: 'IT', profile: 'BBB', citizenship: 'citizens' };
    for (const { id } of rules) {
      for (const lang of langs) {
        const finding = { rule: id, variant: null, args: { ...args, ...more, ...rest } };
        const { message, remedy } = describeFinding(finding, lang);
        expect(message).not.toBe('');
        expect(remedy).toMatch(/\(source\u00A0?: \S.*\)$/);
      }
    }
  });

  it('offer each setting of the law to the rule that uses it', () => {
    const offered = Object.values(fieldsOf).flat().toSorted();
    const fields = Object.keys(lawSettingsSchema.shape).filter((field) => field !== 'rules');
    expect(offered).toEqual(fields.toSorted());
  });

  it('ask nothing of a posting without facts, and nothing of an archived one', () => {
    expect(check({})).toEqual([]);
    expect(ids(check({ shared: 'evergreen: true\n' }))).toEqual(['law/area-missing']);
    expect(check({ shared: 'evergreen: true\n', fields: { archived: 'true' } })).toEqual([]);
  });

  it('are as weak as their case', () => {
    const severities = (shared: string, options = {}) =>
      check({ shared }, options).map(({ rule, severity }) => `${rule} ${severity}`);
    expect(severities(supervisor)).toEqual(['law/supervisor-profile error']);
    const possible = supervisor.replace('required', 'possible');
    expect(severities(possible)).toEqual(['law/supervisor-profile warning']);
    expect(severities(possible, configured({ law: { severity: 'info' } }))).toEqual([
      'law/supervisor-profile info',
    ]);
    expect(severities(possible, configured({ 'law/supervisor-profile': { severity: 'error' } })))
      .toEqual(['law/supervisor-profile warning']); // prettier-ignore
    expect(severities(possible, { atLeast: 'error' })).toEqual([]);
    const off = `# tandem-disable law/supervisor-profile: a ruling\n${possible}`;
    expect(severities(off, { atLeast: 'error' })).toEqual([]);
    expect(severities(supervisor, { atLeast: 'error' })).toEqual(['law/supervisor-profile error']);
  });

  it('are switched off although the case is too weak to be asked for', () => {
    const area = `${clean}areaOfSelection: { kind: external }\n`;
    const off = '# tandem-disable law/external-not-national, law/preference-missing: a pilot\n';
    const asked = { atLeast: 'warning' as const };
    expect(ids(check({ shared: area }, asked))).toEqual(['law/preference-missing']);
    expect(check({ shared: off + area }, asked)).toEqual([]);
  });

  it.each<[string, string, CheckConfig['rules'][string]['options']]>([
    ['closing-time', 'closes: 2026-05-09 16:00', { closingTime: '16:00' }],
    [
      'closing-time',
      'closes: 2026-05-09 20:59',
      { closingTimeZone: 'Pacific/Honolulu', closingTime: '17:59' },
    ],
    ['group-replaced', 'classification: { group: CS, level: 2 }', { replacedGroups: {} }],
    ['term-conversion', 'tenure: { kind: term, months: 40 }', { termConversionMonths: 48 }],
    ['seats-over', 'seats: [{ count: 60, language: { requirement: either } }]', { mostSeats: 60 }],
    [
      'preference-missing',
      'areaOfSelection: { kind: external }\nnotices: [{ id: order }]',
      { preferenceNotice: 'order' },
    ],
    [
      'external-not-national',
      'tenure: { kind: term }\nareaOfSelection: { kind: external }',
      { localTenures: ['term'] },
    ],
    [
      'open-too-short',
      'opens: 2026-05-06 12:00\ncloses: 2026-05-07 11:00\nareaOfSelection: { kind: external }',
      { externalMinimumHours: 23 },
    ],
    [
      'supervisor-profile',
      supervisor.replace(
        'bilingualRegion: true\n',
        'locations: [{ city: { en: Moncton, fr: Moncton }, province: NB }]\n',
      ),
      { bilingualProvinces: [] },
    ],
    [
      'supervisor-profile',
      supervisor.replace(
        'bilingualRegion: true\n',
        'locations: [{ city: { en: Ottawa, fr: Ottawa }, province: ON }]\n',
      ),
      { bilingualCities: [] },
    ],
  ])('take their settings: %s', (name, facts, options) => {
    const dated = /closes:/.test(facts) ? `timeZone: America/Vancouver\n${facts}\n` : `${facts}\n`;
    const asked = { rules: [`law/${name}`] };
    expect(ids(check({ shared: dated }, asked))).toEqual([`law/${name}`]);
    const chosen = configured({ [`law/${name}`]: { options } });
    expect(check({ shared: dated }, { ...asked, ...chosen })).toEqual([]);
  });

  it('count the days that are said to be holidays as none', () => {
    const shared = `timeZone: America/Vancouver
opens: 2026-05-06 12:00
closes: 2026-05-08 11:00
areaOfSelection: { kind: external }
`;
    const asked = { rules: ['law/open-too-short'] };
    const holidays = ['2026-05-06', '2026-05-07'];
    const chosen = configured({ 'law/open-too-short': { options: { holidays } } });
    expect(check({ shared }, asked)).toEqual([]);
    expect(ids(check({ shared }, { ...asked, ...chosen }))).toEqual(['law/open-too-short']);
  });

  it('judge pay by the tables that are handed in', () => {
    const table = {
      group: 'IT',
      currency: 'CAD',
      period: 'year',
      effective: '2025-01-01',
    } as const;
    const levels = [{ level: 2, min: 10, max: 20 }];
    const payTables = [{ ...table, sure: true, source: 'an agreement', levels }];
    const asked = { rules: ['law/pay-outside-table'] };
    const facts = (max: number) =>
      `classification: { group: IT, level: 2 }\npay: { min: 12, max: ${max} }\n`;
    expect(ids(check({ shared: facts(21) }, asked))).toEqual([]);
    expect(ids(check({ shared: facts(20) }, { ...asked, payTables }))).toEqual([]);
    const [found] = check({ shared: facts(21) }, { ...asked, payTables });
    expect(describeFinding(found!, 'en').message).toContain('from 10 to 20');
    expect(found!.place.quote.text).toBe('pay: { min: 12, max: 21 }');
  });

  it('say of notices that they ended, or are to come', () => {
    const notices = `${clean}notices:
  - { id: old-rule, expires: 2026-02-28 }
  - { id: new-rule, effective: 2026-03-02 }
`;
    const found = check(
      { shared: notices },
      { rules: ['law/notice-expired', 'law/notice-future'] },
    );
    expect(found.map((one) => describeFinding(one, 'en').message)).toEqual([
      'The notice “old-rule” ended on 2026-02-28.',
      'The notice “new-rule” applies only from 2026-03-02 on.',
    ]);
    expect(found.map(({ place }) => [place.start.line, place.quote.text])).toEqual([
      [4, '  - { id: old-rule, expires: 2026-02-28 }'],
      [5, '  - { id: new-rule, effective: 2026-03-02 }'],
    ]);
    expect(describeFinding(found[0]!, 'fr').remedy).toMatch(
      /\(source\u00A0: La politique à laquelle l’avis renvoie\)$/,
    );
  });
});
