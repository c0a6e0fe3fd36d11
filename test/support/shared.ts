import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * Real posting files, kept beside the repository: `TANDEM_TEST_SHARED` says where. They are read
 * from there and are no part of the project.
 */
const folder = process.env['TANDEM_TEST_SHARED'] ?? resolve(import.meta.dirname, '../../../shared');

/** A path in the folder of real files, and what a test says of itself where it is absent. */
export function sharedPath(path: string): { path: string; present: boolean; when: string } {
  const full = join(folder, path);
  const present = existsSync(full);
  return { path: full, present, when: present ? '' : ` (skipped: no folder ${full})` };
}
