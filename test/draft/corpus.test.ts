import { describe, expect, it } from 'vitest';
import { sharedPath } from '../support/shared.ts';
import { type Count, draftOf, readLabels, score } from './scores.ts';

const { path, present, when } = sharedPath('corpus/content');

// Every kind of value that a person found in 30 real pairs, against what is proposed for them.
describe.skipIf(!present)(`drafts of real postings${when}`, () => {
  const counts = new Map<string, Count>();
  if (present) for (const pair of readLabels()) score(counts, pair, draftOf(pair, path));

  it('propose what the postings say, and little else', () => {
    const percent = (part: number, whole: number): string =>
      whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`;
    const lines = [...counts].map(
      ([field, { right, proposed, labelled, wrong }]) =>
        `${field.padEnd(20)} precision ${percent(right, proposed).padStart(5)} of ${proposed}, ` +
        `recall ${percent(right, labelled).padStart(5)} of ${labelled}` +
        (process.env['TANDEM_TEST_SHOW'] ? wrong.map((one) => `\n    ${one}`).join('') : ''),
    );
    console.log(lines.join('\n'));
    const all = [...counts.values()];
    const sum = (of: (count: Count) => number): number =>
      all.reduce((total, one) => total + of(one), 0);
    const right = sum((one) => one.right);
    console.log(
      `all: precision ${percent(
        right,
        sum((one) => one.proposed),
      )}, recall ${percent(
        right,
        sum((one) => one.labelled),
      )}`,
    );
    expect(right / sum((one) => one.proposed)).toBeGreaterThan(0.9);
    expect(right / sum((one) => one.labelled)).toBeGreaterThan(0.9);
  });
});
