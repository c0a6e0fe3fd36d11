import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { Client } from 'pg';
import { vi } from 'vitest';
import { toldOfApplication } from '#hiring/accommodation';
import { type ApplicationStatus, recordEvent } from '#hiring/applications';
import { type DeskDeps, deskWeb, sectionsFor } from '#hiring/desk';
import {
  type Gate,
  type Postings,
  advertisedPosting,
  changedSince,
  createPostings,
} from '#hiring/postings';
import { type Role, type SignedInStaff, createStaff } from '#hiring/staff';
import { type DocumentType, createExtractor, createFileStore } from '#platform/files';
import { type Lang, foldForSearch, langs } from '#platform/i18n';
import { randomIds } from '#platform/ids';
import { createLog } from '#platform/log';
import { createMail } from '#platform/mail';
import { renderPage } from '#web/layout/index.ts';
import type { Render } from '#web/render.ts';
import { hrefs } from '#web/routes.ts';
import { Browser, newPerson } from '../staff/harness.tsx';
import { type TestDatabase, createTestDatabase } from '../support/database.ts';

export { hiddenFields, textOf } from '../staff/harness.tsx';

const secret = 'a secret of the tests, long enough to sign with';
const origin = 'http://desk.test';
const origins = { en: origin, fr: origin };
const clock = (): Date => new Date();

export type Desk = {
  database: TestDatabase;
  db: TestDatabase['db'];
  app: Hono;
  deps: DeskDeps;
  postings: Postings;
  /** Id of the posting written under a key. */
  posting(key: string): string;
  apply(application?: Partial<NewApplication>): Promise<Applied>;
  /** A browser of someone who signed in. */
  as(role: Role): Promise<Browser & { person: { id: string; email: string } }>;
  /** A browser of nobody. */
  stranger(): Browser;
  writePosting(
    key: string,
    text: { en: string; fr: string; facts?: string; body?: string; draft?: boolean },
  ): Promise<void>;
  removePosting(key: string): Promise<void>;
  stop(): Promise<void>;
};

export type NewApplication = {
  posting: string;
  name: string;
  email: string;
  statement: string;
  lang: Lang;
  status: ApplicationStatus;
  reference: string;
  submittedAt: Date;
  resume: { type: DocumentType; bytes: Uint8Array; name: string };
  workSamples: string[];
  withinGrace: boolean;
};
export type Applied = { id: string; reference: string };

