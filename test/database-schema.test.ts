import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { columnClasses } from '#platform/database';
import { type TestDatabase, createTestDatabase } from './support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Tables that a library keeps for itself in our schema; they hold names of migrations. */
const librariesOwn = new Set(['kysely_migration', 'kysely_migration_lock']);

describe('the database schema', () => {
  it('classifies every column, and none that is not there', async () => {
    const { rows } = await sql<{ table_name: string; column_name: string }>`
      select table_name, column_name from information_schema.columns
      where table_schema = 'public'`.execute(database.db);
    const actual = rows
      .filter(({ table_name }) => !librariesOwn.has(table_name))
      .map(({ table_name, column_name }) => `${table_name}.${column_name}`)
      .sort();
    const classified = Object.entries(columnClasses)
      .flatMap(([table, columns]) => Object.keys(columns).map((column) => `${table}.${column}`))
      .sort();
    expect(classified).toEqual(actual);
  });

  it('keeps instants with their time zone, everywhere', async () => {
    const { rows } = await sql<{ name: string }>`
      select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'public' and data_type in ('timestamp without time zone', 'time without time zone')`.execute(
      database.db,
    );
    expect(rows).toEqual([]);
  });

  it.each([
    'update application_events set kind = $$x$$',
    'delete from application_events',
    'truncate application_events',
  ])('refuses to rewrite history: %s', async (statement) => {
    await sql`
        insert into application_events (application_id, kind, actor_kind, detail, happened_at)
        values (gen_random_uuid(), 'submitted', 'candidate', '{}', now())`.execute(database.db);
    await expect(sql.raw(statement).execute(database.db)).rejects.toThrow('append-only');
  });
});
