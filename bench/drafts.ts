// What saving one step of an application costs as drafts grow to 100,000: the program's own save,
// against a bare UPDATE of one row by its key with the same bytes, in the same run.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Pool } from 'pg';
import { connectDatabase, migrate } from '#platform/database';
import { saveStep } from '../src/hiring/applications/drafts/save-step.ts';
import { startThrowawayPostgres } from '#platform/embedded-postgres';
import { median, percentile, report } from './support/stats.ts';

const sizes = [1000, 10_000, 100_000];
const saves = 300;
const silent = { info() {}, warn() {}, error() {} };
const words = 'parce que j’ai fait ce travail avec des gens qui en avaient besoin '.repeat(22);

const started = await startThrowawayPostgres({ fsync: true });
if (!started.ok) throw new Error(JSON.stringify(started.error));
const { server } = started;
const { db } = connectDatabase(server.connection, { log: silent });
const pool = new Pool({ ...server.connection, max: 4 });
await migrate(db, join(import.meta.dirname, '../migrations'));
const postingId = randomUUID();
await pool.query(`insert into postings values ($1, 'bench', now())`, [postingId]);
await pool.query('create table bare (key uuid primary key, answers jsonb not null)');

let made = 0;
for (const size of sizes) {
  const steps = JSON.stringify({
    contact: { revision: 1, savedAt: '', page: '', fields: { name: 'Zoë', email: 'z@a.example' } },
    statement: { revision: 2, savedAt: '', page: '', fields: { statement: words } },
  });
  await pool.query(
    `insert into application_drafts (key, posting_id, lang, answers, revision, opened_at, saved_at, email)
     select gen_random_uuid(), $1, 'en', $2, 2, now(), now(), 'sample-' || n || '@sample.example'
     from generate_series($3::int, $4::int) n`,
    [postingId, steps, made + 1, size],
  );
  await pool.query(
    'insert into bare select gen_random_uuid(), $1 from generate_series($2::int, $3::int)',
    [steps, made + 1, size],
  );
  made = size;
  await pool.query('analyze');
  const keys = async (table: string): Promise<string[]> => {
    const { rows } = await pool.query<{ key: string }>(
      `select key from ${table} order by random() limit ${saves}`,
    );
    return rows.map(({ key }) => key);
  };
  const ours: number[] = [];
  for (const [turn, key] of (await keys('application_drafts')).entries()) {
    const began = performance.now();
    await saveStep(db, {
      key,
      step: 'documents',
      base: 2,
      page: 'bench',
      fields: { statement: `${words}${turn}` },
      email: null,
      now: new Date(),
      onAddress: () => Promise.resolve(),
    });
    ours.push(performance.now() - began);
  }
  const bare: number[] = [];
  for (const key of await keys('bare')) {
    const began = performance.now();
    await pool.query('update bare set answers = $2 where key = $1', [key, steps]);
    bare.push(performance.now() - began);
  }
  report(
    `${size} drafts: a save, median`,
    `${median(ours).toFixed(2)} ms`,
    median(ours) / median(bare),
  );
  report(`${size} drafts: 99th percentile`, `${percentile(ours, 0.99).toFixed(2)} ms`);
}
const { rows } = await pool.query<{ bytes: string }>(
  `select pg_total_relation_size('application_drafts') / ${made} as bytes`,
);
report('on disk for each draft', `${rows[0]?.bytes ?? '?'} bytes`);
await pool.end();
await db.destroy();
await server.stop();
