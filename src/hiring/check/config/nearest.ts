import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

export const configNames = ['tandem-check.yml', 'tandem-check.yaml'] as const;

/** The nearest configuration at a folder or above it, not beyond the root of its repository. */
export async function nearestConfig(contentFolder: string): Promise<string | null> {
  let folder = resolve(contentFolder);
  for (;;) {
    for (const name of configNames) if (await exists(join(folder, name))) return join(folder, name);
    const parent = dirname(folder);
    if (parent === folder || (await exists(join(folder, '.git')))) return null;
    folder = parent;
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}
