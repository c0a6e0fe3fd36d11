import { describe, expect, it } from 'vitest';
import { langs } from '#platform/i18n';
import { readPayTables } from '../pay/table.ts';
import { type ProcessFacts, processFactsSchema } from '../schema/facts.ts';
import { businessHours } from './business-hours.ts';
import { consistencyOf, issueWords, lawRules } from './consistency.ts';
import { type LawRuleId, lawRuleIds } from './ids.ts';
import { defaultLawSettings, lawSettingsSchema } from './settings.ts';

const both = (text: string) => ({ en: text, fr: text });
const now = new Date('2026-03-10T15:00:00Z');
const CBC = { reading: 'C', writing: 'B', oral: 'C' };
const BBB = { reading: 'B', writing: 'B', oral: 'B' };
const bilingual = (profile: object | undefined = CBC, more: object = {}) => ({
  seats: [
    {
      language: {
        requirement: 'bilingual',
        imperative: true,
        ...(profile && { profile }),
        ...more,
      },
    },
  ],
});
const criterion = (id: string, kind: string) => ({ id, kind, text: both('x') });

/** A process that no rule has anything to say about: each case below changes it in one way. */
const sound = {
  classification: { group: 'IT', level: 5 },
  tenure: { kind: 'indeterminate' },
  ...bilingual(),
  supervision: { kind: 'none' },
  locations: [{ city: both('Gatineau'), province: 'QC' }],
  opens: '2026-03-02T09:00:00-05:00',
  closes: '2026-03-31 23:59',
  timeZone: 'America/Vancouver',
  areaOfSelection: { kind: 'external', geographic: { national: true }, citizenship: 'any' },
  criteria: [criterion('a', 'essential'), criterion('b', 'asset')],
  notices: [{ id: 'order-of-preference', effective: '2026-01-01', expires: '2026-12-31' }],
  pool: { intended: true, validMonths: 24 },
};

const tables = readPayTables(`
group: IT
currency: CAD
period: year
tables:
  - { effective: 2026-01-01, source: s, levels: [{ level: 5, min: 100, max: 200 }] }
`)!;

function factsOf(change: object): ProcessFacts {
  const written = Object.entries({ ...sound, ...change }).filter(
    ([, value]) => value !== undefined,
  );
  return processFactsSchema.parse(Object.fromEntries(written));
}

function issuesOf(change: object, settings: object = {}, at = now) {
  return consistencyOf(factsOf(change), lawSettingsSchema.parse(settings), at, tables);
}

const supervising = (change: object = {}) => ({
  supervision: { kind: 'required' },
  ...bilingual(BBB),
  ...change,
});
const external = (more: object) => ({
  areaOfSelection: { kind: 'external', geographic: { national: true }, ...more },
});
const pay = (min: number, max: number, more: object = {}) => ({ pay: { min, max, ...more } });

type Case = [name: string, change: object, found: string[], settings?: object];

