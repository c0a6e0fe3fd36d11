import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project-root.ts';

/** A hash of the built program and of the versions it works with: what its pages depend on. */
export function programId(): string {
  const dist = join(projectRoot, 'dist');
  const scripts = readdirSync(dist)
    .filter((name) => name.endsWith('.js'))
    .sort();
  const hash = createHash('sha256');
  for (const name of scripts) hash.update(readFileSync(join(dist, name)));
  hash.update(readFileSync(join(projectRoot, 'package-lock.json')));
  return hash.digest('base64url');
}
