import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type BuildOptions, type BuildOutcome, buildSite } from '#hiring/static-site';
import type { Log } from '#platform/log';
import { loadPayTables } from './pay-tables.ts';
import { programId } from './program-id.ts';
import { projectRoot } from './project-root.ts';

export { problemWords } from '#hiring/static-site';

/** Threads beyond this wait for the disk rather than work. */
const maxThreads = 8;

type Given = Omit<
  BuildOptions,
  'payTables' | 'programId' | 'publicFolder' | 'workerEntry' | 'threads'
>;

/** Builds the careers site of a content folder as files, with the built program; see {@link buildSite}. */
export async function buildStaticSite(
  given: Given,
  id: string,
  log: Pick<Log, 'warn'>,
): Promise<BuildOutcome> {
  const options: BuildOptions = {
    ...given,
    payTables: await loadPayTables(log),
    programId: programId(),
    publicFolder: join(projectRoot, 'dist/public'),
    workerEntry: join(projectRoot, 'dist/static-worker.js'),
    threads: Math.min(availableParallelism(), maxThreads),
  };
  return buildSite(options, id);
}
