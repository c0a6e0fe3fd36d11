import { sql } from 'kysely';
import type { Db } from '#platform/database';

/** What the database tells of itself and of the mail that waits in it. */
export type DatabaseHealth = {
  /** "17.10" */
  version: string;
  sizeBytes: number;
  /** E-mails not sent yet: waiting, and tried without success at least once. */
  unsent: number;
  failing: number;
  /** Files of applications that no scanner has looked at. */
  notScanned: number;
};

export async function readDatabaseHealth(db: Db): Promise<DatabaseHealth> {
  const { rows } = await sql<DatabaseHealth>`
    select
      split_part(current_setting('server_version'), ' ', 1) as version,
      pg_database_size(current_database())::float8 as "sizeBytes",
      (select count(*)::int from emails where sent_at is null) as unsent,
      (select count(*)::int from emails where sent_at is null and last_failure is not null) as failing,
      (select count(*)::int from stored_files where scan_status = 'not-scanned') as "notScanned"
  `.execute(db);
  const [health] = rows;
  if (!health) throw new Error('PostgreSQL answered nothing');
  return health;
}
