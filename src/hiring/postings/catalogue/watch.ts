import { stat } from 'node:fs/promises';
import { type FSWatcher, watch } from 'chokidar';
import type { Log } from '#platform/log';

export type Watcher = {
  /** Resolves when changes from then on are noticed. */
  ready: Promise<void>;
  close(): Promise<void>;
};

/** Milliseconds of quiet after a change: an editor or a `git pull` writes several files. */
const quiet = 150;

/** Milliseconds after which a change is acted on although more keep coming. */
const patience = 1000;

/** Milliseconds between looks at whether the folder is still the same one. */
const identityEvery = 1000;

/** Milliseconds between calls without any notice: some network and shared folders never give any. */
const sweepEvery = 60_000;

/**
 * Calls `onChange` some moments after anything under the folder changed. The folder may vanish, come
 * back, or be another one of the same name (a mount, a renamed release): it is then watched anew.
 */
export function watchFolder(
  folder: string,
  { onChange, log }: { onChange(): void; log: Log },
): Watcher {
  let inner: FSWatcher | null = null;
  let closed = false;
  let quietTimer: NodeJS.Timeout | undefined;
  let firstNotice: number | null = null;

  const notice = (): void => {
    if (closed) return;
    firstNotice ??= performance.now();
    const left = patience - (performance.now() - firstNotice);
    clearTimeout(quietTimer);
    quietTimer = setTimeout(
      () => {
        firstNotice = null;
        onChange();
      },
      Math.max(0, Math.min(quiet, left)),
    );
  };

  const open = (): Promise<void> => {
    const watcher = watch(folder, {
      ignoreInitial: true,
      ignored: (path) => isHidden(folder, path),
    });
    inner = watcher;
    watcher.on('all', notice);
    watcher.on('error', (error) => {
      const reason = error instanceof Error ? error.message : String(error);
      log.warn({ reason }, 'content folder cannot be watched closely; it is read every minute');
    });
    return new Promise((resolve) => {
      watcher.once('ready', () => resolve());
      watcher.once('error', () => resolve());
    });
  };

  let identity: string | null = null;
  const ready = (async () => {
    identity = await identityOf(folder);
    await open();
  })();

  let looking = false;
  const look = async (): Promise<void> => {
    const now = await identityOf(folder);
    if (closed || now === identity) return;
    identity = now;
    await inner?.close();
    if (closed) return;
    await open();
    notice();
  };
  const identityTimer = setInterval(() => {
    if (looking) return;
    looking = true;
    void ready.then(look).finally(() => {
      looking = false;
    });
  }, identityEvery);
  const sweepTimer = setInterval(notice, sweepEvery);
  identityTimer.unref();
  sweepTimer.unref();

  return {
    ready,
    async close() {
      closed = true;
      clearTimeout(quietTimer);
      clearInterval(identityTimer);
      clearInterval(sweepTimer);
      await ready;
      await inner?.close();
    },
  };
}

async function identityOf(folder: string): Promise<string | null> {
  try {
    const { dev, ino } = await stat(folder);
    return `${dev}:${ino}`;
  } catch {
    return null;
  }
}

/** `.git` changes all the time and is never content. */
function isHidden(folder: string, path: string): boolean {
  return /(^|[\\/])\./.test(path.slice(folder.length));
}
