import { mkdir, open } from 'node:fs/promises';
import { dirname, sep } from 'node:path';

/** Makes what a folder lists survive a power cut: the names in it, not the files' content. */
export async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a folder; there, renames are made durable by the file system itself.
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/**
 * Makes folders below `root`, and that itself, readable by this user only. What it answers is to
 * be called before relying on them: it makes them survive a power cut. Another process or request
 * may have made one a moment ago and not synced it yet, so those that were there already are
 * synced once as well.
 */
export function createFolderMaker(root: string): (path: string) => Promise<() => Promise<void>> {
  const durable = new Set<string>();
  return async (path) => {
    const firstMade = await mkdir(path, { recursive: true, mode: 0o700 });
    const isNew = (folder: string) => firstMade !== undefined && isWithin(firstMade, folder);
    const isBelowRoot = (folder: string) => folder !== root && isWithin(root, folder);
    const pending: string[] = [];
    for (let folder = path; isNew(folder) || isBelowRoot(folder); folder = dirname(folder)) {
      if (isNew(folder) || !durable.has(folder)) pending.push(folder);
    }
    return async () => {
      // A folder lasts once its parent's list of names does.
      await Promise.all(pending.map((folder) => syncFolder(dirname(folder))));
      for (const folder of pending) durable.add(folder);
    };
  };
}

function isWithin(outer: string, path: string): boolean {
  return path === outer || path.startsWith(outer + sep);
}
