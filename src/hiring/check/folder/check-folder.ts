import { availableParallelism } from 'node:os';
import type { PayTable } from '#hiring/process-facts';
import { matchesAny, createSettings, everything, type Selection } from '../config/settings.ts';
import { type CheckConfig, defaultConfig } from '../config/model.ts';
import { type GroupResult, checkGroup } from './check-group.ts';
import { type FolderIndex, indexFolder } from './folder-index.ts';
import { type Group, groupFiles } from './groups.ts';
import { checkInWorkers } from './pool.ts';

export type FolderOptions = {
  readonly now: Date;
  /** See `World`. */
  readonly payTables?: readonly PayTable[];
  readonly config?: CheckConfig;
  readonly selection?: Selection;
  /** Mend in memory what can be mended safely: the caller writes the changes. */
  readonly fix?: boolean;
  /** `worker.ts`, or its bundle; without it, or for a few pairs, this thread does the work. */
  readonly workerEntry?: string | null;
};

/** Pairs below which starting threads would take longer than it saves. */
const worthThreads = 60;

/** More would only wait for the disk, or for whoever reads the findings. */
const maxWorkers = 8;

/** Checks every posting of a content folder, pair by pair. `null` where it is no content folder. */
export async function checkFolder(
  folder: string,
  options: FolderOptions,
): Promise<AsyncGenerator<GroupResult> | null> {
  const index = await indexFolder(folder);
  return index && checkGroups(groupsToCheck(index, options.config ?? defaultConfig), options);
}

/** The groups of a folder that the configuration does not ignore. */
export function groupsToCheck(index: FolderIndex, { ignore, prefix }: CheckConfig): Group[] {
  const groups = groupFiles(index);
  if (ignore.length === 0) return groups;
  return groups.filter((group) => !filesOf(group).some((file) => matchesAny(ignore, file, prefix)));
}

export function filesOf(group: Group): string[] {
  return [...group.en, ...group.fr, ...group.process, ...group.site].map(({ file }) => file);
}

export async function* checkGroups(
  groups: readonly Group[],
  options: FolderOptions,
): AsyncGenerator<GroupResult> {
  const { config = defaultConfig, selection = everything, fix = false } = options;
  const world = { now: options.now, payTables: options.payTables ?? [] };
  const entry = options.workerEntry ?? null;
  if (entry !== null && groups.length >= worthThreads) {
    const count = Math.min(availableParallelism(), maxWorkers);
    yield* checkInWorkers(groups, { config, selection, world, fix }, { entry, count });
    return;
  }
  const settings = createSettings(config, selection);
  for (const group of groups) yield checkGroup(group, settings, { world, fix });
}