/** The desk behind real sign-in, on a database of its own, with two postings. */
export async function startDesk(overrides: Partial<DeskDeps> = {}, gate?: Gate): Promise<Desk> {
  const database = await createTestDatabase();
  const { db } = database;
  const folder = await mkdtemp(join(tmpdir(), 'tandem-desk-'));
  await chmod(folder, 0o711);
  const content = join(folder, 'content');
  for (const part of ['en', 'fr', 'process']) await mkdir(join(content, part), { recursive: true });
  const log = createLog('silent');
  const ids = randomIds;
  const postings = createPostings({
    contentFolder: content,
    db,
    clock,
    ids,
    log,
    closingSoonDays: 7,
    gate,
  });
  const writePosting: Desk['writePosting'] = async (
    key,
    { en, fr, facts, body = 'Sample.', draft = false },
  ) => {
    for (const [lang, title] of Object.entries({ en, fr })) {
      const front = `---\ntitle: '${title.replaceAll("'", "''")}'\ndescription: Sample\ntranslationKey: ${key}\n${draft ? 'draft: true\n' : ''}---\n`;
      await writeFile(join(content, lang, `${key}.md`), `${front}\n${body}\n`);
    }
    if (facts) await writeFile(join(content, 'process', `${key}.yml`), facts);
    await postings.reload();
  };
  await writePosting('designer', {
    en: 'Designer for public counters',
    fr: 'Conception de guichets à l’échelle',
    facts: 'opens: 2026-01-05T09:00:00-05:00\ntimeZone: America/Toronto\nevergreen: true\n',
  });
  await writePosting('analyst', { en: 'Analyst', fr: 'Analyse' });
  await postings.start();

  const files = createFileStore({ folder: join(folder, 'files'), log });
  const extractor = createExtractor({
    childEntry: join(import.meta.dirname, '../../src/platform/files/extract-child.ts'),
    timeoutMs: 20_000,
    maxMemoryMb: 512,
    maxTextBytes: 200_000,
  });
  const render: Render = (c, page, status) => {
    const person = c.get('staff') as SignedInStaff | undefined;
    const shell = {
      site: postings.snapshot().site,
      origins,
      asset: (name: string) => `/${name}`,
      staff: person
        ? {
            email: person.email,
            csrf: person.csrf,
            sections: sectionsFor(person.can, { outbox: deps.hasOutbox }),
          }
        : null,
    };
    return c.html(renderPage(page, shell), status ?? 200);
  };
  const settings = { db, ids, secret, origins, sessionHours: 12 };
  const mail = await createMail({ db, clock, ids, sending: null });
  const staff = createStaff({
    ...settings,
    clock,
    log,
    mail,
    render,
    clientAddress: () => '192.0.2.1',
  });
  const deps: DeskDeps = {
    ...staff,
    db,
    clock,
    ids,
    log,
    secret,
    files,
    extractor,
    render,
    postings,
    changedSince: (hash) => changedSince(db, hash, clock()),
    advertised: (hash) => advertisedPosting(db, hash),
    contentPage: (lang) => ({
      lang,
      area: 'desk',
      title: 'Content problems',
      alternates: hrefs('desk.postings'),
      body: <p>Content problems</p>,
    }),
    closingSoonDays: 7,
    arrangementsOf: (id) => toldOfApplication(db, id),
    accommodation: async () => ({ ready: false, waiting: 0, late: 0 }),
    hasOutbox: true,
    status: async () => ({
      version: '0.1.0',
      startedAt: new Date('2026-11-24T12:00:00Z'),
      mailConfigured: false,
      scannerConfigured: false,
      source: () => ({ verdict: 'good', says: 'A folder' }),
      api: { list: 'http://jobs.test/v0/postings/sample?mode=json', origins: [] },
      disk: { free: 5e9, total: 1e11 },
    }),
    ...overrides,
  };
  const app = new Hono();
  app.route('/', staff.web);
  app.route('/', deskWeb(deps));
  app.notFound((c) => c.text('not found', 404));
  app.onError((error) => {
    throw error;
  });

  const site = { app, staff, origin, settings, received: [] };
  const posting = (key: string): string => {
    const found = postings.snapshot().postings.find((one) => one.translationKey === key);
    if (!found) throw new Error(`No posting ${key}`);
    return found.id;
  };
  let sent = 0;
  return {
    database,
    db,
    app,
    deps,
    postings,
    posting,
    writePosting,
    async removePosting(key) {
      for (const lang of langs) await rm(join(content, lang, `${key}.md`));
      await rm(join(content, 'process', `${key}.yml`), { force: true });
      await postings.reload();
    },
    stranger: () => new Browser(site),
    async as(role) {
      const person = await newPerson(db, role);
      const browser = new Browser(site);
      await browser.signIn(person.email);
      return Object.assign(browser, { person });
    },
    async apply(given = {}) {
      sent += 1;
      const known = postings.snapshot().byId(given.posting ?? posting('designer'));
      const application: NewApplication = {
        posting: posting('designer'),
        name: `Sample Candidate ${sent}`,
        email: `candidate-${sent}@sample.example`,
        statement: 'I have run a counter.',
        lang: 'en',
        status: 'received',
        reference: randomIds.reference(),
        submittedAt: new Date(Date.UTC(2026, 8, 1, 12, sent)),
        resume: { type: 'txt', bytes: Buffer.from('Sample résumé'), name: 'resume.txt' },
        workSamples: [],
        withinGrace: false,
        ...given,
      };
      const stored = await files.put(toStream(application.resume.bytes), { maxBytes: 10_000_000 });
      if (!stored.ok) throw new Error(stored.error.kind);
      await db
        .insertInto('stored_files')
        .values({
          sha256: stored.sha256,
          size_bytes: stored.size,
          document_type: application.resume.type,
          scan_status: 'not-scanned',
          scan_detail: 'not-configured',
          stored_at: clock(),
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const id = ids.uuid();
      const { name, email, reference } = application;
      await db.transaction().execute(async (tx) => {
        await tx
          .insertInto('applications')
          .values({
            id,
            reference,
            posting_id: application.posting,
            posting_version: known?.versionHash ?? '',
            submission_key: ids.uuid(),
            page_lang: application.lang,
            correspondence_lang: application.lang,
            statement: application.statement,
            work_samples: application.workSamples,
            heard_from: 'event',
            resume_sha256: stored.sha256,
            questions: JSON.stringify([
              {
                id: 'statement',
                label: { en: 'Why you? (as asked)', fr: 'Pourquoi vous? (tel quel)' },
                required: true,
              },
            ]),
            privacy_notice: '2026-11-24',
            within_grace: application.withinGrace,
            status: application.status,
            submitted_at: application.submittedAt,
          })
          .execute();
        await tx
          .insertInto('applicant_identities')
          .values({
            application_id: id,
            full_name: name,
            name_sort: foldForSearch(name).slice(0, 200),
            email,
            phone: '613-555-0123',
            resume_name: application.resume.name,
            search_text: foldForSearch(`${name} ${email} ${reference}`),
          })
          .execute();
        await recordEvent(tx, {
          applicationId: id,
          kind: 'submitted',
          actor: { kind: 'candidate' },
          detail: { lang: application.lang },
          at: application.submittedAt,
        });
      });
      return { id, reference };
    },
    async stop() {
      await postings.stop();
      extractor.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function toStream(bytes: Uint8Array) {
  return new Blob([new Uint8Array(bytes)]).stream() as never;
}

/** The statements that reach PostgreSQL while something runs. */
export async function statementsDuring(run: () => Promise<unknown>): Promise<string[]> {
  const query = vi.spyOn(Client.prototype, 'query');
  try {
    await run();
    return query.mock.calls.map(([one]) => {
      const statement: unknown = one;
      return typeof statement === 'string' ? statement : (statement as { text: string }).text;
    });
  } finally {
    query.mockRestore();
  }
}
