import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration';

/** Reads `migrations/NNNN-name.sql`, in order of name. */
function sqlFiles(folder: string): MigrationProvider {
  return {
    async getMigrations() {
      const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
      const entries = names.map(async (name): Promise<[string, Migration]> => {
        const text = await readFile(join(folder, name), 'utf8');
        const up = async (db: Parameters<Migration['up']>[0]): Promise<void> => {
          // An index on a large table takes as long as it takes.
          await sql`set local statement_timeout = 0`.execute(db);
          await sql.raw(text).execute(db);
        };
        return [name.replace(/\.sql$/, ''), { up }];
      });
      return Object.fromEntries(await Promise.all(entries));
    },
  };
}

/**
 * Brings the database up to date, forward only, all in one transaction and under a lock, so that
 * two processes starting together apply each migration once. Returns the names applied.
 * With a `schema`, what was applied is noted there; it is made where it is missing.
 * Throws where a migration fails; nothing of it is then kept.
 */
export async function migrate<Tables>(
  db: Kysely<Tables>,
  folder: string,
  { schema }: { schema?: string } = {},
): Promise<string[]> {
  const migrator = new Migrator({
    db,
    provider: sqlFiles(folder),
    ...(schema && { migrationTableSchema: schema }),
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return (results ?? []).map((result) => result.migrationName);
}
