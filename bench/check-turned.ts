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

const says = (found: readonly Finding[]): string =>
  found.map((one) => `\n    ${one.rule}: ${describeFinding(one, 'en').message}`).join('');
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

for (const set of ['seen', 'unseen'] as const) report(set);

/** `unseen` says what the rules are worth; by the misses of `seen` they were mended. */
function report(set: 'seen' | 'unseen'): void {
  const counts = new Map<string, { planted: number; found: number }>();
  const same: Localized[] = faithful[set].map(([en, fr]) => ({ en, fr }));
  if (set === 'seen') same.push(...grafts.map(([en, fr]) => ({ en, fr })));
  for (const { kind, en, fr, turnedEn, turnedFr } of turnedSentences[set]) {
    same.push({ en, fr }, { en: turnedEn, fr: turnedFr });
    const count = counts.get(kind) ?? { planted: 0, found: 0 };
    counts.set(kind, count);
    for (const pair of [
      { en: turnedEn, fr },
      { en, fr: turnedFr },
    ]) {
      count.planted += 1;
      if (findIn(pair).length > 0) count.found += 1;
      else if (values.show === kind) console.log(`missed ${pair.en} / ${pair.fr}`);
    }
  }
  const total = { planted: 0, found: 0 };
  for (const [kind, { planted, found }] of counts) {
    total.planted += planted;
    total.found += found;
    console.log(`${set} ${kind.padEnd(12)} ${found}/${planted} (${percent(found, planted)})`);
  }
  let falseAlarms = 0;
  for (const pair of same) {
    const found = findIn(pair);
    falseAlarms += found.length;
    if (values.show === 'faithful' && found.length > 0)
      console.log(`false ${pair.en} / ${pair.fr}${says(found)}`);
  }
  console.log(
    `${set} all ${total.found}/${total.planted} (${percent(total.found, total.planted)}); ` +
      `false alarms ${falseAlarms} in ${same.length} faithful sentences`,
  );
}
