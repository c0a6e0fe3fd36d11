import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addStaff } from '#hiring/staff';
import { type Catalogue, createPostings } from '#hiring/postings';
import { createExtractor, createFileStore, inspectDocument } from '#platform/files';
import { randomIds } from '#platform/ids';
import { createLog } from '#platform/log';
import { createScanner } from '#platform/scanner';
import { countWords } from '#ui/words';
import { demo } from '../src/cli/commands/demo.ts';
import { messages } from '../src/cli/messages/index.ts';
import { type DemoDeps, type FillDemo, fillDemo } from '../src/demo/index.ts';
import { parseScreening, screenApplication } from '#hiring/desk';
import { type TestDatabase, createTestDatabase } from './support/database.ts';

const root = join(import.meta.dirname, '..');
const log = createLog('silent');
const origins = { en: 'http://sample.test', fr: 'http://exemple.test' };
const now = new Date('2026-11-24T17:00:00Z');

/** Decisions, first and second, and notes of the whole sample process. */
const decisionsInAll = 41;
const notesInAll = 18;

type Place = { database: TestDatabase; folder: string };

async function openPlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'tandem-demo-'));
  return { database: await createTestDatabase(), folder };
}

async function closePlace({ database, folder }: Place): Promise<void> {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
}

const fileStore = ({ folder }: Place) => createFileStore({ folder: join(folder, 'files'), log });

/** A content folder with one posting. */
async function contentFolder(key: string, archived = false): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tandem-content-'));
  for (const [lang, name] of [
    ['en', 'jobs'],
    ['fr', 'emplois'],
  ] as const) {
    await mkdir(join(folder, lang, name), { recursive: true });
    const fields = [`title: ${key} ${lang}`, `archived: ${archived}`, `translationKey: "${key}"`];
    await writeFile(join(folder, lang, name, `${key}.md`), `---\n${fields.join('\n')}\n---\n\nx\n`);
  }
  return folder;
}

async function loadPostings({ database: { db } }: Place, folder: string): Promise<Catalogue> {
  const postings = createPostings({
    contentFolder: folder,
    db,
    clock: () => now,
    ids: randomIds,
    log,
    closingSoonDays: 7,
  });
  await postings.reload();
  await postings.stop();
  return postings.snapshot();
}

function fill(place: Place, changes: Partial<DemoDeps> = {}): Promise<FillDemo> {
  const folder = changes.contentFolder ?? join(root, 'content');
  return fillDemo({
    db: place.database.db,
    files: fileStore(place),
    scanner: createScanner({ clamd: null, timeoutMs: 1000 }),
    clock: () => now,
    ids: randomIds,
    origins,
    contentFolder: folder,
    loadCatalogue: () => loadPostings(place, folder),
    closingSoonDays: 7,
    closingGraceMinutes: 15,
    privacyNoticeVersion: 'of the tests',
    onProgress: () => undefined,
    ...changes,
  });
}

/** Everything that the demo wrote, as it can be compared between two runs. */
async function contents({ database: { db } }: Place) {
  return {
    applications: await db
      .selectFrom('applications')
      .selectAll()
      .orderBy('submission_key')
      .execute(),
    identities: await db
      .selectFrom('applicant_identities')
      .selectAll()
      .orderBy('application_id')
      .execute(),
    decisions: await db.selectFrom('screening_decisions').selectAll().orderBy('id').execute(),
    findings: await db
      .selectFrom('screening_findings')
      .selectAll()
      .orderBy('decision_id')
      .orderBy('place')
      .execute(),
    notes: await db.selectFrom('application_notes').selectAll().orderBy('id').execute(),
    events: await db.selectFrom('application_events').selectAll().orderBy('id').execute(),
    emails: await db.selectFrom('emails').selectAll().orderBy('id').execute(),
    notices: await db.selectFrom('notices').selectAll().orderBy('id').execute(),
    batches: await db.selectFrom('notice_batches').selectAll().orderBy('id').execute(),
    staff: await db.selectFrom('staff').selectAll().orderBy('id').execute(),
  };
}

