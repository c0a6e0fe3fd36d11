import { spawn } from 'node:child_process';
import { chmod, mkdtemp, realpath } from 'node:fs/promises';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRoot, programEnvironment } from './system.ts';
import { startWithProfile } from './supervisor.ts';
import type { Embedded, EmbeddedLog, Outcome } from './types.ts';

export type Throwaway = Embedded & {
  /** Its data folder, gone after stop(). */
  dataFolder: string;
};

const SILENT: EmbeddedLog = { info() {}, warn() {}, error() {} };

/**
 * Starts a server on a new temporary folder, for tests; several at once are fine. Everything is
 * removed by `stop()`, and also when this process ends without it, even by kill -9.
 *
 * @param options.fsync false: about twice as fast, and a crash of the machine may ruin the data.
 *   True: as durable as real data, to test just that.
 */
export async function startThrowawayPostgres(options: {
  fsync: boolean;
  log?: EmbeddedLog;
}): Promise<Outcome<{ server: Throwaway }>> {
  const dataFolder = await realpath(await mkdtemp(join(tmpdir(), 'tandem-throwaway-')));
  // So that the account root lends the server can pass through to what is its own.
  if (isRoot()) await chmod(dataFolder, 0o711);
  const cleaner = spawnCleaner(dataFolder);
  const outcome = await startWithProfile({
    dataFolder,
    purpose: 'serve',
    holder: `throwaway of pid ${process.pid}`,
    log: options.log ?? SILENT,
    profile: options.fsync ? 'throwaway-durable' : 'throwaway',
  });
  if (!outcome.ok) {
    await cleaner.finish();
    return outcome;
  }
  const { server } = outcome;
  const stop = async () => {
    await server.stop();
    await cleaner.finish();
  };
  let stopped: Promise<void> | undefined;
  return { ok: true, server: { ...server, dataFolder, stop: () => (stopped ??= stop()) } };
}

/**
 * A shell that waits for the end of its input, which comes when this process is gone, whatever ended
 * it; then it ends the server that still runs and removes the folder. "$1" is the folder.
 * `postgres` in it may be a link to where the database really is.
 */
const CLEAN = `
cat >/dev/null
home=$(cd -P -- "$1/postgres" 2>/dev/null && pwd -P)
if test -n "$home"; then
  pid=$(head -n 1 "$home/data/postmaster.pid" 2>/dev/null)
  if test -n "$pid"; then
    kill -QUIT "$pid" 2>/dev/null
    for turn in 1 2 3 4 5 6 7 8 9 10; do kill -0 "$pid" 2>/dev/null && sleep 0.2; done
  fi
  rm -rf -- "$home"
fi
rm -rf -- "$1"
`;

function spawnCleaner(dataFolder: string): { finish(): Promise<void> } {
  // A session of its own: Ctrl-C must not end it before it has cleaned.
  const child = spawn('/bin/sh', ['-c', CLEAN, 'sh', dataFolder], {
    cwd: '/',
    detached: true,
    env: programEnvironment,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const closed = new Promise<void>((resolve) => {
    child.on('close', () => resolve());
  });
  child.unref();
  if (child.stdin instanceof Socket) child.stdin.unref();
  return {
    async finish() {
      child.ref();
      child.stdin.end();
      await closed;
    },
  };
}
