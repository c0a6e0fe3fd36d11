// The desk's table of applications with 100,000 of them in one posting.
//
//   node bench/desk-table.ts            on a PostgreSQL made for the run
//   DATABASE_URL=... node bench/desk-table.ts    on an empty database of yours
//
// Every line is the median of some runs, as a multiple of a round trip (`select 1`) on the same
// connection in the same run, so that numbers of two machines can be compared. The last lines do
// the same pages with OFFSET, which walks over every row before the page.
import { join } from 'node:path';
import { sql } from 'kysely';
import { connectDatabase, migrate, type ConnectionSettings, type Db } from '#platform/database';
import { startThrowawayPostgres } from '#platform/embedded-postgres';
import { createCursors } from '../src/hiring/desk/listing/cursors.ts';
import type { Position } from '../src/hiring/desk/listing/request.ts';
import { pageSize, type ListRequest } from '../src/hiring/desk/model.ts';
import { listApplications } from '../src/hiring/desk/queries/list-applications.ts';

const applications = 100_000;
const runs = 9;
const posting = '00000000-0000-4000-8000-000000000001';
const silent = { info() {}, warn() {}, error() {} };

const { settings, stop } = await database();
const { db } = connectDatabase(settings, { log: silent, maxConnections: 1 });
try {
  await migrate(db, join(import.meta.dirname, '../migrations'));
  await seed(db);
  await measure(db);
} finally {
  await db.destroy();
  await stop();
}

async function database(): Promise<{ settings: ConnectionSettings; stop(): Promise<void> }> {
  const connectionString = process.env['DATABASE_URL'];
  if (connectionString) return { settings: { connectionString }, stop: async () => {} };
  const started = await startThrowawayPostgres({ fsync: false });
  if (!started.ok) throw new Error(`No PostgreSQL: ${JSON.stringify(started.error)}`);
  return { settings: started.server.connection, stop: started.server.stop };
}

/** Names and times that repeat, so that every order has ties to break. */
async function seed(db: Db): Promise<void> {
  await sql`insert into postings values (${posting}, 'bench', now())`.execute(db);
  await sql`
    insert into posting_versions values (repeat('a', 64), ${posting}, 'en', 'fr', null, now())
  `.execute(db);
  await sql`
    insert into stored_files values (repeat('b', 64), 200000, 'pdf', 'not-scanned', null, now())
  `.execute(db);
  await sql`
    insert into applications (id, reference, posting_id, posting_version, submission_key, page_lang,
      correspondence_lang, statement, work_samples, heard_from, resume_sha256, questions,
      privacy_notice, within_grace, status, submitted_at)
    select md5('a' || n)::uuid, 'T-' || upper(substr(md5('r' || n), 1, 10)), ${posting}, repeat('a', 64),
      md5('k' || n)::uuid, 'en', case when n % 3 = 0 then 'fr' else 'en' end,
      repeat('What I did, and what came of it. ', 40), '{}', 'this-site', repeat('b', 64), '[]',
      'bench', false,
      case when n % 10 < 7 then 'received' when n % 10 < 9 then 'screened-out' else 'screened-in' end,
      timestamptz '2026-01-01' + (n % 20000) * interval '1 minute'
    from generate_series(1, ${applications}::int) n
  `.execute(db);
  await sql`
    insert into applicant_identities
    select id, 'Name ' || n, 'name ' || substr(md5('n' || n % 5000), 1, 8), 'p' || n % 99000 || '@example.ca',
      null, 'resume.pdf', 'name ' || substr(md5('n' || n % 5000), 1, 8) || ' p' || n || '@example.ca ' || lower(reference)
    from (select id, reference, row_number() over (order by id) as n from applications) a
  `.execute(db);
  await sql`vacuum analyze`.execute(db);
}

async function measure(db: Db): Promise<void> {
  const cursors = createCursors('bench '.repeat(8));
  const everything = (): boolean => true;
  const nobody = (): boolean => false;
  const byTime: ListRequest = {
    search: '',
    searchIn: 'sender',
    status: null,
    correspondence: null,
    sort: 'submitted',
    direction: 'descending',
  };
  const byName: ListRequest = { ...byTime, sort: 'name', direction: 'ascending' };
  const read = (request: ListRequest, position: Position = null, can = everything) =>
    listApplications({ db, cursors }, can, posting, request, position);
  const page500 = async (request: ListRequest): Promise<Position> => {
    let position: Position = null;
    for (let page = 1; page < 500; page += 1)
      position = (await read(request, position))?.next ?? null;
    return position;
  };
  const [time500, name500] = [await page500(byTime), await page500(byName)];
  const offset = (
    order: 'a.submitted_at desc, a.id desc' | 'i.name_sort collate "C", a.id',
    at: number,
  ) =>
    sql`
      select a.id, a.reference, a.status, a.submitted_at, i.full_name, i.email, counted.*
      from applications a join applicant_identities i on i.application_id = a.id,
        (select count(*) filter (where status = 'received') as received, count(*) as total
          from applications where posting_id = ${posting}) counted
      where a.posting_id = ${posting}
      order by ${sql.raw(order)} limit ${pageSize} offset ${at}
    `.execute(db);

  const roundTrip = await median(() => sql`select 1`.execute(db));
  const lines: [string, () => Promise<unknown>][] = [
    ['first page, newest first', () => read(byTime)],
    ['page 500, by keyset', () => read(byTime, time500)],
    ['first page, without identities', () => read(byTime, null, nobody)],
    ['first page by name', () => read(byName)],
    ['page 500 by name, by keyset', () => read(byName, name500)],
    ['first page by status', () => read({ ...byTime, sort: 'status', direction: 'ascending' })],
    ['first page by reference', () => read({ ...byTime, sort: 'reference' })],
    ['filter by status', () => read({ ...byTime, status: 'screened-in' })],
    [
      'filter by status and language',
      () => read({ ...byTime, status: 'screened-in', correspondence: 'fr' }),
    ],
    ['search, one found', () => read({ ...byTime, search: 'p77777@example.ca' })],
    ['search, some found', () => read({ ...byTime, search: 'name a1' })],
    ['search, all found', () => read({ ...byTime, search: 'example' })],
    [
      'search by reference, without identities',
      () => read({ ...byTime, search: 'T-7A' }, null, nobody),
    ],
    ['OFFSET, first page', () => offset('a.submitted_at desc, a.id desc', 0)],
    ['OFFSET, page 500', () => offset('a.submitted_at desc, a.id desc', 499 * pageSize)],
    ['OFFSET, page 500 by name', () => offset('i.name_sort collate "C", a.id', 499 * pageSize)],
  ];
  process.stdout.write(
    `${applications} applications in one posting; medians of ${runs} runs, × one round trip (${roundTrip.toFixed(2)} ms here)\n`,
  );
  for (const [label, run] of lines) {
    const spent = await median(run);
    process.stdout.write(
      `${label.padEnd(42)} ${(spent / roundTrip).toFixed(0).padStart(6)} ×  (${spent.toFixed(1)} ms here)\n`,
    );
  }
}

/** Milliseconds. */
async function median(run: () => Promise<unknown>): Promise<number> {
  const spent: number[] = [];
  await run();
  for (let turn = 0; turn < runs; turn += 1) {
    const start = performance.now();
    await run();
    spent.push(performance.now() - start);
  }
  return spent.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? NaN;
}