describe('the sample process, with the sample content', () => {
  let place: Place;
  let filled: FillDemo;
  let all: Awaited<ReturnType<typeof contents>>;
  beforeAll(async () => {
    place = await openPlace();
    filled = await fill(place);
    all = await contents(place);
  });
  afterAll(() => closePlace(place));

  it('is mainly about the posting whose seats differ', () => {
    expect(filled).toMatchObject({
      ok: true,
      made: 75,
      main: { translationKey: 'digital-advisor-research' },
    });
    if (!filled.ok) throw new Error('not filled');
    const main = filled.main?.id;
    expect(all.applications.filter((row) => row.posting_id === main)).toHaveLength(60);
    expect(new Set(all.applications.map((row) => row.posting_id)).size).toBe(3);
  });

  it('comes from both language pages, and writes to everyone in the language they chose', () => {
    const count = (lang: string) => all.applications.filter((row) => row.page_lang === lang).length;
    expect(count('en')).toBeGreaterThan(35);
    expect(count('fr')).toBeGreaterThan(25);
    const crossed = all.applications.filter((row) => row.page_lang !== row.correspondence_lang);
    expect(crossed.map((row) => row.correspondence_lang).sort()).toEqual(['en', 'fr']);
    const langOf = new Map(all.applications.map((row) => [row.id, row.correspondence_lang]));
    for (const decision of all.decisions) {
      expect(decision.words_lang).toBe(langOf.get(decision.application_id));
      const french = /\b(votre|vous|nous)\b/i.test(decision.words);
      expect(french, decision.words).toBe(decision.words_lang === 'fr');
    }
  });

  it('tells everybody of the ended process what was decided, and nobody else', () => {
    const idsOf = (rows: readonly { application_id: string }[]) =>
      [...new Set(rows.map((row) => row.application_id))].sort();
    const ended = new Set(all.batches.map((batch) => batch.posting_id));
    expect(ended.size).toBe(1);
    const there = all.applications.filter((row) => ended.has(row.posting_id)).map(({ id }) => id);
    const decided = all.decisions.filter((row) => there.includes(row.application_id));
    expect(idsOf(all.notices)).toEqual(idsOf(decided));
    expect(all.notices).toHaveLength(6);
    for (const { leaves_at } of all.batches) expect(leaves_at.getTime()).toBeLessThan(+now);
  });

  it('is spread over the time in which each posting was open', async () => {
    const main = all.applications
      .filter((row) => filled.ok && row.posting_id === filled.main?.id)
      .map((row) => row.submitted_at.getTime())
      .sort((a, b) => a - b);
    const opened = Date.parse('2026-03-02T09:00:00-05:00');
    expect(main[0]).toBeGreaterThan(opened);
    expect(main.at(-1)).toBeLessThan(now.getTime());
    expect(main.at(-1)).toBeGreaterThan(now.getTime() - 3 * 86_400_000);
    expect(
      new Set(main.map((at) => Math.floor((at - opened) / (7 * 86_400_000)))).size,
    ).toBeGreaterThan(15);
  });

  it('has statements that all differ, of 40 to 200 words', () => {
    const statements = all.applications.map((row) => row.statement);
    expect(new Set(statements).size).toBe(75);
    for (const statement of statements) {
      expect(countWords(statement)).toBeGreaterThanOrEqual(40);
      expect(countWords(statement)).toBeLessThanOrEqual(200);
    }
  });

  it('names nobody who could be taken for real', () => {
    const marks = /sample|specimen|example|exemplar|exemple|modele|echantillon/;
    for (const { full_name: name, name_sort: folded, email } of all.identities) {
      expect(folded.length === 200 || marks.test(folded), name).toBe(true);
      expect(name.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '')).toMatch(marks);
      expect(email).toMatch(/^[a-z.-]+@sample\.example$/);
    }
    for (const person of all.staff) expect(person.email).toMatch(/@sample\.example$/);
    for (const link of all.applications.flatMap((row) => row.work_samples)) {
      expect(new URL(link).hostname).toMatch(/\.example$/);
    }
  });

  it('has the cases that systems stumble over', () => {
    const names = all.identities.map((row) => row.full_name);
    expect(names.some((name) => name.length > 150)).toBe(true);
    expect(names.some((name) => /\p{Script=Arabic}/u.test(name))).toBe(true);
    expect(names.some((name) => /\p{Script=Hebrew}/u.test(name))).toBe(true);
    const emails = all.identities.map((row) => row.email);
    expect(emails.length - new Set(emails).size).toBe(1);
    const late = all.applications.filter((row) => row.within_grace);
    expect(late.map((row) => row.submitted_at.toISOString())).toEqual(['2025-03-15T07:05:00.000Z']);
  });

  it('has résumés of several kinds that are what they seem, and read as samples', async () => {
    const files = fileStore(place);
    const rows = await place.database.db.selectFrom('stored_files').selectAll().execute();
    expect(rows).toHaveLength(75);
    const kinds = new Set(rows.map((row) => row.document_type));
    expect([...kinds].sort()).toEqual(['docx', 'pdf', 'rtf', 'txt']);
    for (const row of rows) {
      const found = await inspectDocument(files.pathOf(row.sha256), { maxBytes: 10_000_000 });
      expect(found).toMatchObject({ ok: true, type: row.document_type });
    }
    const extractor = createExtractor({
      childEntry: join(root, 'src/platform/files/extract-child.ts'),
      timeoutMs: 20_000,
      maxMemoryMb: 256,
      maxTextBytes: 100_000,
    });
    for (const type of ['docx', 'rtf', 'txt'] as const) {
      const file = rows.find((row) => row.document_type === type);
      const path = files.pathOf(file?.sha256 ?? '');
      const read = await extractor.extractText({ path, type });
      expect(read).toMatchObject({ ok: true });
      expect(read.ok && read.text).toMatch(/SAMPLE RÉSUMÉ|CURRICULUM VITÆ FICTIF/);
      expect(read.ok && countWords(read.text)).toBeGreaterThan(100);
    }
  });

  it('has about half of the applications decided, and tells each change in the history', () => {
    const decided = all.applications.filter((row) => row.status !== 'received');
    expect(decided.length).toBeGreaterThan(30);
    expect(decided.length).toBeLessThan(48);
    const outs = decided.filter((row) => row.status === 'screened-out').length;
    expect(outs).toBeGreaterThanOrEqual(8);
    expect(outs).toBeLessThan(decided.length / 2);
    expect(all.notes).toHaveLength(notesInAll);
    expect(all.decisions).toHaveLength(decisionsInAll);
    expect(new Set(all.decisions.map((row) => row.reason)).size).toBeGreaterThanOrEqual(7);

    if (!filled.ok) throw new Error('not filled');
    const { changed } = filled;
    const events = all.events
      .filter((row) => row.application_id === changed)
      .map((row) => row.kind);
    expect(events.filter((kind) => kind.startsWith('screened'))).toEqual([
      'screened-out',
      'screened-in',
    ]);
    expect(events[0]).toBe('submitted');
    expect(events).toContain('note-added');
  });

  it('finds something of each criterion, as the reason says and in the language of its words', () => {
    const main = filled.ok ? (filled.main?.facts?.criteria ?? []) : [];
    expect(main.length).toBeGreaterThan(5);
    const of = (decision: string) => all.findings.filter((row) => row.decision_id === decision);
    const essentials = all.decisions.map(({ id, reason, outcome }) => {
      const results = of(id)
        .filter(({ kind }) => kind === 'essential')
        .map(({ result }) => result);
      const lacking = results.filter((result) => result === 'not-met').length;
      const open = results.filter((result) => result === 'not-assessed').length;
      const found = open === results.length ? 'nothing' : `${lacking} lacking, ${open} open`;
      return `${reason.endsWith('-not-shown') ? 'not-shown' : outcome}: ${found}`;
    });
    expect(new Set(essentials)).toEqual(
      new Set([
        'screened-in: 0 lacking, 0 open',
        'not-shown: 1 lacking, 0 open',
        'screened-out: nothing',
      ]),
    );
    const langOf = new Map(all.decisions.map(({ id, words_lang: lang }) => [id, lang]));
    for (const { decision_id: decision, words } of all.findings.filter((row) => row.words)) {
      const french = /\b(vous|votre|vos|nous|est)\b/i.test(words);
      expect(french ? 'fr' : 'en', words).toBe(langOf.get(decision));
    }
    const unexplained = all.findings.filter((row) => row.result === 'not-met' && !row.words);
    expect(unexplained).toEqual([]);
    const spoken = all.findings.filter(({ words }) => words !== '');
    expect(spoken.length).toBeGreaterThan(40);
  });

  it('has one candidate who was screened in and has left since', () => {
    const gone = all.applications.filter(({ status }) => status === 'withdrawn');
    expect(gone).toHaveLength(1);
    const events = all.events
      .filter((row) => row.application_id === gone[0]?.id && row.kind !== 'note-added')
      .map(({ kind, actor_kind: actor }) => [kind, actor]);
    expect(events).toEqual([
      ['submitted', 'candidate'],
      ['screened-in', 'staff'],
      ['withdrawn', 'candidate'],
    ]);
  });

  it('lets time run forwards in every history, and none of it in the future', () => {
    const latest = new Map<string, Date>();
    for (const event of all.events) {
      const before = latest.get(event.application_id);
      expect(event.happened_at.getTime()).toBeGreaterThan(before?.getTime() ?? 0);
      expect(event.happened_at.getTime()).toBeLessThan(now.getTime());
      latest.set(event.application_id, event.happened_at);
    }
    expect(latest.size).toBe(75);
  });

  it('leaves every receipt in the outbox', () => {
    expect(all.emails).toHaveLength(75);
    expect(all.emails.every((row) => row.sent_at === null && row.attempts === 0)).toBe(true);
    const urls = all.emails.map((row) => /http:\S+/.exec(row.text_body)?.[0] ?? '');
    const langs = all.emails.map((row) => row.lang);
    expect(urls.every((url, index) => url.startsWith(origins[langs[index] ?? 'en']))).toBe(true);
  });

  it('changes nothing at another run, even a later one', async () => {
    const later = new Date(now.getTime() + 9 * 86_400_000);
    expect(await fill(place, { clock: () => later })).toMatchObject({
      ok: true,
      made: 0,
      taken: 0,
    });
    expect(await contents(place)).toEqual(all);
  });

  it('changes nothing where there are other staff and applications by now', async () => {
    const { db } = place.database;
    const person = { email: 'me@work.test', role: 'admin', lang: 'en' } as const;
    await addStaff({ db, clock: () => now, ids: randomIds }, person);
    await db
      .updateTable('applications')
      .set((eb) => ({ submission_key: eb.fn('gen_random_uuid') }))
      .where('id', '=', all.applications[0]?.id ?? '')
      .execute();
    expect(await fill(place)).toMatchObject({ ok: true, made: 1 });
    expect(await fill(place)).toMatchObject({ ok: true, made: 0, taken: 0 });
  });
});

