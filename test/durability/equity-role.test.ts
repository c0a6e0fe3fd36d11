import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, createTestDatabase } from '../support/database.ts';
import { freePort, newDataFolder, removeFolder, runCli } from '../support/server.ts';

let database: TestDatabase;
let dataFolder: string;
beforeAll(async () => {
  [database, dataFolder] = await Promise.all([createTestDatabase(), newDataFolder()]);
});
afterAll(async () => {
  await removeFolder(dataFolder);
  await database.drop();
});

const start = async (env: Record<string, string>) =>
  runCli(['start'], { dataFolder, port: await freePort(), env });

it.each([
  ['en', 'Name it in TANDEM_EQUITY_DATABASE_URL'],
  ['fr', 'Indiquez-le dans TANDEM_EQUITY_DATABASE_URL'],
])('says which role is missing, in %s', async (lang, words) => {
  const { code, stdout, stderr } = await start({
    DATABASE_URL: database.env.DATABASE_URL,
    TANDEM_LANG: lang,
  });
  expect(code).toBe(1);
  expect(stdout + stderr).toContain(words);
  expect(stdout + stderr).not.toMatch(/\bat .*\.js:\d+/);
});

it('says which role cannot enter', async () => {
  const { code, stdout, stderr } = await start({
    DATABASE_URL: database.env.DATABASE_URL,
    TANDEM_EQUITY_DATABASE_URL: database.addressFor('nobody_here'),
  });
  expect(code).toBe(1);
  expect(stdout + stderr).toContain('The database of TANDEM_EQUITY_DATABASE_URL cannot be used');
});
