import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type FolderIndex,
  type GroupResult,
  changedGroups,
  checkFolder,
  checkGroups,
  checkInWorkers,
  groupsToCheck,
  indexFolder,
  defaultConfig,
} from '#hiring/check';
import { createLoader, duplicateLeverIds } from '#hiring/postings/loader';
import {
  type ContentFolder,
  contentFolder,
  pairSources,
  postingSource,
} from '#hiring/postings/testing';
import { sharedPath } from '../support/shared.ts';

const now = new Date('2026-03-01T12:00:00Z');
const selection = { only: ['content'], atLeast: 'info' as const };
const worker = join(import.meta.dirname, '../../src/hiring/check/folder/worker.ts');

let folder: ContentFolder | undefined;
afterEach(async () => {
  await folder?.removeAll();
});

async function all<T>(given: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const one of given) list.push(one);
  return list;
}

async function resultsOf(path: string): Promise<GroupResult[]> {
  const results = await checkFolder(path, { now, selection });
  return results ? await all(results) : [];
}

/** Every finding as "file:line kind", to compare with what the site says. */
function asLines(results: readonly GroupResult[]): string[] {
  return results
    .flatMap(({ findings }) => findings)
    .map(({ rule, place }) => `${place.file}:${place.start.line} ${rule.slice('content/'.length)}`)
    .sort();
}

/** The problems that the site lists, without those that only follow from another. */
async function problemsOf(path: string): Promise<string[]> {
  const loaded = await createLoader(path).load();
  return [...loaded!.problems, ...duplicateLeverIds(loaded!.pairs).problems]
    .filter(({ reason }) => reason.kind !== 'pair-not-shown' && reason.kind !== 'facts-not-usable')
    .map(({ file, line, reason }) => `${file}:${line ?? 1} ${reason.kind}`)
    .sort();
}

const defects = (): Record<string, string> => ({
  ...pairSources('whole'),
  ...pairSources('lonely'),
  'fr/emplois/lonely.md': postingSource('Lonely'),
  ...pairSources('twice'),
  'en/jobs/twice-more.md': postingSource('twice'),
  ...pairSources('unequal', { fr: { archived: 'true' } }),
  ...pairSources('odd-fields', {
    en: { archived: 'perhaps', slug: 'É', leverId: '1' },
    fr: { description: null },
  }),
  ...pairSources('quoted', {
    en: { translationKey: '"quoted" # joined' },
    fr: { translationKey: "'quoted'" },
  }),
  ...pairSources('007', {}),
  ...pairSources('facts'),
  'process/facts.yml': 'pay: { min: 5, max: 1 }\nworkmode: remote\n',
  'process/nobody.yml': 'workMode: remote\n',
  'process/odd.txt': 'x',
  'site.yml': 'contact: { email: nowhere }\n',
  'en/jobs/conflict.md': `${postingSource('conflict')}<<<<<<< a\n=======\n>>>>>>> b\n`,
  'fr/emplois/conflict.md': postingSource('conflict'),
  'en/jobs/picture.png': 'x',
  'en/jobs/bare.md': 'No fields.\n',
  'fr/emplois/no-key.md': postingSource('x', { translationKey: null }),
  ...pairSources('windows'),
  'en/jobs/windows.md': `\uFEFF${postingSource('windows', { slug: 'Not A Slug' }).replaceAll('\n', '\r\n')}`,
  ...pairSources('lever-a', { en: { leverId: '11111111-1111-4111-8111-111111111111' } }),
  ...pairSources('lever-b', { fr: { leverId: '11111111-1111-4111-8111-111111111111' } }),
});

