import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createContentSource } from '#hiring/content-source';
import { type Postings, createPostings, postingsWeb } from '#hiring/postings';
import { pairSources } from '#hiring/postings/testing';
import { parseGitAddress } from '#platform/git';
import { randomIds } from '#platform/ids';
import { renderPage } from '#web/layout/index.ts';
import type { Page } from '#web/page.ts';
import { type TestDatabase, createTestDatabase } from '../support/database.ts';
import { type GitRepository, gitRepository } from './git-repository.ts';

const log = { info() {}, warn() {}, error() {} };
const clock = (): Date => new Date();
const version = (n: number) =>
  Object.fromEntries(
    Object.entries(
      pairSources('a', {
        en: { title: `English v${n}`, slug: 'post' },
        fr: { title: `Français v${n}`, slug: 'poste' },
      }),
    ).map(([file, text]) => [`content/${file}`, text]),
  );

let database: TestDatabase;
let remote: GitRepository;
let home: string;
let postings: Postings;

beforeEach(async () => {
  database = await createTestDatabase();
  remote = await gitRepository(version(0));
  home = await mkdtemp(join(tmpdir(), 'tandem-clone-'));
});
afterEach(async () => {
  await remote.remove();
  await rm(home, { recursive: true, force: true });
  await database.drop();
});

it('a commit shows in both languages at one instant, to every visitor', async () => {
  const address = parseGitAddress(remote.url)!;
  const source = createContentSource(
    { kind: 'repository', address, branch: null, path: null, home, pollSeconds: 0 },
    { clock, log },
  );
  const changed = { reload: () => {} };
  await source.start(() => changed.reload());
  postings = createPostings({
    contentFolder: join(home, 'current'),
    db: database.db,
    clock,
    ids: randomIds,
    log,
    closingSoonDays: 7,
    provenance: source.provenance,
  });
  await postings.start();
  changed.reload = () => void postings.reload();
  const origins = { en: 'http://x.test', fr: 'http://x.test' };
  const shell = () => ({
    site: postings.snapshot().site,
    origins,
    asset: (name: string) => name,
    staff: null,
  });
  const app = postingsWeb({
    postings,
    clock,
    closingSoonDays: 7,
    origins,
    render: (c, page, status = 200) => c.html(renderPage(page, shell()), status),
    renderHtml: (page: Page) => renderPage(page, shell()),
  });
  const read = async (path: string): Promise<number> => {
    const html = await (await app.request(path)).text();
    return Number(/<h1[^>]*>[^<]* v(\d+)/.exec(html)?.[1] ?? 'NaN');
  };

  const seen: number[] = [];
  let stop = false;
  const visitor = (async () => {
    while (!stop) {
      const before = await read('/en/jobs/post');
      const french = await read('/fr/emplois/poste');
      const after = await read('/en/jobs/post');
      // Nothing is older than what was seen before it; so, between two equal ones, it is the same.
      expect([before, french, after]).toEqual([before, french, after].toSorted((a, b) => a - b));
      seen.push(before, french, after);
      await new Promise(setImmediate);
    }
  })();
  for (let n = 1; n <= 3; n += 1) {
    await remote.write(version(n));
    const commit = remote.commit();
    source.refresh();
    await vi.waitFor(() => expect(seen.at(-1)).toBe(n), { timeout: 15_000, interval: 10 });
    expect(await source.status()).toMatchObject({ commit });
  }
  stop = true;
  await visitor;
  expect(new Set(seen)).toEqual(new Set([0, 1, 2, 3]));
  await source.stop();
  await postings.stop();
}, 60_000);