/** Each as "id severity path". */
const cases: Case[] = [
  ['nothing', {}, []],

  [
    'a bilingual non-imperative term',
    { tenure: { kind: 'term', months: 24 }, ...bilingual(CBC, { imperative: false }) },
    ['non-imperative-term error seats.0.language.imperative'],
  ],
  ['a bilingual imperative term', { tenure: { kind: 'term', months: 24 } }, []],
  ['a bilingual non-imperative indeterminate position', bilingual(CBC, { imperative: false }), []],
  [
    'a bilingual non-imperative casual job',
    { tenure: { kind: 'casual' }, ...bilingual(CBC, { imperative: false }) },
    ['non-imperative-term error seats.0.language.imperative'],
  ],

  [
    'a supervisor at BBB in the region',
    supervising(),
    ['supervisor-profile error seats.0.language.profile'],
  ],
  ['a supervisor at CBC in the region', supervising(bilingual(CBC)), []],
  [
    'a supervisor at CBB',
    supervising(bilingual({ ...CBC, oral: 'B' })),
    ['supervisor-profile error seats.0.language.profile'],
  ],
  [
    'a supervisor with an exemption',
    supervising(bilingual({ reading: 'E', writing: 'P', oral: 'E' })),
    [],
  ],
  [
    'a supervisor at CBC in one language only',
    supervising(bilingual({ english: CBC, french: BBB })),
    ['supervisor-profile error seats.0.language.profile'],
  ],
  [
    'one who may supervise',
    supervising({ supervision: { kind: 'possible' } }),
    ['supervisor-profile warning seats.0.language.profile'],
  ],
  ['one who supervises nobody', supervising({ supervision: { kind: 'none' } }), []],
  [
    'a supervisor elsewhere',
    supervising({ locations: [{ city: both('Regina'), province: 'SK' }] }),
    [],
  ],
  [
    'a supervisor anywhere in New Brunswick',
    supervising({ locations: [{ city: both('Moncton'), province: 'NB' }] }),
    ['supervisor-profile error seats.0.language.profile'],
  ],
  [
    'a supervisor who works from anywhere',
    supervising({ locations: undefined, workMode: 'remote' }),
    ['supervisor-profile warning seats.0.language.profile'],
  ],
  [
    'a supervisor who works from anywhere, in no region',
    supervising({ locations: undefined, bilingualRegion: false }),
    [],
  ],
  [
    'a supervisor at BBB before the policy',
    supervising({ opens: '2025-06-19T23:59:00-04:00' }),
    [],
  ],
  [
    'a supervisor at BBB on the day of the policy',
    supervising({ opens: '2025-06-20T00:00:00-04:00' }),
    ['supervisor-profile error seats.0.language.profile'],
  ],
  [
    'a supervisor below BBB before the policy',
    supervising({ opens: '2025-06-01T09:00:00-04:00', ...bilingual({ ...BBB, oral: 'A' }) }),
    ['supervisor-profile error seats.0.language.profile'],
  ],
  [
    'a supervisor of a unilingual position',
    supervising({ seats: [{ language: { requirement: 'either' } }] }),
    [],
  ],

  [
    'bilingual preferred',
    {
      seats: [
        { language: { requirement: 'either' } },
        { language: { requirement: 'bilingual-preferred' } },
      ],
    },
    ['bilingual-preferred warning seats.1.language.requirement'],
  ],
  [
    'a bilingual position without profile',
    { seats: [{ language: { requirement: 'bilingual', imperative: true } }] },
    ['bilingual-without-profile warning seats.0.language.profile'],
  ],
  [
    'a profile on an English position',
    { seats: [{ language: { requirement: 'english', profile: BBB } }] },
    ['profile-without-bilingual warning seats.0.language.profile'],
  ],
  [
    'an English imperative position',
    { seats: [{ language: { requirement: 'english', imperative: true } }] },
    ['profile-without-bilingual warning seats.0.language.imperative'],
  ],

  [
    'the group CS',
    { classification: { group: 'CS', level: 3 } },
    ['group-replaced warning classification.group'],
  ],
  [
    'a group of one’s own',
    { classification: { group: 'AS', level: 3 } },
    ['group-replaced warning classification.group'],
    { replacedGroups: { AS: 'PA' } },
  ],

  ['assets alone', { criteria: [criterion('a', 'asset')] }, ['no-essential error criteria']],
  ['no criteria', { criteria: undefined }, ['criteria-missing info criteria']],
  ['no criteria, always open', { criteria: undefined, evergreen: true, closes: undefined }, []],

  ['24 h over a business day', { opens: '2026-03-30 23:59', closes: '2026-03-31 23:59' }, []],
  [
    '23 h 59',
    { opens: '2026-03-31 00:00', closes: '2026-03-31 23:59' },
    ['open-too-short error closes'],
  ],
  [
    'Friday evening to Sunday evening',
    { opens: '2026-03-27 18:00', closes: '2026-03-29 23:59' },
    ['open-too-short error closes'],
  ],
  [
    'a holiday',
    { opens: '2026-03-30 23:59', closes: '2026-03-31 23:59' },
    ['open-too-short error closes'],
    { holidays: ['2026-03-31'] },
  ],
  [
    'a short internal process',
    { opens: '2026-03-31 09:00', areaOfSelection: { kind: 'internal' } },
    [],
  ],
  ['a longer minimum', {}, ['open-too-short error closes'], { externalMinimumHours: 600 }],

  [
    'a term of three years',
    { tenure: { kind: 'term', months: 36 } },
    ['term-conversion info tenure.months'],
  ],
  ['a term just below', { tenure: { kind: 'term', months: 35 } }, []],
  [
    'a secondment of three years',
    { tenure: { kind: 'secondment', months: 36 }, areaOfSelection: { kind: 'internal' } },
    [],
  ],
  [
    'a term without length',
    { tenure: { kind: 'term' } },
    ['term-without-length info tenure.months'],
  ],

  ['a closing at noon', { closes: '2026-03-31 12:00' }, ['closing-time info closes']],
  [
    'a closing at 23:59 Eastern',
    { closes: '2026-03-31T23:59:00-04:00' },
    ['closing-time info closes'],
  ],
  [
    'a closing at noon where that is the custom',
    { closes: '2026-03-31 12:00' },
    [],
    { closingTime: '12:00' },
  ],

  [
    'an expired notice',
    { notices: [...sound.notices, { id: 'vaccination', expires: '2026-03-09' }] },
    ['notice-expired warning notices.1.expires'],
  ],
  [
    'a notice on its last day',
    { notices: [...sound.notices, { id: 'vaccination', expires: '2026-03-10' }] },
    [],
  ],
  [
    'a notice of the future',
    { notices: [...sound.notices, { id: 'new', effective: '2026-03-11' }] },
    ['notice-future info notices.1.effective'],
  ],
  [
    'a notice that expired after the process closed',
    {
      opens: '2025-01-06 09:00',
      closes: '2025-01-31 23:59',
      notices: [{ id: 'order-of-preference', expires: '2025-02-15' }],
    },
    [],
  ],

  [
    'no area of selection',
    { areaOfSelection: undefined },
    ['area-missing warning areaOfSelection'],
  ],
  ['an area in words only', { areaOfSelection: undefined, whoCanApply: both('All') }, []],
  [
    'a local external area',
    external({ geographic: { national: false, words: both('Gatineau') } }),
    ['external-not-national error areaOfSelection.geographic.national'],
  ],
  [
    'an external area that is not said to be national',
    { areaOfSelection: { kind: 'external' } },
    ['external-not-national info areaOfSelection'],
  ],
  [
    'a local student job',
    {
      ...external({ geographic: { national: false, words: both('Halifax') } }),
      tenure: { kind: 'student', months: 4 },
      classification: undefined,
    },
    [],
  ],
  [
    'a secondment open to the public',
    { tenure: { kind: 'secondment', months: 12 } },
    ['mobility-external error areaOfSelection.kind'],
  ],
  [
    'an assignment open to the public',
    { tenure: { kind: 'assignment', months: 12 } },
    ['mobility-external error areaOfSelection.kind'],
  ],
  [
    'an internal secondment',
    { tenure: { kind: 'secondment', months: 12 }, areaOfSelection: { kind: 'internal' } },
    [],
  ],
  [
    'a process for citizens',
    external({ citizenship: 'citizens' }),
    ['citizenship-limited warning areaOfSelection.citizenship'],
  ],
  [
    'an internal process for citizens',
    { areaOfSelection: { kind: 'internal', citizenship: 'citizens' } },
    [],
  ],
  ['no order of preference', { notices: undefined }, ['preference-missing warning notices']],
  [
    'an order of preference under another id',
    { notices: [{ id: 'preference' }] },
    [],
    { preferenceNotice: 'preference' },
  ],
  [
    'an internal process without order of preference',
    { notices: undefined, areaOfSelection: { kind: 'internal' } },
    [],
  ],

  [
    'a student at IT-01',
    { tenure: { kind: 'student', months: 4 }, classification: { group: 'IT', level: 1 } },
    ['student-classified warning classification'],
  ],

  ['no seats', { seats: undefined }, ['seats-missing info seats']],
  ['no seats, always open', { seats: undefined, evergreen: true, closes: undefined }, []],
  [
    'many seats',
    {
      seats: [
        { count: 30, language: { requirement: 'either' } },
        { count: 21, language: { requirement: 'either' } },
      ],
    },
    ['seats-over warning seats'],
  ],
  ['as many as one may', { seats: [{ count: 50, language: { requirement: 'either' } }] }, []],

  ['a pay below the table', pay(99, 200), ['pay-outside-table warning pay']],
  ['a pay above the table', pay(100, 201), ['pay-outside-table warning pay']],
  ['the pay of the table', pay(100, 200), []],
  ['a pay by the hour', pay(1, 2, { period: 'hour' }), []],
  ['a pay in another currency', pay(1, 2, { currency: 'USD' }), []],
  [
    'the pay of a level without table',
    { ...pay(1, 2), classification: { group: 'IT', level: 4 } },
    [],
  ],

  [
    'a pool without validity',
    { pool: { intended: true } },
    ['pool-without-validity info pool.validMonths'],
  ],
  ['no pool', { pool: { intended: false } }, []],
];

