import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Announcement, type Announcer, createAnnouncer } from '#hiring/announcements';
import { type Postings, createPostings } from '#hiring/postings';
import { type ContentFolder, contentFolder, pairSources } from '#hiring/postings/testing';
import { randomIds } from '#platform/ids';
import { type TestDatabase, createTestDatabase } from '../support/database.ts';

const log = { info() {}, warn() {}, error() {} };

let database: TestDatabase;
let folder: ContentFolder;
let postings: Postings;
let now: Date;
let heard: Announcement[];

const clock = (): Date => now;

function newAnnouncer(): Announcer {
  return createAnnouncer({
    db: database.db,
    ids: randomIds,
    clock,
    log,
    postings,
    closingSoonDays: 7,
    subscribers: [
      async (_tx, announcements) => {
        heard.push(...announcements);
      },
    ],
  });
}

async function look(announcer: Announcer): Promise<string[]> {
  heard = [];
  await postings.reload();
  await announcer.look();
  return heard.map(({ kind, posting }) => `${kind} ${posting.translationKey}`).toSorted();
}

beforeEach(async () => {
  now = new Date('2026-04-01T12:00:00Z');
  database = await createTestDatabase();
  folder = await contentFolder({
    ...pairSources('now'),
    ...pairSources('later'),
    'process/later.yml':
      'opens: 2026-05-01 09:00\ncloses: 2026-06-01 09:00\ntimeZone: America/Toronto\n',
    ...pairSources('old', { en: { archived: 'true' }, fr: { archived: 'true' } }),
  });
  postings = createPostings({
    contentFolder: folder.path,
    db: database.db,
    clock,
    ids: randomIds,
    log,
    closingSoonDays: 7,
  });
});
afterEach(async () => {
  await folder.removeAll();
  await database.drop();
});

it('says once what opened, changed and closed, in both languages', async () => {
  const announcer = newAnnouncer();
  expect(await look(announcer)).toEqual(['opened now']);
  expect(heard[0]?.posting).toMatchObject({
    title: { en: 'English now', fr: 'Français now' },
    paths: { en: '/en/jobs/english-now', fr: '/fr/emplois/francais-now' },
  });
  expect(await look(announcer)).toEqual([]);

  now = new Date('2026-05-01T13:00:00Z');
  expect(await look(announcer)).toEqual(['opened later']);
  await folder.write(
    'en/jobs/later.md',
    pairSources('later', { en: { title: 'New' } })['en/jobs/later.md']!,
  );
  expect(await look(announcer)).toEqual(['changed later']);
  now = new Date('2026-06-01T13:00:00Z');
  expect(await look(announcer)).toEqual(['closed later']);
});

it('says nothing twice after a restart', async () => {
  expect(await look(newAnnouncer())).toEqual(['opened now']);
  expect(await look(newAnnouncer())).toEqual([]);
});

it('says that a withdrawn posting closed, in the words it last had', async () => {
  const announcer = newAnnouncer();
  await look(announcer);
  await folder.remove('en/jobs/now.md');
  await folder.remove('fr/emplois/now.md');
  expect(await look(announcer)).toEqual(['closed now']);
  expect(heard[0]?.posting).toMatchObject({ title: { en: 'English now' }, paths: null });
});

it('says it again where a subscriber failed', async () => {
  let broken = true;
  const failing = createAnnouncer({
    db: database.db,
    ids: randomIds,
    clock,
    log,
    postings,
    closingSoonDays: 7,
    subscribers: [
      async (_tx, announcements) => {
        if (broken) throw new Error('down');
        heard.push(...announcements);
      },
    ],
  });
  expect(await look(failing)).toEqual([]);
  broken = false;
  expect(await look(failing)).toEqual(['opened now']);
});