describe('a run that is cut short', () => {
  let place: Place;
  beforeEach(async () => {
    place = await openPlace();
  });
  afterEach(() => closePlace(place));

  it('is completed by the next', async () => {
    const reached = 17;
    const stop = fill(place, {
      onProgress: (done) => {
        if (done === reached) throw new Error('power cut');
      },
    });
    await expect(stop).rejects.toThrow('power cut');
    const second = await fill(place);
    expect(second).toMatchObject({ ok: true, made: 75 - reached });
    const all = await contents(place);
    expect(all.applications).toHaveLength(75);
    expect(all.emails).toHaveLength(75);
    expect(all.staff).toHaveLength(3);
    expect(await fill(place)).toMatchObject({ made: 0, taken: 0 });
  });

  it('is completed by runs that all die but the last, wherever they die', async () => {
    let deaths = 0;
    for (let done = false; !done;) {
      let left = 23;
      const mortal = {
        ...randomIds,
        uuid() {
          left -= 1;
          if (left < 0) throw new Error('power cut');
          return randomIds.uuid();
        },
      };
      done = await fill(place, { ids: mortal }).then(
        (filled) => filled.ok,
        (error: Error) => {
          deaths += 1;
          if (error.message !== 'power cut') throw error;
          return false;
        },
      );
    }
    expect(deaths).toBeGreaterThan(9);
    const all = await contents(place);
    expect(all.applications).toHaveLength(75);
    expect(all.emails).toHaveLength(75);
    expect(all.decisions).toHaveLength(decisionsInAll);
    expect(all.notes).toHaveLength(notesInAll);
    expect(all.applications.filter(({ status }) => status === 'withdrawn')).toHaveLength(1);
  });

  it('leaves standing what someone decided before it was completed', async () => {
    const { db } = place.database;
    const cut = (done: number): void => {
      if (done === 17) throw new Error('power cut');
    };
    await expect(fill(place, { onProgress: cut })).rejects.toThrow('power cut');
    const received = await db
      .selectFrom('applications')
      .select('id')
      .where('status', '=', 'received')
      .execute();
    const words = 'Decided by someone who was trying Tandem out.';
    const typed = parseScreening({ reason: 'incomplete', words }, []);
    if (!typed.ok) throw new Error('not a decision');
    for (const { id } of received) {
      const deps = { db, clock: () => now, ids: randomIds };
      await screenApplication(deps, { id: 'someone' }, id, typed.input);
    }
    await fill(place);
    for (const { id } of received) {
      const decisions = await db
        .selectFrom('screening_decisions')
        .select('words')
        .where('application_id', '=', id)
        .execute();
      expect(decisions).toEqual([{ words }]);
    }
    expect(received.length).toBeGreaterThan(3);
  });

  it('makes the same once where two runs meet', async () => {
    await Promise.all([fill(place), sleep(50).then(() => fill(place))]);
    const all = await contents(place);
    expect(all.applications).toHaveLength(75);
    expect(all.emails).toHaveLength(75);
    const decided = all.decisions.map((row) => `${row.application_id} ${row.words}`);
    expect(new Set(decided).size).toBe(decided.length);
  });
});

