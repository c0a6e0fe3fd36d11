import { describe, expect, it } from 'vitest';
import { parseScreening } from '#hiring/desk';
import type { Criterion } from '#hiring/process-facts';
import { planFindings } from './plan-findings.ts';

const of = (kind: Criterion['kind'], n: number): Criterion => ({
  id: `${kind}-${n}`,
  kind,
  text: { en: `Experience, ${kind} ${n}`, fr: `Expérience, ${kind} ${n}` },
});

const processes: [string, Criterion[]][] = [
  ['no criteria', []],
  ['essentials only', [of('essential', 1), of('essential', 2)]],
  ['no essentials', [of('operational', 1), of('asset', 1)]],
  ['neither essentials nor assets', [of('operational', 1)]],
  ['all kinds', [of('operational', 1), of('essential', 1), of('asset', 1), of('asset', 2)]],
];

describe.each(processes)('a process with %s', (_, criteria) => {
  it.each([
    'meets-essentials',
    'meets-essentials-and-assets',
    'equivalent-experience',
    'essential-not-shown',
    'experience-not-shown',
    'not-in-area-of-selection',
    'repeated',
  ])('gets a decision that the desk would take: %s', (wanted) => {
    for (const place of [0, 1, 2, 3]) {
      for (const lang of ['en', 'fr'] as const) {
        const planned = planFindings(wanted, { criteria, place, lang, lacks: /nowhere/ });
        const typed = { ...planned.fields, reason: planned.reason, words: 'Words' };
        expect(parseScreening(typed, criteria)).toMatchObject({
          ok: true,
          input: { reason: { code: planned.reason } },
        });
      }
    }
  });
});

it('does not show the essential that the story lacks', () => {
  const criteria = [of('essential', 1), of('essential', 2)];
  const judged = { criteria, place: 0, lang: 'fr', lacks: /essential 2/ } as const;
  const { fields } = planFindings('experience-not-shown', judged);
  expect(fields).toMatchObject({
    'finding-essential-1': 'met',
    'finding-essential-2': 'not-met',
    'why-essential-2': expect.stringMatching(/^Votre candidature ne le démontre pas/),
  });
});
