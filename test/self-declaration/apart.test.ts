import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { equityColumnClasses } from '#platform/database';
import { type Desk, startDesk } from './harness.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.close());

describe('the hiring side’s own connection', () => {
  it.each([
    'select * from equity.shelves',
    'select count(*) from equity.shelves',
    "update equity.shelves set sealed = ''",
    'delete from equity.shelves',
    'truncate equity.shelves',
    'copy equity.shelves to stdout',
    'create view stolen as select * from equity.shelves',
    'create table equity.more (x int)',
    'drop table equity.shelves',
    'drop schema equity cascade',
    'alter schema equity owner to current_user',
    'grant usage on schema equity to current_user',
    'set role tandem_equity',
    'set session authorization tandem_equity',
    'grant tandem_equity to current_user',
    'alter role tandem_equity nologin',
    'reassign owned by tandem_equity to current_user',
    'drop owned by tandem_equity cascade',
  ])('is refused: %s', async (statement) => {
    await expect(sql.raw(statement).execute(desk.database.db)).rejects.toMatchObject({
      // insufficient_privilege, also where it looks like an absence
      code: '42501',
    });
    const there = await desk.equityDb
      .withSchema('equity')
      .selectFrom('shelves')
      .selectAll()
      .execute();
    expect(there).toHaveLength(16);
  });

  it('does not get at them through a copy of the whole database', async () => {
    const { host, port, user, database } = desk.database.settings as Record<string, string>;
    const copy = `${database}_copy`;
    const apart = await startDesk();
    await apart.equityDb.destroy();
    const client = new Client({ host, port: Number(port), user, database: 'postgres' });
    await client.connect();
    const { database: source } = apart.database.settings as { database: string };
    try {
      await apart.database.db.destroy();
      await client.query(`create database ${copy} template ${source}`);
      const reader = new Client({ host, port: Number(port), user, database: copy });
      await reader.connect();
      await expect(reader.query('select * from equity.shelves')).rejects.toThrow(
        'permission denied',
      );
      await reader.end();
    } finally {
      await client.query(`drop database if exists ${copy} with (force)`);
      await client.query(`drop database ${source} with (force)`);
      await client.end();
      apart.declarations.stop();
    }
  });
});

describe('the connection of self-declaration', () => {
  it.each(['applications', 'applicant_identities', 'emails', 'postings', 'staff'])(
    'reads no %s',
    async (table) => {
      await expect(sql.raw(`select * from public.${table}`).execute(desk.equityDb)).rejects.toThrow(
        'permission denied',
      );
    },
  );

  it('has the columns that are classified, none of them finer than a day', async () => {
    const { rows } = await sql<{ column: string; type: string }>`
      select table_name || '.' || column_name as column, data_type as type
      from information_schema.columns
      where table_schema = 'equity' and table_name not like 'kysely%'`.execute(desk.equityDb);
    const classified = Object.entries(equityColumnClasses).flatMap(([table, columns]) =>
      Object.keys(columns).map((column) => `${table}.${column}`),
    );
    expect(rows.map(({ column }) => column).sort()).toEqual(classified.sort());
    expect(rows.filter(({ type }) => /time|date|serial/.test(type))).toEqual([]);
    const { rows: sequences } = await sql`
      select from information_schema.sequences where sequence_schema = 'equity'`.execute(
      desk.equityDb,
    );
    expect(sequences).toEqual([]);
  });
});

describe('the code', () => {
  const src = join(import.meta.dirname, '../../src');
  const sources = async () => {
    const names = await readdir(src, { recursive: true });
    return Promise.all(
      names
        .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
        .map(async (name) => ({ name, text: await readFile(join(src, name), 'utf8') })),
    );
  };
  const feature = `hiring/self-declaration/`;

  it('lets nobody import self-declaration but the assembly', async () => {
    const importers = (await sources())
      .filter(({ text }) => text.includes('#hiring/self-declaration'))
      .map(({ name }) => name);
    expect(importers.length).toBeGreaterThan(0);
    expect(importers.filter((name) => !name.startsWith('main/'))).toEqual([]);
  });

  it('gives no other feature the equity key or the equity connection', async () => {
    const found = (await sources())
      .filter(({ text }) => /equityKey|equityDb\b|EquityDatabase|equityDatabaseUrl/.test(text))
      .map(({ name }) => name)
      .filter(
        (name) => !name.startsWith(feature) && !/^(main|config|platform\/database)\//.test(name),
      );
    expect(found).toEqual([]);
  });

  it('has self-declaration import no feature that could tell it more than it is told', async () => {
    const imports = (await sources())
      .filter(({ name }) => name.startsWith(feature))
      .flatMap(({ text }) =>
        [...text.matchAll(/from '(#hiring\/[^']+)'/g)].map(([, path]) => path),
      );
    expect(new Set(imports)).toEqual(new Set());
  });
});
