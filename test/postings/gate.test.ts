import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Gate, type Postings, createPostings, publicationsOf } from '#hiring/postings';
import { overrideGate } from '#hiring/desk/testing';
import {
  type ContentFolder,
  contentFolder,
  pairSources,
  postingSource,
} from '#hiring/postings/testing';
import { randomIds } from '#platform/ids';
import { type TestDatabase, createTestDatabase } from '../support/database.ts';

const log = { info() {}, warn() {}, error() {} };

let database: TestDatabase;
let folder: ContentFolder;
let postings: Postings;
let now: Date;
let checked: string[];

/** Finds an error on each line that says ERROR, in either language. */
const wordGate = (revision = '1'): Gate => ({
  revision,
  check(pair) {
    checked.push(pair.translationKey);
    if (pair.en.source.includes('BROKEN RULE')) throw new Error('a mistake in a rule');
    return [pair.en, pair.fr].flatMap(({ file, source }) => {
      const line = source.split('\n').findIndex((text) => text.includes('ERROR')) + 1;
      const message = { en: 'An error stands here.', fr: 'Il y a une erreur ici.' };
      const found = { rule: 'test/word', severity: 'error' as const, file, column: 1, message };
      return line === 0 ? [] : [{ ...found, line }];
    });
  },
});

beforeEach(async () => {
  now = new Date('2026-03-01T12:00:00Z');
  checked = [];
  database = await createTestDatabase();
  folder = await contentFolder(pairSources('a'));
});
afterEach(async () => {
  await postings.stop();
  await folder.removeAll();
  await database.drop();
});

async function start(gate?: Gate): Promise<void> {
  await postings?.stop();
  postings = createPostings({
    contentFolder: folder.path,
    db: database.db,
    clock: () => now,
    ids: randomIds,
    log,
    closingSoonDays: 7,
    gate,
  });
  await postings.start();
}
async function write(key: string, en: string, fr: string, fields = {}): Promise<void> {
  now = new Date(now.getTime() + 60_000);
  await folder.write(`en/jobs/${key}.md`, postingSource(key, { title: 'E', ...fields }, en));
  await folder.write(`fr/emplois/${key}.md`, postingSource(key, { title: 'F', ...fields }, fr));
  await postings.reload();
}
const bodies = (key = 'a') => {
  const posting = postings.snapshot().postings.find((one) => one.translationKey === key);
  return posting && [posting.text.en.body.trim(), posting.text.fr.body.trim()];
};
const held = () => postings.snapshot().held;
const reasons = () => postings.snapshot().problems.map(({ reason }) => reason.kind);

