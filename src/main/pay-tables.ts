import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type PayTable, readPayTables } from '#hiring/process-facts';
import type { Log } from '#platform/log';
import { projectRoot } from './project-root.ts';

/** The pay tables of `reference/pay/`. A file that is none is left out, and logged. */
export async function loadPayTables(log: Pick<Log, 'warn'>): Promise<PayTable[]> {
  const folder = join(projectRoot, 'reference/pay');
  const names = (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name)).sort();
  const read = await Promise.all(
    names.map(async (name) => {
      const tables = readPayTables(await readFile(join(folder, name), 'utf8'));
      if (!tables) log.warn({ file: `reference/pay/${name}` }, 'pay table left out');
      return tables ?? [];
    }),
  );
  return read.flat();
}
