import { describe, expect, it } from 'vitest';
import type { Posting, ProcessFacts } from '#hiring/postings';
import { choosePostings } from './choose-postings.ts';

const now = new Date('2026-11-24T17:00:00Z');
const past = (year: number): Date => new Date(Date.UTC(year, 0, 5));
const future = new Date('2027-01-01T00:00:00Z');

const dates: ProcessFacts = { opensAt: null, closesAt: null, timeZone: null, evergreen: false };
const either = { count: 1, language: { requirement: 'either' as const } };
const bilingual = { count: 1, language: { requirement: 'bilingual' as const } };

function posting(key: string, facts: Partial<ProcessFacts> | null = {}, archived = false): Posting {
  const text = { title: key, description: '', body: '', leverId: null, file: '' };
  return {
    id: key,
    translationKey: key,
    text: { en: { ...text, lang: 'en' }, fr: { ...text, lang: 'fr' } },
    slugs: { en: key, fr: key },
    facts: facts && { ...dates, ...facts },
    archived,
    draft: false,
    firstSeenAt: now,
    versionHash: '',
    versionSince: now,
    servedFrom: 'files',
  };
}

const evergreen = posting('evergreen', { evergreen: true });
const plain = posting('plain', null);
const twins = posting('twins', { seats: [either, either] });
const differing = posting('differing', { seats: [bilingual, either], closesAt: future });
const scheduled = posting('scheduled', { seats: [bilingual, either], opensAt: future });
const archived = posting('archived', { seats: [bilingual, either] }, true);
const over = posting('over', { opensAt: past(2025), closesAt: past(2026) }, true);

const chosen = (...postings: Posting[]) => choosePostings(postings, now, 7);

describe('choosePostings', () => {
  it('prefers seats that differ, among the open postings', () => {
    expect(chosen(evergreen, scheduled, archived, plain, twins, differing, over)).toEqual({
      main: differing,
      second: plain,
      closed: over,
    });
  });

  it('takes the first open one otherwise, and one without a closing date as a last resort', () => {
    expect(chosen(evergreen, plain, twins)).toEqual({ main: plain, second: twins, closed: null });
    expect(chosen(archived, evergreen)).toEqual({ main: evergreen, second: null, closed: null });
  });

  it('gives none where nobody could apply', () => {
    expect(chosen(scheduled, archived, over)).toBeNull();
  });
});
