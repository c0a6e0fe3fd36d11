import { join } from 'node:path';
import { type LoadedSchedule, loadSchedule } from '#hiring/privacy';
import { projectRoot } from './project-root.ts';

/** The schedule of retention, `reference/retention/schedule.yml`. Throws where it is wrong. */
export function loadRetentionSchedule(): Promise<LoadedSchedule> {
  return loadSchedule(join(projectRoot, 'reference/retention/schedule.yml'));
}