describe('the gate', () => {
  it('keeps a new posting with errors off the site, and says where they are', async () => {
    await start(wordGate());
    await write('b', 'Fine.', 'Une ERROR.');
    expect(bodies('b')).toBeUndefined();
    expect(held()).toMatchObject([{ translationKey: 'b', title: { en: 'E', fr: 'F' } }]);
    expect(postings.snapshot().problems).toMatchObject([
      { file: 'en/jobs/b.md', severity: 'blocking', reason: { kind: 'pair-not-shown' } },
      { file: 'fr/emplois/b.md', line: 10, severity: 'blocking', reason: { kind: 'check-error' } },
    ]);
    await write('b', 'Fine.', 'Bien.');
    expect(bodies('b')).toEqual(['Fine.', 'Bien.']);
    expect(held()).toEqual([]);
  });

  it('keeps the last version without errors, in both languages, over a restart', async () => {
    await start(wordGate());
    await write('a', 'One.', 'Un.');
    await write('a', 'Two.', 'ERROR deux.');
    for (const restart of [false, true]) {
      if (restart) await start(wordGate());
      expect(bodies()).toEqual(['One.', 'Un.']);
      expect(held()).toHaveLength(1);
      expect(postings.snapshot().postings[0]).toMatchObject({ servedFrom: 'last-good' });
    }
    await write('a', 'Two.', 'Deux.');
    expect(bodies()).toEqual(['Two.', 'Deux.']);
  });

  it('leaves alone what was advertised before there was a gate, and warns', async () => {
    await write0('ERROR old.', 'Vieux.');
    await start();
    await start(wordGate());
    expect(bodies()).toEqual(['ERROR old.', 'Vieux.']);
    await vi.waitFor(() => expect(reasons()).toEqual(['check-warning']), { timeout: 5000 });
    expect(held()).toEqual([]);
  });

  it('never asks twice about the same text, unless the rules change', async () => {
    await start(wordGate());
    await write('b', 'Fine.', 'ERROR');
    await vi.waitFor(() => expect([...checked].sort()).toEqual(['a', 'b']));
    await start(wordGate());
    await postings.reload();
    expect([...checked].sort()).toEqual(['a', 'b']);
    await start(wordGate('2'));
    await vi.waitFor(() => expect([...checked].sort()).toEqual(['a', 'a', 'b', 'b']));
  });

  it('is opened by a recorded override, for that text only', async () => {
    await start(wordGate());
    await write('b', 'Fine.', 'ERROR');
    const deps = { db: database.db, clock: () => now, ids: randomIds };
    expect(await overrideGate(deps, null, held()[0], 'The rule is wrong here.')).toEqual({
      ok: true,
    });
    await postings.reload();
    expect(bodies('b')).toEqual(['Fine.', 'ERROR']);
    expect(reasons()).toContain('check-warning');
    await write('b', 'Fine again.', 'ERROR');
    expect(bodies('b')).toEqual(['Fine.', 'ERROR']);
    expect(held()).toHaveLength(1);
    const rows = await database.db.selectFrom('gate_overrides').selectAll().execute();
    expect(rows).toMatchObject([{ reason: 'The rule is wrong here.', decided_by: null }]);
    await expect(
      database.db.updateTable('gate_overrides').set({ reason: 'Other' }).execute(),
    ).rejects.toThrow('append-only');
    await expect(database.db.deleteFrom('posting_publications').execute()).rejects.toThrow(
      'append-only',
    );
  });

  it('does not stand in the way of closing or of taking back', async () => {
    await start(wordGate());
    await write('a', 'ERROR', 'ERROR', { archived: 'true' });
    expect(postings.snapshot().postings[0]).toMatchObject({ archived: true, servedFrom: 'files' });
    await write('a', 'ERROR', 'ERROR', { draft: 'true' });
    expect(postings.snapshot().postings[0]).toMatchObject({ draft: true });
    await write('a', 'ERROR', 'ERROR');
    expect(postings.snapshot().postings[0]).toMatchObject({ draft: true, servedFrom: 'last-good' });
  });

  it('that breaks itself opens nothing, and takes nothing down', async () => {
    await start(wordGate());
    await write('a', 'BROKEN RULE', 'x');
    expect(bodies()).toEqual(['## Work\n\nSome work.', '## Work\n\nSome work.']);
    expect(held()).toMatchObject([{ verdict: 'failed' }]);
    expect(reasons()).toEqual(['check-failed', 'check-failed']);
  });

  it('does not hold up a start: what has passed is there at once, the rest follows', async () => {
    for (let n = 0; n < 40; n += 1) {
      for (const [file, text] of Object.entries(pairSources(`k${n}`)))
        await folder.write(file, text);
    }
    const slow: Gate = {
      revision: '1',
      async check() {
        await new Promise((resolve) => setTimeout(resolve, 100));
        return [];
      },
    };
    const began = performance.now();
    await start(slow);
    expect(performance.now() - began).toBeLessThan(4000);
    expect(postings.snapshot().postings.length).toBeLessThan(41);
    expect(held().every(({ verdict }) => verdict === null)).toBe(true);
    await vi.waitFor(() => expect(postings.snapshot().postings).toHaveLength(41), {
      timeout: 15_000,
    });
  }, 30_000);
});

async function write0(en: string, fr: string): Promise<void> {
  await folder.write('en/jobs/a.md', postingSource('a', {}, en));
  await folder.write('fr/emplois/a.md', postingSource('a', {}, fr));
}

describe('drafts and history', () => {
  it('are not public, are reported where unequal, and count as new when they are ready', async () => {
    await start();
    await folder.write('en/jobs/d.md', postingSource('d', { draft: 'true' }));
    await folder.write('fr/emplois/d.md', postingSource('d'));
    await postings.reload();
    const draft = postings.snapshot().postings.find((one) => one.translationKey === 'd')!;
    expect(postings.stateOf(draft)).toBe('draft');
    expect(postings.snapshot().problems).toMatchObject([
      { file: 'en/jobs/d.md', line: 8, severity: 'warning', reason: { kind: 'unequal-draft' } },
    ]);
    now = new Date('2026-04-01T00:00:00Z');
    await folder.write('en/jobs/d.md', postingSource('d'));
    await postings.reload();
    const ready = postings.snapshot().postings.find((one) => one.translationKey === 'd')!;
    expect(postings.stateOf(ready)).toBe('open');
    expect(ready.firstSeenAt).toEqual(now);
    const history = await publicationsOf(database.db, ready.id, now);
    expect(history.map(({ advertised }) => advertised)).toEqual([true, false]);
  });

  it('tell each time that something else was advertised, also that it was withdrawn and back', async () => {
    await start();
    const { id } = postings.snapshot().postings[0]!;
    await write('a', 'One.', 'Un.');
    await folder.remove('en/jobs/a.md');
    await folder.remove('fr/emplois/a.md');
    now = new Date(now.getTime() + 60_000);
    await postings.reload();
    await write('a', 'One.', 'Un.');
    const history = await publicationsOf(database.db, id, now);
    const hashes = history.map(({ versionHash }) => versionHash);
    expect(hashes[0]).toBe(hashes[2]);
    expect(hashes[1]).toBeNull();
    expect(hashes).toHaveLength(4);
    expect(history.map(({ until }) => until?.getTime())).toEqual([
      undefined,
      ...history.slice(0, 3).map(({ since }) => since.getTime()),
    ]);
  });
});
