import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

const root = join(import.meta.dirname, '../..');
const cli = join(root, 'dist/cli.js');

export type Environment = Record<string, string>;

/** A Tandem as people run it: the built program, in a process and a data folder of its own. */
export type RunningTandem = {
  origin: string;
  dataFolder: string;
  process: ChildProcess;
  /** Everything it printed so far. */
  output(): string;
  /** Ends it as a person would, and waits. */
  stop(): Promise<void>;
  /** Ends it as a power cut would, and waits. */
  kill(): Promise<void>;
};

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** A new data folder that the embedded server's account can pass through. */
export async function newDataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tandem-test-'));
  await chmod(folder, 0o711);
  return folder;
}

/** Starts the built program and waits until it answers. Fails with its output where it does not. */
export async function startTandem(options: {
  dataFolder: string;
  port: number;
  env?: Environment;
}): Promise<RunningTandem> {
  const { dataFolder, port } = options;
  const child = spawn(process.execPath, [cli, 'start'], {
    cwd: root,
    env: environment(dataFolder, port, options.env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
  }
  const exited = once(child, 'exit');
  const origin = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + 60_000;
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`Tandem ended while starting:\n${output}`);
    }
    const ready = await fetch(`${origin}/health`).then(
      (answer) => answer.status === 200,
      () => false,
    );
    if (ready) break;
    if (Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`Tandem did not start in a minute:\n${output}`);
    }
    await sleep(50);
  }
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await exited;
  };
  return {
    origin,
    dataFolder,
    process: child,
    output: () => output,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

/** Runs a command of the CLI on a data folder and gives what it printed. */
export async function runCli(
  args: string[],
  options: { dataFolder: string; port?: number; env?: Environment },
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: root,
    env: environment(options.dataFolder, options.port ?? 3000, options.env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  return { code, stdout, stderr };
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

function environment(dataFolder: string, port: number, more: Environment = {}): Environment {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '',
    TZ: 'UTC',
    TANDEM_DATA: dataFolder,
    TANDEM_LANG: 'en',
    TANDEM_LOG: 'warn',
    PORT: String(port),
    ...more,
  };
}
