// What `tandem check` finds in real pairs against what a person labelled in them.
//
//   node bench/check-accuracy.ts                   precision and recall by family
//   node bench/check-accuracy.ts --show meaning    the false alarms and misses of a family
//   … --set held-out, written-unseen               only the pairs that were set aside
//
// The real files are no part of the project: TANDEM_TEST_SHARED names the folder that holds them.
import { parseArgs } from 'node:util';
import { describeFinding } from '#hiring/check';
import { sharedPath } from '../test/support/shared.ts';
import {
  type Judged,
  type LabelSet,
  contentOf,
  familyOf,
  hasCorpus,
  judge,
  labelSets,
  labelledFamilies,
  noScore,
  readLabels,
  scores,
} from './support/accuracy.ts';

const { values } = parseArgs({ options: { show: { type: 'string' }, set: { type: 'string' } } });
const { path: content } = sharedPath('corpus/content');

const now = new Date('2022-04-01T12:00:00Z');
const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${Math.round((1000 * part) / whole) / 10} %`;

for (const set of labelSets) {
  if (values.set !== undefined && values.set !== set) continue;
  const folder = contentOf(set, content);
  if (hasCorpus(folder)) report(set, folder);
  else console.log(`${set}: skipped, no folder ${folder}`);
}

function report(set: LabelSet, folder: string): void {
  const judged = readLabels(set).map((pair) => judge(pair, folder, now));
  console.log(`${set}: ${judged.length} pairs`);
  const byFamily = scores(judged);
  for (const family of labelledFamilies) {
    const { found, wrong, warned, wronglyWarned, labels, missed } = byFamily.get(family) ?? noScore;
    console.log(
      `${family.padEnd(10)} precision ${percent(found - wrong, found).padStart(7)} of ${found} findings ` +
        `(of ${warned} warnings ${percent(warned - wronglyWarned, warned)}), ` +
        `recall ${percent(labels - missed, labels).padStart(7)} of ${labels} labels`,
    );
  }
  if (values.show !== undefined) for (const one of judged) show(one, values.show);
}

function show({ pair, falseAlarms, missed }: Judged, family: string): void {
  const lines = [
    ...falseAlarms
      .filter((finding) => familyOf(finding) === family)
      .map((finding) => {
        const { place, counterpart, rule } = finding;
        const other = counterpart
          ? ` / ${counterpart.file.slice(0, 2)}:${counterpart.start.line}`
          : '';
        return `  false ${rule} ${place.file.slice(0, 2)}:${place.start.line}${other} ${describeFinding(finding, 'en').message}`;
      }),
    ...missed
      .filter(({ families }) => families[0] === family)
      .map(
        ({ en, fr, about }) =>
          `  missed ${about} en:${en?.join('-') ?? '–'} fr:${fr?.join('-') ?? '–'}`,
      ),
  ];
  if (lines.length > 0) console.log(`${pair.key}  ${pair.en}\n${lines.join('\n')}`);
}
