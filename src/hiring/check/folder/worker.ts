// A thread that checks groups of files: see `pool.ts`.
import { parentPort, workerData } from 'node:worker_threads';
import type { World } from '../model.ts';
import type { CheckConfig } from '../config/model.ts';
import { type Selection, createSettings } from '../config/settings.ts';
import { type GroupResult, checkGroup } from './check-group.ts';
import type { Group } from './groups.ts';

export type WorkerSetup = {
  readonly config: CheckConfig;
  readonly selection: Selection;
  readonly world: World;
  readonly fix: boolean;
};

export type Batch = { readonly number: number; readonly groups: readonly Group[] };
export type BatchResult = { readonly number: number; readonly results: readonly GroupResult[] };

const { config, selection, world, fix } = workerData as WorkerSetup;
const settings = createSettings(config, selection);
const port = parentPort!;

port.on('message', ({ number, groups }: Batch) => {
  const results = groups.map((group) => checkGroup(group, settings, { world, fix }));
  port.postMessage({ number, results } satisfies BatchResult);
});