describe('a database that is not empty', () => {
  let place: Place;
  beforeEach(async () => {
    place = await openPlace();
  });
  afterEach(() => closePlace(place));

  it('is refused where someone is staff, and nothing is written', async () => {
    const { db } = place.database;
    const person = { email: 'me@work.test', role: 'admin', lang: 'en' } as const;
    await addStaff({ db, clock: () => now, ids: randomIds }, person);
    const before = await contents(place);
    expect(await fill(place)).toEqual({
      ok: false,
      error: { kind: 'not-empty', applications: 0, staff: 1 },
    });
    expect(await contents(place)).toEqual(before);
    expect(await db.selectFrom('postings').select('id').execute()).toEqual([]);
  });

  it('is refused where somebody applied', async () => {
    const { db } = place.database;
    const cut = fill(place, {
      onProgress: () => {
        throw new Error('power cut');
      },
    });
    await expect(cut).rejects.toThrow('power cut');
    // As if it had come by the form.
    await db
      .updateTable('applications')
      .set((eb) => ({ submission_key: eb.fn('gen_random_uuid') }))
      .execute();
    expect(await fill(place)).toEqual({
      ok: false,
      error: { kind: 'not-empty', applications: 1, staff: 0 },
    });
  });

  it('is refused where it advertises the postings of another folder, which stay', async () => {
    const { db } = place.database;
    const other = await contentFolder('another-posting');
    await loadPostings(place, other);
    const before = await db.selectFrom('posting_slugs').selectAll().execute();
    expect(before).toHaveLength(2);
    expect(await fill(place)).toEqual({ ok: false, error: { kind: 'other-content' } });
    expect(await db.selectFrom('posting_slugs').selectAll().execute()).toEqual(before);
    expect(await fill(place, { contentFolder: other })).toMatchObject({ ok: true, made: 60 });
    await rm(other, { recursive: true });
  });

  it('is refused where nobody could apply', async () => {
    const none = await contentFolder('old', true);
    const refused = await fill(place, { contentFolder: none });
    expect(refused).toEqual({ ok: false, error: { kind: 'no-open-posting' } });
    expect((await contents(place)).staff).toEqual([]);
    await rm(none, { recursive: true });
  });
});

