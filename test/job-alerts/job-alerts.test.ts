import { setTimeout as sleep } from 'node:timers/promises';
import { Hono } from 'hono';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Announcer, createAnnouncer } from '#hiring/announcements';
import { createJobAlerts, jobAlertsWeb } from '#hiring/job-alerts';
import { type Postings, createPostings } from '#hiring/postings';
import { type ContentFolder, contentFolder, pairSources } from '#hiring/postings/testing';
import { randomIds } from '#platform/ids';
import { createMail } from '#platform/mail';
import { type Queue, startQueue } from '#platform/queue';
import { renderPage } from '#web/layout/index.ts';
import { href } from '#web/routes.ts';
import { textOf } from '../staff/harness.tsx';
import { type TestDatabase, createTestDatabase } from '../support/database.ts';

const log = { info() {}, warn() {}, error() {} };
const origin = 'http://jobs.test';
const origins = { en: origin, fr: origin };
const clock = (): Date => new Date();

let database: TestDatabase;
let folder: ContentFolder;
let postings: Postings;
let queue: Queue;
let announcer: Announcer;
let app: Hono;

beforeEach(async () => {
  database = await createTestDatabase();
  const { db } = database;
  folder = await contentFolder({
    'site.yml': 'organization: { en: Sample, fr: Modèle }\n',
    ...pairSources('first'),
  });
  const common = { db, clock, ids: randomIds, log, closingSoonDays: 7 };
  postings = createPostings({ ...common, contentFolder: folder.path });
  await postings.reload();
  queue = await startQueue(database.settings, log);
  const mail = await createMail({ db, clock, ids: randomIds, sending: null });
  const secret = 'a secret of the tests, as long as it has to be';
  const deps = { ...common, mail, queue, postings, origins, secret };
  const alerts = await createJobAlerts(deps);
  announcer = createAnnouncer({ ...common, postings, subscribers: [alerts.onAnnouncements] });
  await announcer.look();
  const shell = () => ({
    site: postings.snapshot().site,
    origins,
    asset: (name: string) => `/assets/${name}`,
    staff: null,
  });
  app = jobAlertsWeb({
    ...deps,
    clientAddress: (c) => c.req.header('x-sender') ?? '192.0.2.1',
    render: (c, page, status = 200) => c.html(renderPage(page, shell()), status),
  });
});
afterEach(async () => {
  await queue.stop();
  await folder.removeAll();
  await database.drop();
});

const get = (path: string) => app.request(origin + path);
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  app.request(origin + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'sec-fetch-site': 'same-origin', ...headers },
  });
const emails = () => database.db.selectFrom('emails').selectAll().orderBy('created_at').execute();
const rows = () => database.db.selectFrom('job_alerts').selectAll().execute();

async function lastLink(): Promise<string> {
  const url = (await emails())
    .at(-1)
    ?.text_body.match(/http:\S+\/(?:confirm\w*|stop|arret)\/\S+/)?.[0];
  return new URL(url ?? '').pathname;
}

async function subscribe(email: string, lang: 'en' | 'fr', search = ''): Promise<void> {
  await post(href('alerts.ask', lang) + search, { email, lang });
  await post(await lastLink(), {});
}

async function openPosting(key: string): Promise<void> {
  for (const [file, text] of Object.entries(pairSources(key))) await folder.write(file, text);
  await postings.reload();
  await announcer.look();
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (await condition()) return;
    await sleep(50);
  }
  throw new Error('It did not happen in 10 seconds');
}

const alertsSent = async () => (await emails()).filter(({ kind }) => kind === 'job-alert');

it('writes to nobody who has not confirmed, and to those who have, in their language', async () => {
  await post(href('alerts.ask', 'en'), { email: 'ann@sample.example', lang: 'en' });
  await subscribe('zoe@sample.example', 'fr');
  await openPosting('second');
  await until(async () => (await alertsSent()).length > 0);
  const sent = await alertsSent();
  expect(sent.map(({ recipient }) => recipient)).toEqual(['zoe@sample.example']);
  expect(sent[0]).toMatchObject({ lang: 'fr', subject: 'Nouvelle offre\u00A0: Français second' });
  expect(sent[0]?.text_body).toContain('http://jobs.test/fr/emplois/francais-second');
  expect(sent[0]?.unsubscribe_url).toContain('/fr/alertes-emploi/arret/');
  expect(sent[0]?.text_body).not.toContain('first');
});

