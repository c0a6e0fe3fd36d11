import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type Server, type Socket, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Postings, advertisedPosting, createPostings } from '#hiring/postings';
import { type Db, connectDatabase, isDatabaseOutage } from '#platform/database';
import { randomIds } from '#platform/ids';
import {
  type ContentFolder,
  contentFolder,
  pairSources,
  postingSource,
} from '#hiring/postings/testing';
import { type TestDatabase, createTestDatabase } from '../support/database.ts';

const log = { info() {}, warn() {}, error() {} };

let database: TestDatabase;
let folder: ContentFolder;
let postings: Postings;
let now: Date;

beforeEach(async () => {
  now = new Date('2026-03-01T12:00:00Z');
  database = await createTestDatabase();
  folder = await contentFolder(pairSources('a'));
});
afterEach(async () => {
  await postings.stop();
  await folder.removeAll();
  await database.drop();
});

function make(db = database.db): Postings {
  postings = createPostings({
    contentFolder: folder.path,
    db,
    clock: () => now,
    ids: randomIds,
    log,
    closingSoonDays: 7,
  });
  return postings;
}

/** A new process on the same database and folder. */
async function restart(): Promise<void> {
  await postings.stop();
  await make().start();
}

async function eventually(check: () => void): Promise<void> {
  const end = performance.now() + 8000;
  for (;;) {
    try {
      check();
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}

const found = (slug: string, lang: 'en' | 'fr' = 'en') => postings.snapshot().bySlug(lang, slug);
const only = () => {
  const { postings: all } = postings.snapshot();
  expect(all).toHaveLength(1);
  return all[0]!;
};

describe('addresses', () => {
  it('come from each language’s title, are kept when it changes, and survive a restart', async () => {
    await make().start();
    const { id, slugs } = only();
    expect(slugs).toEqual({ en: 'english-a', fr: 'francais-a' });
    await folder.write('en/jobs/a.md', postingSource('a', { title: 'Another title' }));
    await postings.reload();
    expect(only().text.en.title).toBe('Another title');
    expect(only().slugs).toEqual(slugs);
    await restart();
    expect(only()).toMatchObject({ id, slugs });
    expect(found('english-a')).toMatchObject({ kind: 'found', posting: { id } });
    expect(found('another-title')).toEqual({ kind: 'unknown' });
    expect(found('francais-a')).toEqual({ kind: 'unknown' });
  });

  it('move only by `slug:`, and the old ones redirect, back and forth', async () => {
    await make().start();
    const withSlug = (slug: string | null) =>
      folder.write('en/jobs/a.md', postingSource('a', { slug }));
    await withSlug('new-home');
    await postings.reload();
    expect(found('english-a')).toEqual({ kind: 'moved', slug: 'new-home' });
    expect(found('new-home').kind).toBe('found');
    await withSlug(null);
    await restart();
    expect(found('new-home').kind).toBe('found');
    await withSlug('english-a');
    await postings.reload();
    expect(found('english-a').kind).toBe('found');
    expect(found('new-home')).toEqual({ kind: 'moved', slug: 'english-a' });
  });

  it('are not taken from another posting, not even a former address', async () => {
    await make().start();
    await folder.write('en/jobs/a.md', postingSource('a', { slug: 'new-home' }));
    await postings.reload();
    for (const [file, text] of Object.entries(
      pairSources('b', {
        en: { title: 'English a', slug: 'new-home' },
        fr: { title: 'Français a' },
      }),
    )) {
      await folder.write(file, text);
    }
    await postings.reload();
    const b = postings.snapshot().postings.find(({ translationKey }) => translationKey === 'b')!;
    expect(b.slugs).toEqual({ en: 'english-a-2', fr: 'francais-a-2' });
    expect(postings.snapshot().problems).toMatchObject([
      {
        file: 'en/jobs/b.md',
        line: 8,
        severity: 'warning',
        reason: { kind: 'slug-taken', value: 'new-home' },
      },
    ]);
  });
});

describe('a slip does not take a posting down', () => {
  const slips: [string, () => Promise<void>][] = [
    ['one half deleted', () => folder.remove('fr/emplois/a.md')],
    ['malformed YAML', () => folder.write('en/jobs/a.md', postingSource('a', { title: 'x: y' }))],
    [
      'both halves malformed',
      async () => {
        await folder.write('en/jobs/a.md', postingSource('a', { title: 'x: y' }));
        await folder.write('fr/emplois/a.md', postingSource('a', { title: null }));
      },
    ],
    ['a copy of one half', () => folder.write('en/copy.md', postingSource('a'))],
    ['bad facts', () => folder.write('process/a.yml', 'workMode: remotely')],
    ['the key changed in one half', () => folder.write('en/jobs/a.md', postingSource('A'))],
    ['one language’s folder gone', () => folder.remove('en')],
    ['the content folder gone', () => folder.removeAll()],
  ];

  it.each(slips)(
    '%s: the last good text stays, in both languages, after a restart too',
    async (_, slip) => {
      await make().start();
      const before = only();
      await slip();
      await postings.reload();
      for (const moment of ['running', 'restarted']) {
        if (moment === 'restarted') await restart();
        const { problems } = postings.snapshot();
        const { text, servedFrom, versionHash } = only();
        expect(servedFrom, moment).toBe('last-good');
        expect(versionHash).toBe(before.versionHash);
        expect([text.en.title, text.fr.title]).toEqual(['English a', 'Français a']);
        expect(found('english-a').kind).toBe('found');
        expect(problems.length).toBeGreaterThan(0);
        const told = problems.filter(
          ({ lastGoodSince, file }) => lastGoodSince !== null || file === '',
        );
        expect(told.length).toBeGreaterThan(0);
      }
    },
  );

  it('and putting it right shows the files again', async () => {
    await make().start();
    await folder.write('en/jobs/a.md', 'nothing');
    await postings.reload();
    expect(only().servedFrom).toBe('last-good');
    await folder.write('en/jobs/a.md', postingSource('a', { title: 'Mended' }));
    await postings.reload();
    expect(only()).toMatchObject({ servedFrom: 'files', text: { en: { title: 'Mended' } } });
    expect(postings.snapshot().problems).toEqual([]);
  });

  it('shows nothing of a pair that was never whole', async () => {
    await folder.write('en/jobs/a.md', 'nothing');
    await make().start();
    expect(postings.snapshot().postings).toEqual([]);
    expect(postings.snapshot().files.map(({ shown }) => shown)).toEqual([false, false]);
  });
});

describe('withdrawing', () => {
  it('both halves deleted: gone, in both languages; brought back at the same address', async () => {
    await make().start();
    const { id } = only();
    await folder.remove('en/jobs/a.md');
    await folder.remove('fr/emplois/a.md');
    await postings.reload();
    expect(postings.snapshot().postings).toEqual([]);
    const gone = { kind: 'gone', slugs: { en: 'english-a', fr: 'francais-a' } };
    expect(found('english-a')).toEqual(gone);
    await restart();
    expect(found('francais-a', 'fr')).toEqual(gone);
    // A missing folder does not bring back what was withdrawn before.
    await folder.removeAll();
    await postings.reload();
    expect(found('english-a')).toEqual(gone);
    for (const [file, text] of Object.entries(pairSources('a'))) await folder.write(file, text);
    await restart();
    expect(only()).toMatchObject({ id, slugs: { en: 'english-a', fr: 'francais-a' } });
  });
});

describe('versions', () => {
  it('keep the exact text of every moment, byte for byte', async () => {
    const english = `\uFEFF${postingSource('a', { title: 'First' }).replaceAll('\n', '\r\n')}`;
    await folder.write('en/jobs/a.md', english);
    await folder.write('process/a.yml', 'workMode: remote\n');
    await make().start();
    const first = only();
    await folder.write('en/jobs/a.md', postingSource('a', { title: 'Second' }));
    await folder.remove('process/a.yml');
    await postings.reload();
    expect(only().versionHash).not.toBe(first.versionHash);

    const advertised = await advertisedPosting(database.db, first.versionHash);
    expect(advertised).toMatchObject({
      postingId: first.id,
      text: { en: { title: 'First' }, fr: { title: 'Français a' } },
      facts: { workMode: 'remote' },
    });
    const { rows } = await sql<{ en_source: string }>`
      select en_source from posting_versions where hash = ${first.versionHash}`.execute(
      database.db,
    );
    expect(rows[0]!.en_source).toBe(english);
    expect(await advertisedPosting(database.db, '0'.repeat(64))).toBeNull();
  });

  it('count the text advertised last, although it was known before and the clock stands still', async () => {
    await make().start();
    const first = only().versionHash;
    const original = pairSources('a')['en/jobs/a.md']!;
    await folder.write('en/jobs/a.md', postingSource('a', { title: 'Second' }));
    await postings.reload();
    await folder.write('en/jobs/a.md', original);
    await postings.reload();
    expect(only().versionHash).toBe(first);
    await folder.write('en/jobs/a.md', 'nothing');
    await restart();
    expect(only()).toMatchObject({ servedFrom: 'last-good', versionHash: first });
  });
});

describe('lever ids', () => {
  const id = '6b5da49c-d3bb-434c-bde2-696a3535c782';
  const write = async (key: string, fields: Record<string, string>): Promise<void> => {
    for (const [file, text] of Object.entries(pairSources(key, { en: fields, fr: fields }))) {
      await folder.write(file, text);
    }
  };
  const ids = () =>
    Object.fromEntries(
      postings
        .snapshot()
        .postings.map(({ translationKey, text }) => [translationKey, text.en.leverId]),
    );

  it('stay with the one posting that is not archived; every posting stays shown', async () => {
    await write('a', { leverId: id.toUpperCase() });
    await write('old', { leverId: id, archived: 'true' });
    await make().start();
    expect(ids()).toEqual({ a: id, old: null });
    expect(postings.snapshot().problems).toMatchObject([
      { file: 'en/jobs/old.md', reason: { kind: 'duplicate-lever-id', others: ['en/jobs/a.md'] } },
      { file: 'fr/emplois/old.md', severity: 'warning' },
    ]);
    await write('b', { leverId: id });
    await postings.reload();
    expect(ids()).toEqual({ a: null, b: null, old: null });
  });
});

describe('keeping in step', () => {
  it('notices changes of the folder, its loss and its return', { timeout: 40_000 }, async () => {
    await make().start();
    const before = postings.snapshot();
    await folder.write('en/jobs/a.md', postingSource('a', { title: 'Noticed' }));
    await eventually(() => expect(only().text.en.title).toBe('Noticed'));
    // The earlier snapshot is whole and unchanged.
    expect(before.postings[0]!.text.en.title).toBe('English a');
    expect(postings.snapshot().revision).not.toBe(before.revision);
    await folder.write('en/deep/er/b.md', postingSource('b', { title: 'New' }));
    await folder.write('fr/b.md', postingSource('b'));
    await eventually(() => expect(postings.snapshot().postings).toHaveLength(2));
    await folder.removeAll();
    await eventually(() =>
      expect(postings.snapshot().problems[0]?.reason.kind).toBe('content-folder-missing'),
    );
    expect(postings.snapshot().postings.map(({ servedFrom }) => servedFrom)).toEqual([
      'last-good',
      'last-good',
    ]);
    for (const [file, text] of Object.entries(pairSources('a'))) await folder.write(file, text);
    await eventually(() => expect(only().servedFrom).toBe('files'));
    await folder.write('fr/emplois/a.md', postingSource('a', { title: 'Revenu' }));
    await eventually(() => expect(only().text.fr.title).toBe('Revenu'));
  });

  it('does not change its revision when nothing that is seen changes', async () => {
    await make().start();
    const { revision } = postings.snapshot();
    await folder.write('en/notes.docx', 'x');
    await postings.reload();
    expect(postings.snapshot().problems).toHaveLength(1);
    expect(postings.snapshot().revision).toBe(revision);
  });
});

describe('with the database away', () => {
  let away: { db: Db; cut(): Promise<void>; restore(): Promise<void>; socketFolder: string };
  beforeEach(async () => {
    away = await interruptible();
  });
  afterEach(async () => {
    await postings.stop();
    await away.cut();
    await away.db.destroy();
    await rm(away.socketFolder, { recursive: true });
  });

  /** The test's database through a socket of our own, which can be closed and opened. */
  async function interruptible() {
    const { host, port, ...rest } = database.settings as {
      host: string;
      port: number;
      user: string;
      database: string;
    };
    const own = await mkdtemp(join(tmpdir(), 'tandem-socket-'));
    const path = join(own, `.s.PGSQL.${port}`);
    const connections = new Set<Socket>();
    let server: Server | null = null;
    const restore = async (): Promise<void> => {
      server = createServer((client) => {
        const upstream = connect(join(host, `.s.PGSQL.${port}`));
        for (const end of [client, upstream]) {
          connections.add(end);
          end.on('error', () => {});
          end.on('close', () => {
            client.destroy();
            upstream.destroy();
          });
        }
        client.pipe(upstream).pipe(client);
      });
      server.listen(path);
      await once(server, 'listening');
    };
    const cut = async (): Promise<void> => {
      const closing = server;
      server = null;
      if (!closing) return;
      const closed = once(closing, 'close');
      closing.close();
      for (const connection of connections) connection.destroy();
      connections.clear();
      await closed;
    };
    await restore();
    const { db } = connectDatabase({ host: own, port, ...rest }, { log, maxConnections: 2 });
    return { db, cut, restore, socketFolder: own };
  }

  it('an edit waits, what was advertised stays, and the edit appears by itself', async () => {
    await make(away.db).start();
    const before = only();
    await away.cut();
    await folder.write('en/jobs/a.md', postingSource('a', { title: 'Edited' }));
    await postings.reload();
    expect(only()).toEqual(before);
    expect(postings.snapshot().waitingSince).toEqual(now);
    await away.restore();
    await eventually(() => expect(only().text.en.title).toBe('Edited'));
    expect(postings.snapshot().waitingSince).toBeNull();
  });

  it('from the start, there is a reason instead of postings, until it is back', async () => {
    await away.cut();
    await make(away.db).start();
    expect(isDatabaseOutage(postings.snapshot().outage)).toBe(true);
    expect(postings.snapshot().postings).toEqual([]);
    await away.restore();
    await eventually(() => expect(only().servedFrom).toBe('files'));
    expect(postings.snapshot().outage).toBeNull();
  });
});
