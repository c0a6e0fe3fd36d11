import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, checkPair } from '#hiring/check';
import type { Localized } from '#platform/i18n';

/** A divergence that a person saw: first and last line in each file. */
export type Label = {
  /** The family that should find it first; others may. */
  readonly families: readonly string[];
  readonly en: readonly [number, number] | null;
  readonly fr: readonly [number, number] | null;
  /** What it is, in a word. */
  readonly about: string;
  /** A matter of opinion: neither a miss nor a false alarm. */
  readonly optional?: boolean;
};

export type LabelledPair = {
  readonly key: string;
  readonly en: string;
  readonly fr: string;
  readonly labels: readonly Label[];
};

export type Judged = {
  readonly pair: LabelledPair;
  readonly findings: readonly Finding[];
  readonly falseAlarms: readonly Finding[];
  readonly missed: readonly Label[];
};

/** Families whose every divergence is labelled, so that what is not labelled is a false alarm. */
export const labelledFamilies = ['structure', 'meaning', 'facts', 'strength', 'links', 'language'];

/** Rules of those families about one language alone, for which nothing is labelled. */
const unlabelledRules: ReadonlySet<string> = new Set(['links/fragile-anchor', 'links/vague-text']);

/**
 * Labels by which rules were made, and those of pairs that were labelled before any rule saw them; of
 * real pairs, and of pairs written for this with divergences planted in them.
 */
export const labelSets = ['corpus', 'written', 'held-out', 'written-unseen'] as const;
export type LabelSet = (typeof labelSets)[number];

/** Where the files of a set lie. The real ones are no part of the project. */
export const contentOf = (set: LabelSet, corpus: string): string =>
  set.startsWith('written') ? join(labelsFolder, 'written') : corpus;

const labelsFolder = join(import.meta.dirname, '../../test/check/labels');

export function readLabels(set: LabelSet = 'corpus'): LabelledPair[] {
  const file = join(labelsFolder, `${set}.json`);
  return (JSON.parse(readFileSync(file, 'utf8')) as { pairs: LabelledPair[] }).pairs;
}

/** Checks a labelled pair and compares. `content` is the folder of the real files. */
export function judge(pair: LabelledPair, content: string, now: Date): Judged {
  const read = (file: string) => ({ file, source: readFileSync(join(content, file), 'utf8') });
  const options = { now, rules: labelledFamilies };
  const findings = checkPair({ en: read(pair.en), fr: read(pair.fr) }, options).filter(
    ({ rule }) => !unlabelledRules.has(rule),
  );
  const falseAlarms = findings.filter(
    (finding) =>
      !pair.labels.some(
        (label) => label.families.includes(familyOf(finding)) && touches(finding, label, pair),
      ),
  );
  const missed = pair.labels.filter(
    (label) =>
      !label.optional &&
      !findings.some(
        (finding) => label.families.includes(familyOf(finding)) && touches(finding, label, pair),
      ),
  );
  return { pair, findings, falseAlarms, missed };
}

export function familyOf({ rule }: Finding): string {
  return rule.split('/', 1)[0]!;
}

/** Whether a finding lies on the lines of a label, in either language. */
function touches({ place, counterpart }: Finding, label: Label, files: Localized): boolean {
  return [place, counterpart].some((at) => {
    const lines = at?.file === files.en ? label.en : at?.file === files.fr ? label.fr : null;
    return at && lines && at.start.line <= lines[1] && at.end.line >= lines[0];
  });
}

export type Score = {
  found: number;
  wrong: number;
  /** Those that are no suggestions. */
  warned: number;
  wronglyWarned: number;
  labels: number;
  missed: number;
};

/** Of a family in which nothing was found or labelled. */
export const noScore: Readonly<Score> = {
  found: 0,
  wrong: 0,
  warned: 0,
  wronglyWarned: 0,
  labels: 0,
  missed: 0,
};

/** Precision counts findings, recall labels. */
export function scores(judged: readonly Judged[]): Map<string, Score> {
  const byFamily = new Map<string, Score>();
  const of = (family: string): Score => {
    const known = byFamily.get(family) ?? { ...noScore };
    byFamily.set(family, known);
    return known;
  };
  for (const { pair, findings, falseAlarms, missed } of judged) {
    for (const finding of findings) {
      of(familyOf(finding)).found += 1;
      if (finding.severity !== 'info') of(familyOf(finding)).warned += 1;
    }
    for (const finding of falseAlarms) {
      of(familyOf(finding)).wrong += 1;
      if (finding.severity !== 'info') of(familyOf(finding)).wronglyWarned += 1;
    }
    for (const { families, optional } of pair.labels) if (!optional) of(families[0]!).labels += 1;
    for (const { families } of missed) of(families[0]!).missed += 1;
  }
  return byFamily;
}

export function hasCorpus(content: string): boolean {
  return existsSync(join(content, 'en'));
}
