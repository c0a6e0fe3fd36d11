import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Postings, createPostings } from '#hiring/postings';
import { type ContentFolder, contentFolder, pairSources } from '#hiring/postings/testing';
import { createPostingGate } from '#main/posting-gate.ts';
import { randomIds } from '#platform/ids';
import { type TestDatabase, createTestDatabase } from '../support/database.ts';

// The gate judges by tandem-check.yml as it is now, not as it was when the program started.

const now = new Date('2026-03-01T12:00:00Z');
const strict = 'rules: { content/missing-description: error }\n';

let database: TestDatabase;
let folder: ContentFolder;
let postings: Postings;
let warnings: string[];

beforeEach(async () => {
  warnings = [];
  database = await createTestDatabase();
  const bare = { en: { description: null }, fr: { description: null } };
  folder = await contentFolder({ ...pairSources('whole'), ...pairSources('bare', bare) });
});
afterEach(async () => {
  await postings.stop();
  await folder.removeAll();
  await database.drop();
});

async function start(): Promise<void> {
  const log = {
    info() {},
    warn: (_: object, text: string) => void warnings.push(text),
    error() {},
  };
  const options = { contentFolder: folder.path, clock: () => now, log };
  postings = createPostings({
    ...options,
    db: database.db,
    ids: randomIds,
    closingSoonDays: 7,
    gate: await createPostingGate({ ...options, payTables: [] }),
  });
  await postings.start();
  await finished();
}
const shown = (): string[] => postings.snapshot().postings.map((one) => one.translationKey);
const heldKeys = (): string[] => postings.snapshot().held.map((one) => one.translationKey);

/** After a change of the settings every text is judged again, in rounds. */
async function finished(): Promise<void> {
  for (let round = 0; round < 5; round += 1) await postings.reload();
}

it('follows the configuration while the program runs', async () => {
  await folder.write('tandem-check.yml', strict);
  await start();
  expect([shown(), heldKeys()]).toEqual([['whole'], ['bare']]);

  await folder.write('tandem-check.yml', 'rules: { content/missing-description: warning }\n');
  await finished();
  expect([shown(), heldKeys()]).toEqual([['bare', 'whole'], []]);

  await folder.remove('tandem-check.yml');
  await finished();
  expect(shown()).toEqual(['bare', 'whole']);
  expect(warnings).toEqual([]);
});

it('keeps to the configuration before one that cannot be used, and says so once', async () => {
  await folder.write('tandem-check.yml', strict);
  await start();
  await folder.write('tandem-check.yml', 'rules: { no/such-rule: 7 }\n');
  await finished();
  expect([shown(), heldKeys()]).toEqual([['whole'], ['bare']]);
  expect(warnings).toEqual(['tandem-check.yml cannot be used']);
});
