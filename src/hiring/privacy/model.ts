import type { Localized } from '#platform/i18n';

/** What a row of an export can hold: JSON, instants as ISO 8601 in UTC. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/** What one feature holds about a candidate, for their export. */
export type PersonalData = {
  /** Stable name of this kind of data, e.g. "job-alerts": the file's name, and what `schedule.yml` says. */
  kind: string;
  title: Localized;
  /**
   * One object for each thing held. The names are those of the columns, so that the test which
   * looks for every personal column finds them; parts may be nested.
   */
  rows: readonly { readonly [key: string]: Json }[];
  /** What to call the names of `rows` on the readable page; a name without words stands as it is. */
  labels?: Readonly<Record<string, Localized>>;
  /** Files of the store that belong to it, under the names that the candidate gave them. */
  files?: readonly { sha256: string; name: string }[];
};
