import { describe, expect, it } from 'vitest';
import { sharedPath } from '../support/shared.ts';
import { type Count, draftOf, readLabels, score } from './scores.ts';

const { path, present, when } = sharedPath('corpus/content');

// Every kind of value that a person found in 30 real pairs, against what is proposed for them.
describe.skipIf(!present)(`drafts of real postings${when}`, () => {
  it.each([
    ['30 pairs that the patterns were written with', false],
    ['10 pairs that were labelled afterwards', true],
  ] as const)('propose what is said, and little else, in %s', (_, heldOut) => {
    const counts = new Map<string, Count>();
    for (const pair of readLabels()) {
      if ((pair.heldOut ?? false) === heldOut) score(counts, pair, draftOf(pair, path));
    }
    const percent = (part: number, whole: number): string =>
      whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`;
    const lines = [...counts].map(
      ([field, { right, proposed, labelled, wrong }]) =>
        `${field.padEnd(20)} precision ${percent(right, proposed).padStart(5)} of ${proposed}, ` +
        `recall ${percent(right, labelled).padStart(5)} of ${labelled}` +
        (process.env['TANDEM_TEST_SHOW'] ? wrong.map((one) => `\n    ${one}`).join('') : ''),
    );
    const all = [...counts.values()];
    const sum = (of: (count: Count) => number): number =>
      all.reduce((total, one) => total + of(one), 0);
    const right = sum((one) => one.right);
    const precision = right / sum((one) => one.proposed);
    const recall = right / sum((one) => one.labelled);
    console.log(
      `${lines.join('\n')}\nall: precision ${percent(precision, 1)}, recall ${percent(recall, 1)}`,
    );
    expect(precision).toBeGreaterThan(heldOut ? 0.85 : 0.95);
    expect(recall).toBeGreaterThan(heldOut ? 0.85 : 0.95);
  });
});