it('tells only of what the search finds, and of one opening once', async () => {
  await subscribe('ann@sample.example', 'en', '?q=third&place=ON');
  await subscribe('bob@sample.example', 'en', '?q=third');
  const page = textOf(await (await get(`${href('alerts.ask', 'fr')}?q=third&place=ON`)).text());
  expect(page).toContain('«\u00A0third\u00A0»; Province ou territoire\u00A0: Ontario');
  await openPosting('second');
  await openPosting('third');
  await until(async () => (await alertsSent()).length > 0);
  await postings.reload();
  await announcer.look();
  await sleep(1500);
  const sent = await alertsSent();
  expect(sent.map(({ recipient }) => recipient)).toEqual(['bob@sample.example']);
  expect(sent[0]?.text_body).toContain('English third');
});

it('stops at one press, whoever presses, and forgets the address', async () => {
  await subscribe('ann@sample.example', 'en');
  await openPosting('second');
  await until(async () => (await alertsSent()).length > 0);
  const { pathname } = new URL((await alertsSent())[0]?.unsubscribe_url ?? '');
  expect(textOf(await (await get(pathname)).text())).toContain('ann@sample.example');
  expect(await rows()).toHaveLength(1);
  // As a mail program does it: no browser, no origin, the body that RFC 8058 prescribes.
  const pressed = await app.request(origin + pathname, {
    method: 'POST',
    body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
  });
  expect(pressed.status).toBe(200);
  expect(await rows()).toEqual([]);
  expect((await post(pathname, {})).status).toBe(200);
  expect((await get(pathname)).status).toBe(410);
});

it('says the same of an address that is known, and has nothing to confirm there', async () => {
  await subscribe('ann@sample.example', 'en');
  const again = await post(href('alerts.ask', 'en'), { email: 'Ann@sample.example', lang: 'en' });
  expect(again.headers.get('location')).toBe(href('alerts.sent', 'en'));
  expect((await emails()).at(-1)).toMatchObject({ kind: 'job-alert-known' });
  expect(await rows()).toHaveLength(1);
});

it('keeps what was typed and says what to fix', async () => {
  const answer = await post(href('alerts.ask', 'fr'), { email: 'zoe', lang: 'fr' });
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain('value="zoe"');
  expect(textOf(html)).toContain('Entrez une adresse courriel complète');
});

it('takes no form of another site, no made-up link, and no flood', async () => {
  const fields = { email: 'ann@sample.example', lang: 'en' };
  const foreign = await post(href('alerts.ask', 'en'), fields, { 'sec-fetch-site': 'cross-site' });
  expect(foreign.status).toBe(403);
  expect(await rows()).toEqual([]);
  expect((await get(href('alerts.confirm', 'en', { token: 'x'.repeat(60) }))).status).toBe(410);
  const statuses: number[] = [];
  for (let n = 0; n < 5; n += 1) {
    statuses.push(
      (await post(href('alerts.ask', 'en'), fields, { 'x-sender': `192.0.2.${n}` })).status,
    );
  }
  expect(statuses).toEqual([303, 303, 303, 303, 429]);
});

it('does not let a link to stop be used to begin', async () => {
  await post(href('alerts.ask', 'en'), { email: 'ann@sample.example', lang: 'en' });
  const confirm = await lastLink();
  const token = confirm.split('/').at(-1) ?? '';
  expect((await post(href('alerts.stop', 'en', { token }), {})).status).toBe(410);
  expect(await rows()).toHaveLength(1);
});

it('forgets after seven days what nobody confirmed', async () => {
  await post(href('alerts.ask', 'en'), { email: 'old@sample.example', lang: 'en' });
  const eightDaysAgo = new Date(Date.now() - 8 * 86_400_000);
  await database.db.updateTable('job_alerts').set({ asked_at: eightDaysAgo }).execute();
  await post(href('alerts.ask', 'en'), { email: 'new@sample.example', lang: 'en' });
  expect((await rows()).map(({ email }) => email)).toEqual(['new@sample.example']);
});
