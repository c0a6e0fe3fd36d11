import { describe, expect, it } from 'vitest';
import { readVersion } from '../catalogue/version.ts';
import type { Pair } from '../loader/pair.ts';
import { words } from '../messages.ts';
import { postingSource } from '../testing/index.ts';
import { compareFacts } from './compare-facts.ts';

const whole = `processNumber: S-12
organization: { en: Agency, fr: Agence }
unit: { en: Advice, fr: Conseils }
industry: { en: Government, fr: Administration publique }
reportsTo: { en: Director, fr: Directeur }
classification: { group: IT, level: 5 }
occupation: { code: '21221', name: { en: Systems specialists, fr: Spécialistes de systèmes } }
pay: { min: 100000, max: 120000 }
tenure: { kind: term, months: 24 }
workingTime: full-time
seats:
  - { count: 2, language: { requirement: bilingual, imperative: true } }
supervision: { kind: possible, reports: { min: 3, max: 4 } }
security: reliability
workMode: remote
locations: [{ city: { en: Ottawa, fr: Ottawa }, province: ON }]
anywhereInCanada: true
bilingualRegion: true
travel: { en: Some, fr: Quelques-uns }
opens: 2026-03-02 09:00
closes: 2026-05-09 23:59
timeZone: America/Vancouver
whoCanApply: { en: Everyone, fr: Tout le monde }
areaOfSelection: { kind: external, geographic: { national: true }, citizenship: any }
criteria:
  - { id: research, kind: essential, text: { en: Research, fr: Recherche } }
  - { id: design, kind: asset, text: { en: Design, fr: Conception } }
notices:
  - { id: travel, effective: 2026-01-01, text: { en: Policy, fr: Politique } }
pool: { intended: true, assessed: fully, validMonths: 24 }
contacts: { general: { email: jobs@agency.example } }
`;

function version(facts: string, fields: Record<string, string> = {}): Pair {
  const source = postingSource('advisor', fields);
  return readVersion({ en: source, fr: source, process: facts }, { en: 'en.md', fr: 'fr.md' })!;
}

/** The changes as lines: "key: from → to". */
function changed(from: string, to: string, lang: 'en' | 'fr' = 'en'): string[] {
  return compareFacts(version(from), version(to), words(lang), 'public').map(
    (change) => `${change.key}: ${change.from ?? '∅'} → ${change.to ?? '∅'}`,
  );
}

describe('the facts of two versions', () => {
  it('do not differ from themselves', () => {
    expect(changed(whole, whole)).toEqual([]);
  });

  it.each([
    ['processNumber', 'S-12', 'S-13'],
    ['organization', 'Agency', 'Bureau'],
    ['unit', 'Advice', 'Counsel'],
    ['industry', 'Government', 'Public administration'],
    ['reportsTo', 'Director,', 'Chief,'],
    ['classification', 'level: 5', 'level: 4'],
    ['occupation', "'21221'", "'21222'"],
    ['pay', '120000', '130000'],
    ['tenure', 'full-time', 'part-time'],
    ['supervision', 'max: 4', 'max: 5'],
    ['security', 'reliability', 'secret'],
    ['workMode', 'remote', 'hybrid'],
    ['bilingualRegion', 'bilingualRegion: true', 'bilingualRegion: false'],
    ['travel', 'Some', 'Much'],
    ['opensAt', '09:00', '10:00'],
    ['closesAt', '05-09', '05-10'],
    ['whoCanApply', 'Everyone', 'Residents'],
    ['areaOfSelection', 'citizenship: any', 'citizenship: citizens'],
    ['criteria', 'en: Research', 'en: Researching'],
    ['notices', '2026-01-01', '2026-02-01'],
    ['pool', 'validMonths: 24', 'validMonths: 12'],
    ['contacts', 'jobs@', 'work@'],
  ])('differ in %s alone where only that changed', (key, from, to) => {
    expect(whole).toContain(from);
    const lines = changed(whole, whole.replace(from, to));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^${key}: [^∅]+ → [^∅]+$`));
  });

  it('say which seat, place and criterion came or went, and nothing of the others', () => {
    const asset = '  - { id: design, kind: asset, text: { en: Design, fr: Conception } }\n';
    expect(changed(whole, whole.replace(asset, ''), 'fr')).toEqual([
      'criteria: Atout\u00A0: Conception → ∅',
    ]);
    const seat = '  - { count: 1, language: { requirement: either } }\n';
    expect(changed(whole, whole.replace('supervision:', `${seat}supervision:`))).toEqual([
      'seats: ∅ → 1 position: English or French',
    ]);
    expect(
      changed(whole, whole.replace('anywhereInCanada: true\n', 'anywhereInCanada: false\n')),
    ).toEqual(['locations: Anywhere in Canada → ∅']);
  });

  it('are not in an order that matters', () => {
    const [first, second] = whole
      .split('\n')
      .filter((line) => line.includes('{ id: research') || line.includes('{ id: design'));
    const swapped = whole.replace(`${first}\n${second}`, `${second}\n${first}`);
    expect(swapped).not.toBe(whole);
    expect(changed(whole, swapped)).toEqual([]);
  });

  it('tell the public nothing of drafts, addresses and identifiers', () => {
    const [before, after] = [version(whole), version(whole, { slug: 'adviser', draft: 'true' })];
    const keys = (audience: 'staff' | 'public') =>
      compareFacts(before, after, words('en'), audience).map(({ key }) => key);
    expect(keys('public')).toEqual([]);
    expect(keys('staff')).toEqual(['draft', 'slug']);
  });
});
