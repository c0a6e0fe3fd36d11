import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Postings, bodyHtml, createPostings } from '#hiring/postings';
import { langs } from '#platform/i18n';
import { randomIds } from '#platform/ids';
import { type TestDatabase, createTestDatabase } from '../support/database.ts';
import { sharedPath } from '../support/shared.ts';

const { present, when } = sharedPath('corpus/content');

const log = { info() {}, warn() {}, error() {} };

/** The postings of a folder, on a database of their own. */
function useContent(folder: string): () => Postings {
  let database: TestDatabase;
  let postings: Postings;
  beforeAll(async () => {
    database = await createTestDatabase();
    postings = createPostings({
      contentFolder: sharedPath(folder).path,
      db: database.db,
      clock: () => new Date('2026-03-01T12:00:00Z'),
      ids: randomIds,
      log,
      closingSoonDays: 7,
    });
    await postings.start();
  });
  afterAll(async () => {
    await postings.stop();
    await database.drop();
  });
  return () => postings;
}

async function markdownFiles(folder: string): Promise<string[]> {
  const names = await readdir(sharedPath(folder).path, { recursive: true });
  return names.filter((name) => name.endsWith('.md')).map((name) => name.replaceAll('\\', '/'));
}

describe.skipIf(!present)(`132 real files with real defects${when}`, () => {
  const postings = useContent('corpus/content');

  it('accounts for every file: shown, or listed with a reason that blocks it', async () => {
    const { files, problems } = postings().snapshot();
    const all = await markdownFiles('corpus/content');
    expect(all).toHaveLength(132);
    expect(files.map(({ file }) => file).sort()).toEqual(all.sort());
    const blocked = new Set(
      problems.filter(({ severity }) => severity === 'blocking').map(({ file }) => file),
    );
    for (const { file, shown } of files) expect([file, blocked.has(file)]).toEqual([file, !shown]);
    for (const { file, line } of problems) expect([file, line]).toEqual([file, expect.any(Number)]);
  });

  it('shows a posting in both languages or in neither', () => {
    const { files, postings: all } = postings().snapshot();
    const shown = files.filter((one) => one.shown);
    expect(shown).toHaveLength(all.length * 2);
    expect(all.length).toBeGreaterThan(50);
    for (const posting of all) {
      const own = shown.filter(({ postingId }) => postingId === posting.id);
      expect(own.map(({ file }) => file.slice(0, 3)).sort()).toEqual(['en/', 'fr/']);
      for (const lang of langs) {
        expect(posting.text[lang].title).not.toBe('');
        expect(bodyHtml(posting.text[lang])).toMatch(/\p{L}/u);
        expect(postings().snapshot().bySlug(lang, posting.slugs[lang]).kind).toBe('found');
      }
    }
  });

  it('lists the defects that are known to be there', () => {
    const kinds = Object.groupBy(postings().snapshot().problems, ({ reason }) => reason.kind);
    expect(Object.keys(kinds).sort()).toEqual([
      'bad-lever-id',
      'duplicate-lever-id',
      'missing-description',
      'missing-pair',
      'unequal-lifecycle',
    ]);
  });

  it('lets nothing through that a posting may not contain', () => {
    for (const { text } of postings().snapshot().postings) {
      for (const lang of langs) {
        expect(bodyHtml(text[lang])).not.toMatch(
          /<(script|style|img|iframe|h1)|\sclass="wp|\son\w+=/i,
        );
      }
    }
  });
});

describe.skipIf(!present)(`the posting that Tandem began with${when}`, () => {
  const postings = useContent('seed/content');

  it('is shown in both languages, with nothing to put right', () => {
    const { postings: all, problems } = postings().snapshot();
    expect(problems).toEqual([]);
    expect(all).toHaveLength(1);
    const [posting] = all;
    expect(postings().stateOf(posting!)).toBe('open');
    expect(posting!.text.en.leverId).toBe(posting!.text.fr.leverId);
    expect(posting!.slugs.fr).toMatch(/^praticien-du-numerique-/);
    for (const lang of langs) {
      const html = bodyHtml(posting!.text[lang]);
      expect(html.match(/<li>/g)!.length).toBeGreaterThan(15);
      expect(html).toContain('<h2 id="section-');
    }
  });
});
