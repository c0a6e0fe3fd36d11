import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createArrangements } from '#hiring/accommodation';
import { type ApplicationsDeps, applicationsWeb } from '#hiring/applications';
import { advertisedPosting, changedSince, createPostings } from '#hiring/postings';
import { isDatabaseOutage } from '#platform/database';
import { createFileStore } from '#platform/files';
import { randomIds } from '#platform/ids';
import { createMail } from '#platform/mail';
import { createScanner } from '#platform/scanner';
import { createSeal } from '#platform/sealing';
import { createApp } from '#web/app.ts';
import { renderPage } from '#web/layout/index.ts';
import type { Hono } from 'hono';
import { type TestDatabase, createTestDatabase } from '../support/database.ts';
import { type ContentFolder, contentFolder, pairSources } from '#hiring/postings/testing';

export const origin = 'http://jobs.test';
export const otherSite = 'https://www.sample.example';
export const closesAt = new Date('2026-12-01T06:59:00Z');

/** The application form behind the whole web assembly, on a database and a content of its own. */
export type Intake = {
  app: Hono;
  deps: ApplicationsDeps;
  database: TestDatabase;
  content: ContentFolder;
  reloadContent(): Promise<void>;
  filesFolder: string;
  /** The clock of the program; set it to move time. */
  now: { value: Date };
  /** Sends a request as a browser on our own pages would. */
  request(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
};

const silent = { info() {}, warn() {}, error() {} };

export async function startIntake(
  overrides: Partial<ApplicationsDeps> = {},
  more: {
    /** Files of the content folder, beside or instead of the harness's own. */
    files?: Record<string, string>;
    /** More features, after the application form. */
    features?(deps: ApplicationsDeps): Hono[];
  } = {},
): Promise<Intake> {
  const database = await createTestDatabase();
  const content = await contentFolder({
    ...pairSources('analyst'),
    ...pairSources('open'),
    'process/analyst.yml': `closes: 2026-12-01T06:59:00Z\ntimeZone: America/Vancouver\n`,
    'site.yml':
      'organization: { en: Sample, fr: Modèle }\naccommodation: { email: adapt@sample.example }\n',
    ...more.files,
  });
  const filesFolder = await mkdtemp(join(tmpdir(), 'tandem-files-'));
  const now = { value: new Date('2026-11-24T12:00:00Z') };
  const clock = (): Date => now.value;
  const { db } = database;
  const postings = createPostings({
    contentFolder: content.path,
    db,
    clock,
    ids: randomIds,
    log: silent,
    closingSoonDays: 7,
  });
  await postings.reload();
  const origins = { en: origin, fr: origin };
  const shell = () => ({
    site: postings.snapshot().site,
    origins,
    asset: (name: string) => `/assets/${name}`,
    staff: null,
  });
  const render: ApplicationsDeps['render'] = (c, page, status = 200) =>
    c.html(renderPage(page, shell()), status);
  const secret = 'a secret of the tests, as long as it has to be';
  const arrangements = createArrangements({ db, secret });
  const deps: ApplicationsDeps = {
    db,
    mail: await createMail({
      db,
      clock,
      ids: randomIds,
      sending: null,
      seal: createSeal(secret, 'hidden recipients'),
    }),
    files: createFileStore({ folder: filesFolder, log: silent }),
    scanner: createScanner({ clamd: null, timeoutMs: 1000 }),
    clock,
    ids: randomIds,
    secret,
    origins,
    render,
    clientAddress: (c) => c.req.header('x-sender') ?? 'somewhere',
    postings,
    changedSince: (hash) => changedSince(db, hash, clock()),
    advertised: (hash) => advertisedPosting(db, hash),
    closingGraceMinutes: 15,
    privacyNoticeVersion: '2026-11-24-00000000',
    afterReceipt: () => null,
    onApplication: (tx, posting, made) => arrangements.onApplication(tx, posting.id, made.id),
    extensions: arrangements,
    otherSites: [otherSite],
    log: silent,
    currentCandidate: () => Promise.resolve(null),
    ...overrides,
  };
  const app = createApp({
    features: [applicationsWeb(deps), ...(more.features?.(deps) ?? [])],
    publicFile: () => null,
    oldAddress: () => null,
    shell,
    render,
    origins,
    isOutage: isDatabaseOutage,
    isReady: () => Promise.resolve(true),
    ids: randomIds,
    log: silent,
  });
  return {
    app,
    deps,
    database,
    content,
    reloadContent: () => postings.reload(),
    filesFolder,
    now,
    request: async (path, init = {}) => {
      const headers = new Headers(init.headers);
      if (!headers.has('sec-fetch-site')) headers.set('sec-fetch-site', 'same-origin');
      return app.request(origin + path, { ...init, headers });
    },
    async close() {
      await postings.stop();
      await database.drop();
      await content.removeAll();
      await rm(filesFolder, { recursive: true, force: true });
    },
  };
}
