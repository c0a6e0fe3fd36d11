import { relative, sep } from 'node:path';
import {
  type CheckConfig,
  type FolderIndex,
  type Group,
  type GroupResult,
  type Reporter,
  type Selection,
  type Summary,
  checkGroups,
  filesOf,
  groupsToCheck,
  indexFolder,
} from '#hiring/check';
import type { PayTable } from '#hiring/process-facts';
import { type Target, isWanted } from './targets.ts';
import { type NotWritten, diffOf, writeChanges } from './write-changes.ts';

/** How findings are looked for and what is done about them. */
export type CheckPlan = {
  readonly selection: Selection;
  readonly fix: 'write' | 'preview' | null;
  readonly workerEntry: string;
  readonly now: () => Date;
  readonly payTables: readonly PayTable[];
  readonly reporter: Reporter;
  /** Text on standard output, as it is. */
  readonly write: (text: string) => void;
  readonly onRefused: (refused: NotWritten & { readonly path: string }) => void;
};

export type ConfiguredTarget = Target & { readonly config: CheckConfig };

export type Tally = { -readonly [Name in keyof Summary]: Summary[Name] } & {
  findings: Record<keyof Summary['findings'], number>;
  refused: number;
};

/** What the report tells of a tally. */
export function summaryOf(tally: Tally): Summary {
  const { postings, findings, fixable, fixed, changedFiles } = tally;
  return { postings, findings, fixable, fixed, changedFiles };
}

export function newTally(): Tally {
  const findings = { error: 0, warning: 0, info: 0 };
  return { postings: 0, findings, fixable: 0, fixed: 0, changedFiles: 0, refused: 0 };
}

/** The groups of a target, from an index of its folder. */
export function groupsOf(target: ConfiguredTarget, index: FolderIndex): Group[] {
  const groups = groupsToCheck(index, target.config);
  return groups.filter((group) => isWanted(filesOf(group), target.only));
}

/** Checks a whole target. False where its folder is no content folder any more. */
export async function runCheck(
  target: ConfiguredTarget,
  plan: CheckPlan,
  tally: Tally,
): Promise<boolean> {
  const index = await indexFolder(target.folder);
  if (!index) return false;
  await checkAndReport(target, groupsOf(target, index), plan, tally);
  return true;
}

export async function checkAndReport(
  target: ConfiguredTarget,
  groups: readonly Group[],
  plan: CheckPlan,
  tally: Tally,
): Promise<void> {
  const { selection, workerEntry, payTables } = plan;
  const { config, folder } = target;
  const fix = plan.fix !== null;
  const options = { now: plan.now(), payTables, config, selection, workerEntry, fix };
  for await (const result of checkGroups(groups, options)) {
    await takeChanges(folder, result, plan, tally);
    count(result, tally);
    plan.reporter.group(result, (file) => pathOf(folder, file));
  }
}

async function takeChanges(
  folder: string,
  { changes, fixed }: GroupResult,
  { fix, write, onRefused }: CheckPlan,
  tally: Tally,
): Promise<void> {
  if (changes.length === 0) return;
  if (fix === 'preview') {
    for (const change of changes) write(diffOf(change, pathOf(folder, change.file)));
  }
  const refused = fix === 'write' ? await writeChanges(folder, changes) : [];
  for (const one of refused) onRefused({ ...one, path: pathOf(folder, one.file) });
  tally.refused += refused.length;
  tally.changedFiles += changes.length - refused.length;
  tally.fixed += fixed;
}

function count({ findings, files }: GroupResult, tally: Tally): void {
  if (files.some((file) => file.endsWith('.md'))) tally.postings += 1;
  for (const { severity, fix } of findings) {
    tally.findings[severity] += 1;
    if (fix) tally.fixable += 1;
  }
}

/** As seen from where the command was called. */
function pathOf(folder: string, file: string): string {
  const seen = relative(process.cwd(), folder).split(sep).join('/');
  return seen === '' ? file : `${seen}/${file}`;
}
