import type { ApplicationsDeps } from '../deps.ts';

/** What the background work of applying needs. */
export type ApplicationTasksDeps = Pick<
  ApplicationsDeps,
  'db' | 'mail' | 'files' | 'scanner' | 'clock' | 'log' | 'origins' | 'postings'
> & {
  /** Hours before closing at which drafts that were not sent are written about; 0 for never. */
  reminderHours: number;
};
