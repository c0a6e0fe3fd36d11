import { describe, expect, it } from 'vitest';
import {
  isReasonCode,
  mayBecome,
  offeredReason,
  offeredReasons,
  reasons,
  statuses,
  transitions,
} from './rules.ts';

describe('transitions of screening', () => {
  it('go from every status to both outcomes, and never back to received', () => {
    const table = statuses.map((from) => [
      from,
      mayBecome(from, 'screened-in'),
      mayBecome(from, 'screened-out'),
    ]);
    expect(table).toEqual([
      ['received', true, true],
      ['screened-in', true, true],
      ['screened-out', true, true],
      ['withdrawn', false, false],
    ]);
    expect(Object.values(transitions).flat()).not.toContain('received');
  });

  it('cannot be changed while running', () => {
    expect(() => {
      (transitions.received as unknown as string[]).push('received');
    }).toThrow(TypeError);
    expect(() => {
      (transitions as Record<string, unknown>)['received'] = [];
    }).toThrow(TypeError);
  });
});

describe('reasons', () => {
  it('keep every code that was ever released', () => {
    expect(reasons.map(({ code, outcome }) => `${outcome} ${code}`)).toEqual(
      expect.arrayContaining([
        'screened-in meets-essentials',
        'screened-in meets-essentials-and-assets',
        'screened-in equivalent-experience',
        'screened-out essential-not-shown',
        'screened-out education-not-shown',
        'screened-out experience-not-shown',
        'screened-out language-requirement-not-met',
        'screened-out not-in-area-of-selection',
        'screened-out incomplete',
        'screened-out repeated',
        'screened-out withdrawn',
      ]),
    );
    expect(new Set(reasons.map(({ code }) => code)).size).toBe(reasons.length);
  });

  it('offer at least one on each side', () => {
    expect(new Set(offeredReasons.map(({ outcome }) => outcome))).toEqual(
      new Set(['screened-in', 'screened-out']),
    );
  });

  it('are found by their exact code only', () => {
    expect(offeredReason('incomplete')?.outcome).toBe('screened-out');
    for (const text of [undefined, '', 'Incomplete', 'incomplete ', '__proto__', 'screened-out']) {
      expect(offeredReason(text)).toBeNull();
    }
    expect(isReasonCode('withdrawn')).toBe(true);
    expect(isReasonCode('toString')).toBe(false);
  });
});
