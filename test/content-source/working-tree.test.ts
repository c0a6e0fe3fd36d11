import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type ContentSource, createContentSource } from '#hiring/content-source';
import { type Postings, createPostings, publicationsOf } from '#hiring/postings';
import { pairSources, postingSource } from '#hiring/postings/testing';
import { randomIds } from '#platform/ids';
import { type TestDatabase, createTestDatabase } from '../support/database.ts';
import { type GitRepository, gitRepository } from './git-repository.ts';

const log = { info() {}, warn() {}, error() {} };
const clock = (): Date => new Date();
const within = (files: Record<string, string>) =>
  Object.fromEntries(Object.entries(files).map(([file, text]) => [`site/content/${file}`, text]));

let database: TestDatabase;
let repository: GitRepository;
let source: ContentSource;
let postings: Postings;

beforeEach(async () => {
  database = await createTestDatabase();
  repository = await gitRepository(within(pairSources('a')));
  const folder = join(repository.path, 'site/content');
  source = createContentSource({ kind: 'folder', folder }, { clock, log });
  postings = createPostings({
    contentFolder: folder,
    db: database.db,
    clock,
    ids: randomIds,
    log,
    closingSoonDays: 7,
    provenance: source.provenance,
  });
  await postings.start();
});
afterEach(async () => {
  await postings.stop();
  await repository.remove();
  await database.drop();
});

const latest = async () => {
  const { id } = postings.snapshot().postings[0]!;
  const [last] = await publicationsOf(database.db, id, clock());
  return last && { commit: last.commit, uncommitted: last.uncommitted };
};

it('versions know their commit; what is not committed is marked, until it is', async () => {
  const first = repository.git('rev-parse', 'HEAD');
  expect(await latest()).toMatchObject({
    commit: { id: first, author: 'Sam Auteur' },
    uncommitted: false,
  });
  const edited = postingSource('a', { title: 'Edited' });
  await repository.write({ 'site/content/en/jobs/a.md': edited });
  await postings.reload();
  expect(await latest()).toMatchObject({ commit: { id: first }, uncommitted: true });
  expect(await source.status()).toMatchObject({
    kind: 'working-tree',
    branch: 'main',
    uncommitted: 1,
  });
  const second = repository.commit('Edit');
  await postings.reload();
  expect(await latest()).toMatchObject({ commit: { id: second }, uncommitted: false });
});

it('waits while Git is at the files, so that a posting is never of two commits', async () => {
  const lock = join(repository.path, '.git/index.lock');
  await writeFile(lock, '');
  const edited = postingSource('a', { title: 'Edited' });
  await repository.write({ 'site/content/en/jobs/a.md': edited });
  await postings.reload();
  expect(postings.snapshot().postings[0]?.text.en.title).toBe('English a');
  await repository.write({ 'site/content/fr/emplois/a.md': edited });
  await rm(lock);
  await vi.waitFor(() => {
    const { en, fr } = postings.snapshot().postings[0]!.text;
    expect([en.title, fr.title]).toEqual(['Edited', 'Edited']);
  });
});
