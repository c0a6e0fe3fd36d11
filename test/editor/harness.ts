import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Hono } from 'hono';
import { type ContentLocation, createContentSource } from '#hiring/content-source';
import { sectionsFor } from '#hiring/desk';
import { type EditorDeps, editorWeb } from '#hiring/editor';
import { type Gate, type Postings, createPostings } from '#hiring/postings';
import { type Role, type SignedInStaff, createStaff } from '#hiring/staff';
import { randomIds } from '#platform/ids';
import { createLog } from '#platform/log';
import { createMail } from '#platform/mail';
import { renderPage } from '#web/layout/index.ts';
import type { Render } from '#web/render.ts';
import { Browser, newPerson } from '../staff/harness.tsx';
import { type TestDatabase, createTestDatabase } from '../support/database.ts';

export { hiddenFields, textOf } from '../staff/harness.tsx';

const secret = 'a secret of the tests, long enough to sign with';
const origin = 'http://desk.test';
const origins = { en: origin, fr: origin };
const clock = (): Date => new Date();

/** The editor behind real sign-in, on a database of its own, over some source of content. */
export type Editor = {
  db: TestDatabase['db'];
  postings: Postings;
  folder: string;
  as(role: Role, name?: string): Promise<Browser & { person: { id: string; email: string } }>;
  /** Path of a posting's page in French. */
  pathOf(key: string): string;
  read(file: string): Promise<string>;
  stop(): Promise<void>;
};

/** One posting: `front` goes into the front matter. */
export function half(key: string, title: string, body: string, front = ''): string {
  return `---\ntitle: '${title}'\ndescription: A sample description\ntranslationKey: ${key}\n${front}---\n\n${body}\n`;
}

export async function temporaryFolder(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tandem-editor-'));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  return folder;
}

export async function startEditor(location: ContentLocation, gate?: Gate): Promise<Editor> {
  const database = await createTestDatabase();
  const { db } = database;
  const log = createLog('silent');
  const ids = randomIds;
  const folder = location.kind === 'folder' ? location.folder : join(location.home, 'current');
  const contentSource = createContentSource(location, { clock, log });
  const changed = { reload: () => {} };
  await contentSource.start(() => changed.reload());
  const { provenance } = contentSource;
  const postings = createPostings({
    contentFolder: folder,
    db,
    clock,
    ids,
    log,
    closingSoonDays: 7,
    provenance,
    gate,
  });
  changed.reload = () => void postings.reload();
  await postings.start();
  const render: Render = (c, page, status) => {
    const person = c.get('staff') as SignedInStaff | undefined;
    const shell = { site: postings.snapshot().site, origins, asset: (name: string) => `/${name}` };
    const staff = person && {
      email: person.email,
      csrf: person.csrf,
      sections: sectionsFor(person.can, { outbox: false }),
    };
    return c.html(renderPage(page, { ...shell, staff: staff ?? null }), status ?? 200);
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
  const deps: EditorDeps = {
    ...staff,
    db,
    clock,
    ids,
    log,
    render,
    postings,
    contentFolder: folder,
    contentSource,
    origins,
    payTables: [],
    closingSoonDays: 7,
    renderHtml: (page) =>
      renderPage(page, {
        site: postings.snapshot().site,
        origins,
        asset: (name) => `/${name}`,
        staff: null,
      }),
  };
  const app = new Hono();
  app.route('/', staff.web);
  app.route('/', editorWeb(deps));
  app.notFound((c) => c.text('not found', 404));
  app.onError((error) => {
    throw error;
  });
  const site = { app, staff, origin, settings, received: [] };
  return {
    db,
    postings,
    folder,
    async as(role, name = 'Camille Rédaction') {
      const person = await newPerson(db, role, 'fr');
      await db.updateTable('staff').set({ name }).where('id', '=', person.id).execute();
      const browser = new Browser(site);
      await browser.signIn(person.email);
      return Object.assign(browser, { person });
    },
    pathOf(key) {
      const { postings: all, files } = postings.snapshot();
      const id =
        all.find(({ translationKey }) => translationKey === key)?.id ??
        files.find(({ file, postingId }) => postingId && file.includes(key))?.postingId;
      if (!id) throw new Error(`No posting ${key}`);
      return `/fr/personnel/affiches/${id}/edition`;
    },
    read: (file) => readFile(join(folder, file), 'utf8'),
    async stop() {
      await contentSource.stop();
      await postings.stop();
      await database.drop();
      await rm(location.kind === 'folder' ? folder : location.home, {
        recursive: true,
        force: true,
      });
    },
  };
}

/** The form of the page, as a browser would send it back. */
export function formOf(html: string): Record<string, string> {
  const form = /<form[^>]*id="editor"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
  const fields: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = attribute(tag, 'name');
    const box = attribute(tag, 'type') === 'checkbox';
    if (name && (!box || /\schecked(?=[\s/>])/.test(tag))) {
      fields[name] = attribute(tag, 'value') ?? '';
    }
  }
  for (const [, tag = '', text = ''] of form.matchAll(/(<textarea[^>]*>)([\s\S]*?)<\/textarea>/g)) {
    fields[attribute(tag, 'name') ?? ''] = unescaped(text.replace(/^\n/, '')).replaceAll(
      /\r?\n/g,
      '\r\n',
    );
  }
  return fields;
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : unescaped(value);
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
