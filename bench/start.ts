// Time from the command to the first page, and memory at rest, against an empty Node process.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, newDataFolder, removeFolder, startTandem } from '../test/support/server.ts';
import { median, report } from './support/stats.ts';

const rounds = 5;
const dataFolder = await newDataFolder();
const port = await freePort();
await (await startTandem({ dataFolder, port })).stop(); // makes the database once

const starts: number[] = [];
const empty: number[] = [];
let memory = { node: 0, database: 0 };
for (let round = 0; round < rounds; round += 1) {
  const before = performance.now();
  execFileSync(process.execPath, ['-e', '0']);
  empty.push(performance.now() - before);

  const began = performance.now();
  const tandem = await startTandem({ dataFolder, port });
  await (await fetch(`${tandem.origin}/en/jobs/`)).text();
  starts.push(performance.now() - began);
  await sleep(2000);
  memory = {
    node: privateMegabytes(tandem.process.pid ?? 0),
    database: descendants(tandem.process.pid ?? 0).reduce(
      (sum, pid) => sum + privateMegabytes(pid),
      0,
    ),
  };
  await tandem.stop();
}
await removeFolder(dataFolder);

const idle = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
await sleep(1000);
const idleMemory = privateMegabytes(idle.pid ?? 0);
idle.kill();
await once(idle, 'exit');

report('empty Node process: start to end', `${median(empty).toFixed(0)} ms`);
report(
  'Tandem: start to first page',
  `${median(starts).toFixed(0)} ms`,
  median(starts) / median(empty),
);
report('empty Node process: private memory', `${idleMemory.toFixed(0)} MB`);
report('Tandem: private memory', `${memory.node.toFixed(0)} MB`, memory.node / idleMemory);
report(
  'embedded PostgreSQL: private memory',
  `${memory.database.toFixed(0)} MB`,
  memory.database / idleMemory,
);

/** Memory that belongs to a process alone, in MB (Linux: smaps_rollup). */
function privateMegabytes(pid: number): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    const kilobytes = [...rollup.matchAll(/^Private_\w+:\s+(\d+) kB/gm)].map(([, value]) =>
      Number(value),
    );
    return kilobytes.reduce((sum, value) => sum + value, 0) / 1024;
  } catch {
    return 0;
  }
}

/** Processes started by this one, and by those. */
function descendants(pid: number): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((candidate) => {
      try {
        return (
          Number(readFileSync(`/proc/${candidate}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]) ===
          pid
        );
      } catch {
        return false;
      }
    });
  return children.flatMap((child) => [child, ...descendants(child)]);
}
