import { createHash, createHmac, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Desk, equityKey, fieldOf, newBrowser, startDesk } from './harness.ts';
import { type MadeApplication, makeApplication } from './make-application.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await startDesk();
});
afterEach(() => desk.close());

const page = '/en/my/self-declaration';

type Told = MadeApplication & { groups: string[] };

/** Declares as a browser does that comes from the receipt. */
async function declare(told: Told, postingId: string): Promise<void> {
  const browser = newBrowser(desk.app);
  const { applicationId } = told;
  await browser.post(`${page}/open`, [['offer', desk.offer('en', { applicationId, postingId })]]);
  const token = fieldOf(await (await browser.get(page)).text(), 'token');
  const sent = await browser.post(page, [
    ['token', token],
    ...told.groups.map((id): [string, string] => ['groups', id]),
    ['use', 'statistics'],
  ]);
  expect(sent.status).toBe(303);
}

/** Everything in every table of the database, with what PostgreSQL keeps about each row, as text. */
async function dump(): Promise<Map<string, string>> {
  const { host, port, database } = desk.database.settings as Record<string, string>;
  const client = new Client({ host, port: Number(port), user: 'tandem_supervisor', database });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname !~ '^pg_' and schemaname <> 'information_schema'`,
    );
    const texts = new Map<string, string>();
    for (const { name } of tables) {
      const { rows } = await client.query<{ line: string }>(
        `select concat_ws(' ', ctid, xmin, xmax, t.*::text) as line from ${name} as t`,
      );
      texts.set(name, rows.map(({ line }) => line).join('\n'));
    }
    return texts;
  } finally {
    await client.end();
  }
}

const withoutHyphens = (id: string): string => id.replaceAll('-', '');

/** The ways in which a program might write an identifier down, as far as chance cannot. */
const spellings = (text: string): string[] =>
  [
    text,
    withoutHyphens(text),
    Buffer.from(text).toString('hex'),
    Buffer.from(text).toString('base64url').slice(0, -2),
    Buffer.from(withoutHyphens(text), 'hex').toString('base64url').slice(0, 16),
  ].filter(({ length }) => length >= 8);

it('shows nothing in a dump that ties a declaration to an application, a candidate or an address', async () => {
  const postingId = randomUUID();
  const people: Told[] = [];
  for (const groups of [['women'], ['indigenous', 'women'], ['none'], ['undisclosed'], []]) {
    const told = { ...(await makeApplication(desk.database.db, postingId)), groups };
    people.push(told);
    // The last one does not declare.
    if (groups.length > 0) await declare(told, postingId);
  }
  await desk.declarations.stir();
  const texts = await dump();
  const equity = [...texts].filter(([name]) => name.startsWith('equity.'));
  const hiring = [...texts].filter(([name]) => !name.startsWith('equity.'));
  const shelves = equity.map(([, text]) => text).join('\n');
  const rest = hiring.map(([, text]) => text).join('\n');

  // The dump is a whole one: the application is there, and so is what the declarations are sealed in.
  expect(rest).toContain(people[0]?.applicationId);
  expect(rest).toContain(people[0]?.email);
  expect(texts.get('equity.shelves')?.length).toBeGreaterThan(16 * 8192);

  const found = (where: string, texts: readonly string[]): string[] =>
    texts.filter((text) => where.includes(text));
  const identifiers = people.flatMap(({ applicationId, email, key }) => [
    applicationId,
    email,
    key,
  ]);
  expect(found(shelves, [...identifiers, postingId].flatMap(spellings))).toEqual([]);
  expect(found(shelves + rest, identifiers.flatMap(digests))).toEqual([]);
  expect(found(rest, identifiers).length).toBe(identifiers.length);
  // What was declared is nowhere: neither the groups nor that there is a declaration.
  const words = ['indigenous', 'undisclosed', 'statistics', '2026-11-24T12', 'postingId'];
  expect(found(shelves, words.flatMap(spellings))).toEqual([]);
  expect(found(rest, ['"women"', '{women', ...words.slice(0, 3)])).toEqual([]);
  expect(found(rest, [equityKey])).toEqual([]);

  // Rows say by themselves when they were written, and how much is in them: all say the same.
  const rows = (texts.get('equity.shelves') ?? '').split('\n');
  expect(rows).toHaveLength(16);
  const columns = rows.map((row) => row.split(' '));
  expect(new Set(columns.map((values) => values[1])).size).toBe(1);
  const lengths = columns.map((values) => values.at(-1)?.replace(/^\(\d+,/, '').length);
  expect(new Set(lengths).size).toBe(1);

  // It is all there, for the one who has the key.
  expect((await desk.declarations.find(people[1]?.applicationId ?? ''))?.answer).toMatchObject({
    groups: ['women', 'indigenous'],
  });
});

/** What could be worked out of an identifier, without the key and with it. */
function digests(text: string): string[] {
  const hmac = (key: string | Buffer, data: string) =>
    createHmac('sha256', key).update(data).digest();
  const all = [
    ...['md5', 'sha1', 'sha256', 'sha512'].map((name) => createHash(name).update(text).digest()),
    hmac(equityKey, text),
    hmac(hmac(equityKey, 'self-declaration-pseudonyms-1'), text),
  ];
  return all.flatMap((bytes) => [bytes.toString('hex'), bytes.toString('base64url')]);
}

it('logs nothing of a declaration, not even where the database fails under it', async () => {
  const postingId = randomUUID();
  const groups = ['women', 'disabilities'];
  const told = { ...(await makeApplication(desk.database.db, postingId)), groups };
  await declare(told, postingId);
  expect(desk.logged).toEqual([]);
  await sql`alter table equity.shelves rename to elsewhere`.execute(desk.equityDb);
  const browser = newBrowser(desk.app);
  const { applicationId } = told;
  await browser.post(`${page}/open`, [['offer', desk.offer('en', { applicationId, postingId })]]);
  const token = fieldOf(await (await browser.get(page)).text(), 'token');
  const failed = await browser.post(page, [
    ['token', token],
    ['groups', 'women'],
    ['use', 'statistics'],
  ]);
  expect(failed.status).toBe(500);
  const lines = desk.logged.join('\n');
  expect(desk.logged).toHaveLength(1);
  expect(lines).toContain('request failed');
  for (const text of [told.applicationId, told.email, told.key, postingId, 'women', token]) {
    expect(lines).not.toContain(text);
  }
});