describe('tandem demo', () => {
  let place: Place;
  beforeEach(async () => {
    place = await openPlace();
  });
  afterEach(() => closePlace(place));

  async function run(lang: 'en' | 'fr', env: Record<string, string> = {}) {
    const out: string[] = [];
    const said: string[] = [];
    const code = await demo({
      lang,
      t: messages(lang),
      args: [],
      options: {},
      sameSettings: '',
      env: {
        ...place.database.env,
        TANDEM_DATA: place.folder,
        TANDEM_CONTENT: join(root, 'content'),
        PORT: '3456',
        ...env,
      },
      out: (line) => out.push(line),
      say: (line) => said.push(line),
    });
    return { code, out: out.join('\n'), said: said.join('\n') };
  }

  it('fills, prints a link for each account and what to look at, and prints fresh links again', async () => {
    const smtp = { TANDEM_SMTP_URL: 'smtp://127.0.0.1:1' };
    const first = await run('en', smtp);
    expect(first).toMatchObject({ code: 0 });
    expect(first.said).toContain('Applications: 25 of 75');
    expect(first.out).toContain('The sample process is ready.');
    const links: string[] = first.out.match(/http:\/\/127\.0\.0\.1:3456\/\S+token=\S+/g) ?? [];
    expect(links).toHaveLength(3);
    expect(links.filter((link) => link.includes('/fr/personnel/'))).toHaveLength(1);
    expect(first.out).toMatch(/\/en\/staff\/processes\/[0-9a-f-]{36}\/applications/);
    expect((await contents(place)).emails.every((row) => row.sent_at === null)).toBe(true);

    const second = await run('fr', smtp);
    expect(second).toMatchObject({ code: 0 });
    expect(second.out).toContain('Le processus fictif est déjà là');
    expect(second.said).not.toContain('Candidatures');
    const fresh: string[] = second.out.match(/http:\/\/\S+token=\S+/g) ?? [];
    expect(fresh).toHaveLength(3);
    expect(fresh.some((link) => links.includes(link))).toBe(false);
  });

  it('does nothing in production', async () => {
    const { code, said } = await run('en', {
      TANDEM_ENV: 'production',
      TANDEM_URL: 'https://careers.test',
      TANDEM_PROXIES: '1',
      TANDEM_SMTP_URL: 'smtp://127.0.0.1:1',
    });
    expect(code).toBe(1);
    expect(said).toContain('production');
    expect((await contents(place)).staff).toEqual([]);
  });

  it.each(['en', 'fr'] as const)('says what stands in the way (%s)', async (lang) => {
    const { db } = place.database;
    const person = { email: 'me@work.test', role: 'admin', lang: 'en' } as const;
    await addStaff({ db, clock: () => now, ids: randomIds }, person);
    const { code, said } = await run(lang);
    expect(code).toBe(1);
    expect(said).toContain('TANDEM_DATA=demo-data npx tandem demo');
  });
});