describe('consistency of the facts with law and policy', () => {
  it.each(cases)('%s', (_, change, found, settings) => {
    const issues = issuesOf(change, settings);
    expect(issues.map(({ id, severity, path }) => `${id} ${severity} ${path.join('.')}`)).toEqual(
      found,
    );
  });

  it('has every rule, and a case for each', () => {
    expect(lawRules.map(({ id }) => id)).toEqual(lawRuleIds);
    const tried = new Set(
      cases.flatMap(([, , found]) => found.map((text) => text.split(' ')[0] ?? '')),
    );
    expect([...tried].sort()).toEqual([...lawRuleIds].sort());
  });

  it('says each in both languages, with where it comes from', () => {
    for (const [name, change, , settings] of cases) {
      for (const issue of issuesOf(change, settings)) {
        for (const lang of langs) {
          const { message, remedy } = issueWords(issue, lang);
          for (const text of [message, remedy, issue.source[lang]]) {
            expect(text, name).not.toMatch(/[{}]|undefined|null/);
            expect(text, name).toMatch(/^\P{Ll}/u);
          }
        }
      }
    }
  });

  it('lets an organization weigh the rules, or turn one off', () => {
    const preferred = { seats: [{ language: { requirement: 'bilingual-preferred' } }] };
    const severity = (value: string) =>
      issuesOf(preferred, { rules: { 'bilingual-preferred': value } }).map((one) => one.severity);
    expect(severity('error')).toEqual(['error']);
    expect(severity('off')).toEqual([]);
    expect(lawSettingsSchema.safeParse({ rules: { 'no-such-rule': 'off' } }).success).toBe(false);
    expect(lawSettingsSchema.safeParse({ closingTime: '24:00' }).success).toBe(false);
  });

  it('marks what was not read in a source', () => {
    const sure = (id: LawRuleId, change: object) =>
      issuesOf(change).find((one) => one.id === id)?.sure;
    expect(
      sure('non-imperative-term', {
        tenure: { kind: 'term', months: 2 },
        ...bilingual(CBC, { imperative: false }),
      }),
    ).toBe(true);
    expect(sure('closing-time', { closes: '2026-03-31 12:00' })).toBe(false);
    // The list of regions is a guess; what the facts say is not.
    expect(sure('supervisor-profile', supervising())).toBe(false);
    expect(sure('supervisor-profile', supervising({ bilingualRegion: true }))).toBe(true);
  });

  it('asks little of facts that say nothing', () => {
    const ids = consistencyOf(processFactsSchema.parse({}), defaultLawSettings, now).map(
      ({ id }) => id,
    );
    expect(ids).toEqual(['area-missing', 'seats-missing', 'criteria-missing']);
  });
});

describe('hours of business days', () => {
  const hours = (from: string, to: string, zone = 'America/Toronto') =>
    businessHours(new Date(from), new Date(to), zone, []);

  it('leave weekends out, in the zone', () => {
    expect(hours('2026-03-27T12:00:00-04:00', '2026-03-30T12:00:00-04:00')).toBe(24);
    expect(hours('2026-03-28T00:00:00-04:00', '2026-03-30T00:00:00-04:00')).toBe(0);
    expect(hours('2026-03-28T00:00:00Z', '2026-03-28T04:00:00Z')).toBe(4);
  });

  it('are those of the clock where clocks change', () => {
    expect(hours('2026-03-06T00:00:00-05:00', '2026-03-10T00:00:00-04:00')).toBe(48);
    expect(hours('2026-03-10T00:00:00-04:00', '2026-03-10T00:00:00-04:00')).toBe(0);
  });
});