describe('a folder', () => {
  it('has the problems that the site lists, at the same places', async () => {
    folder = await contentFolder(defects());
    await folder.write(
      'en/jobs/latin.md',
      Buffer.from(postingSource('latin', { title: 'é' }), 'latin1'),
    );
    await folder.write('fr/emplois/null.md', new Uint8Array([0]));
    const expected = await problemsOf(folder.path);
    expect(expected.length).toBeGreaterThan(20);
    expect(asLines(await resultsOf(folder.path))).toEqual(expected);
  });

  it('is none without a language', async () => {
    folder = await contentFolder({ 'other/x.md': 'x' });
    expect(await checkFolder(folder.path, { now })).toBeNull();
    expect(await checkFolder(join(folder.path, 'missing'), { now }).catch(() => 'rejected')).toBe(
      'rejected',
    );
  });

  it('finds an address that two postings ask for', async () => {
    folder = await contentFolder({
      ...pairSources('a', { en: { slug: 'same' } }),
      ...pairSources('b', { en: { slug: 'same' }, fr: { slug: 'same' } }),
    });
    expect(asLines(await resultsOf(folder.path))).toEqual([
      'en/jobs/a.md:8 slug-taken',
      'en/jobs/b.md:8 slug-taken',
    ]);
  });

  it('says the same in worker threads, in the same order', async () => {
    const many = Array.from({ length: 150 }, (_, n) =>
      pairSources(`p${n}`, n % 7 === 0 ? { en: { slug: 'Not A Slug' } } : {}),
    );
    folder = await contentFolder(Object.assign({}, ...many) as Record<string, string>);
    const groups = groupsToCheck((await indexFolder(folder.path))!, defaultConfig);
    const world = { now, payTables: [] };
    const setup = { config: defaultConfig, selection, world, fix: false };
    const alone = await all(checkGroups(groups, { now, selection }));
    const together = await all(checkInWorkers(groups, setup, { entry: worker, count: 2 }));
    expect(together).toEqual(alone);
    expect(together.flatMap(({ findings }) => findings)).toHaveLength(22);
  });

  it('does not swallow what goes wrong in a worker', async () => {
    folder = await contentFolder(pairSources('a'));
    const groups = groupsToCheck((await indexFolder(folder.path))!, defaultConfig);
    const world = { now, payTables: [] };
    const setup = { config: defaultConfig, selection, world, fix: false };
    const broken = checkInWorkers(groups, setup, {
      entry: join(worker, '../no-such.ts'),
      count: 1,
    });
    await expect(all(broken)).rejects.toThrow(/no-such/);
  });
});

describe('watching', () => {
  const state = (index: FolderIndex) => ({ index, groups: groupsToCheck(index, defaultConfig) });
  const changed = async (change: () => Promise<void>): Promise<string[]> => {
    const before = await indexFolder(folder!.path);
    await change();
    const after = await indexFolder(folder!.path, before);
    return changedGroups(state(before!), state(after!)).map(({ id }) => id);
  };

  it('looks again only at what changed, and at what depends on it', async () => {
    folder = await contentFolder({ ...pairSources('a'), ...pairSources('b'), ...pairSources('c') });
    const { write, remove } = folder;
    expect(await changed(async () => {})).toEqual([]);
    expect(
      await changed(() => write('en/jobs/a.md', postingSource('a', {}, 'Other work.'))),
    ).toEqual(['key a']);
    expect(await changed(() => remove('fr/emplois/b.md'))).toEqual(['key b']);
    // A half under another key makes two keys of one.
    expect(await changed(() => write('fr/emplois/c.md', postingSource('d')))).toEqual([
      'key c',
      'key d',
    ]);
    // Another posting that asks for the same address concerns both.
    await write('en/jobs/a.md', postingSource('a', { slug: 'same' }));
    expect(
      await changed(async () => {
        await write('en/jobs/e.md', postingSource('e', { slug: 'same' }));
        await write('fr/emplois/e.md', postingSource('e'));
      }),
    ).toEqual(['key a', 'key e']);
  });
});

const corpus = sharedPath('corpus/content');

it.skipIf(!corpus.present)(`says of real files what the site says${corpus.when}`, async () => {
  const expected = await problemsOf(corpus.path);
  expect(asLines(await resultsOf(corpus.path))).toEqual(expected);
});
