// Turns what sentences say (modality, limits, and/or, negation, quantities) in one language, and counts
// what is found; and counts what is found where both say the same.
//
//   node bench/check-turned.ts [--show KIND|faithful]
import { parseArgs } from 'node:util';
import { type Finding, checkPair, describeFinding } from '#hiring/check';
import type { Localized } from '#platform/i18n';
import { faithful } from './support/faithful.ts';
import { grafts } from './support/grafts.ts';
import { turnedSentences } from './support/turned.ts';

const { values } = parseArgs({ options: { show: { type: 'string' } } });
const rules = ['meaning', 'strength', 'facts'];
const front = '---\ntitle: A\ndescription: B\narchived: false\ntranslationKey: a\n---\n\n';

function findIn({ en, fr }: Localized): Finding[] {
  const sources = {
    en: { file: 'en/a.md', source: `${front}- ${en}\n` },
    fr: { file: 'fr/a.md', source: `${front}- ${fr}\n` },
  };
  return checkPair(sources, { now: new Date('2026-03-01T12:00:00Z'), rules });
}

const counts = new Map<string, { planted: number; found: number }>();
const says = (found: readonly Finding[]): string =>
  found.map((one) => `\n    ${one.severity} ${one.rule}: ${describeFinding(one, 'en').message}`).join('');

let falseAlarms = 0;
function expectNothing(pair: Localized): void {
  const found = findIn(pair);
  falseAlarms += found.length;
  if (values.show === 'faithful' && found.length > 0)
    console.log(`false ${pair.en} / ${pair.fr}${says(found)}`);
}

for (const { kind, en, fr, turnedEn, turnedFr } of turnedSentences) {
  expectNothing({ en, fr });
  expectNothing({ en: turnedEn, fr: turnedFr });
  const count = counts.get(kind) ?? { planted: 0, found: 0 };
  counts.set(kind, count);
  for (const pair of [{ en: turnedEn, fr }, { en, fr: turnedFr }]) {
    const found = findIn(pair);
    count.planted += 1;
    if (found.length > 0) count.found += 1;
    else if (values.show === kind) console.log(`missed ${pair.en} / ${pair.fr}`);
  }
}
for (const [en, fr] of [...faithful, ...grafts]) expectNothing({ en, fr });

const total = { planted: 0, found: 0 };
for (const [kind, { planted, found }] of counts) {
  total.planted += planted;
  total.found += found;
  console.log(`${kind.padEnd(12)} ${found}/${planted} (${((100 * found) / planted).toFixed(1)} %)`);
}
console.log(
  `all ${total.found}/${total.planted} (${((100 * total.found) / total.planted).toFixed(1)} %); ` +
    `false alarms ${falseAlarms} in ${2 * turnedSentences.length + faithful.length + grafts.length} faithful sentences`,
);
