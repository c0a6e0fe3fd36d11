import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a program took, with all processes that it waited for. */
export type Cost = {
  /** Seconds by the clock on the wall. */
  wall: number;
  /** Seconds of all processors, in the program and in the system for it. */
  cpu: number;
  /** Largest resident memory of its largest process, all threads included, in MB. */
  memory: number;
};

/** Runs a program to its end under `time` of GNU. Throws with its output where it fails. */
export function measure(command: string, args: readonly string[], cwd: string, env = {}): Cost {
  const file = join(tmpdir(), `tandem-time-${process.pid}`);
  const { status, stderr, stdout } = spawnSync(
    '/usr/bin/time',
    ['-q', '-f', '%e %U %S %M', '-o', file, command, ...args],
    { cwd, encoding: 'utf8', env: { ...process.env, ...env }, maxBuffer: 1e9 },
  );
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}\n${stdout}${stderr}`);
  const [wall = 0, user = 0, system = 0, kilobytes = 0] = readFileSync(file, 'utf8')
    .trim()
    .split(' ')
    .map(Number);
  rmSync(file);
  return { wall, cpu: user + system, memory: kilobytes / 1000 };
}
