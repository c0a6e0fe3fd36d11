// What `tandem check` finds in real pairs against what a person labelled in them.
//
//   node bench/check-accuracy.ts                   precision and recall by family
//   node bench/check-accuracy.ts --show meaning    the false alarms and misses of a family
//
// The real files are no part of the project: TANDEM_TEST_SHARED names the folder that holds them.
import { parseArgs } from 'node:util';
import { describeFinding } from '#hiring/check';
import { sharedPath } from '../test/support/shared.ts';
import { familyOf, hasCorpus, judge, labelledFamilies, readLabels, scores } from './support/accuracy.ts';

const { values } = parseArgs({ options: { show: { type: 'string' } } });
const { path: content } = sharedPath('corpus/content');
if (!hasCorpus(content)) {
  console.log(`Skipped: no folder ${content}`);
  process.exit(0);
}

const now = new Date('2022-04-01T12:00:00Z');
const judged = readLabels().map((pair) => judge(pair, content, now));
const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${Math.round((1000 * part) / whole) / 10} %`;

console.log(`${judged.length} pairs`);
const byFamily = scores(judged);
for (const family of labelledFamilies) {
  const { found, wrong, labels, missed } = byFamily.get(family) ?? { found: 0, wrong: 0, labels: 0, missed: 0 };
  console.log(
    `${family.padEnd(10)} precision ${percent(found - wrong, found).padStart(7)} of ${found} findings, ` +
      `recall ${percent(labels - missed, labels).padStart(7)} of ${labels} labels`,
  );
}

for (const { pair, falseAlarms, missed } of values.show === undefined ? [] : judged) {
  const lines = [
    ...falseAlarms
      .filter((finding) => familyOf(finding) === values.show)
      .map((finding) => {
        const { place, counterpart, rule } = finding;
        const other = counterpart ? ` / ${counterpart.file.slice(0, 2)}:${counterpart.start.line}` : '';
        return `  false ${rule} ${place.file.slice(0, 2)}:${place.start.line}${other} ${describeFinding(finding, 'en').message}`;
      }),
    ...missed
      .filter(({ families }) => families[0] === values.show)
      .map(({ en, fr, about }) => `  missed ${about} en:${en?.join('-') ?? '–'} fr:${fr?.join('-') ?? '–'}`),
  ];
  if (lines.length > 0) console.log(`${pair.key}  ${pair.en}\n${lines.join('\n')}`);
}
