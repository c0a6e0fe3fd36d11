import { once } from 'node:events';
import { type IncomingHttpHeaders, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Announcement } from '#hiring/announcements';
import { type Webhooks, createWebhooks, webhooksWeb } from '#hiring/webhooks';
import { randomIds } from '#platform/ids';
import { type Queue, startQueue } from '#platform/queue';
import { href } from '#web/routes.ts';
import {
  Browser,
  type Site,
  hiddenFields,
  log,
  newPerson,
  secret,
  startSite,
  textOf,
} from '../staff/harness.tsx';
import { type TestDatabase, createTestDatabase } from '../support/database.ts';

const origins = { en: 'https://jobs.example', fr: 'https://emplois.example' };

let database: TestDatabase;
let queue: Queue;
let webhooks: Webhooks;
let site: Site;
let browser: Browser;
let receiver: Server;
let received: { headers: IncomingHttpHeaders; body: string }[];
/** Statuses that the receiver answers next; 200 once there are none. */
let answers: number[];
let postingId: string;
/** Milliseconds by which the clock is ahead of the real one. */
let ahead: number;
const clock = (): Date => new Date(Date.now() + ahead);

beforeEach(async () => {
  received = [];
  answers = [];
  ahead = 0;
  database = await createTestDatabase();
  queue = await startQueue(database.settings, log);
  const deps = { db: database.db, clock, ids: randomIds, log, queue, secret, origins };
  webhooks = await createWebhooks({ ...deps, allowPrivate: true });
  site = await startSite(database.db, 'http://desk.test', (staff, render) =>
    webhooksWeb({ ...deps, ...staff, render, allowPrivate: true }),
  );
  browser = new Browser(site);
  const person = await newPerson(database.db, 'admin', 'en');
  await browser.signIn(person.email);
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(answers.shift() ?? 200).end('whatever');
    });
  });
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  postingId = randomIds.uuid();
});
afterEach(async () => {
  await queue.stop();
  receiver.close();
  await database.drop();
});

const address = (): string => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/in`;

const announcement = (kind: Announcement['kind']): Announcement => ({
  id: randomIds.uuid(),
  kind,
  happenedAt: clock(),
  posting: {
    id: postingId,
    translationKey: 'advisor',
    title: { en: 'Advisor <& more>', fr: 'Conseillère ou conseiller' },
    paths: { en: '/en/jobs/advisor', fr: '/fr/emplois/conseiller' },
    versionHash: 'abc',
    opensAt: null,
    closesAt: new Date('2026-05-10T06:59:00Z'),
    timeZone: 'America/Toronto',
  },
});

async function add(fields: Record<string, string>): Promise<string> {
  const page = await (await browser.get(href('desk.webhooks', 'en'))).text();
  const { csrf = '', key = '' } = hiddenFields(page);
  const form = new FormData();
  for (const [name, value] of Object.entries({ csrf, key, ...fields })) {
    for (const one of value.split(',')) form.append(name, one);
  }
  const answer = await browser.post(href('desk.webhooks', 'en'), form);
  expect(answer.status).toBe(303);
  return /webhooks\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? '';
}

async function act(id: string, fields: Record<string, string>): Promise<void> {
  const page = await (await browser.get(href('desk.webhook', 'en', { id }))).text();
  const { csrf = '' } = hiddenFields(page);
  const answer = await browser.post(href('desk.webhookDo', 'en', { id }), { csrf, ...fields });
  expect(answer.status).toBe(303);
}

const messages = () => database.db.selectFrom('webhook_messages').selectAll().execute();

async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    if (await condition()) return;
    await sleep(50);
  }
  throw new Error('It did not happen in 20 seconds');
}

const tell = (kind: Announcement['kind']) =>
  database.db.transaction().execute((tx) => webhooks.onAnnouncements(tx, [announcement(kind)]));

describe('an endpoint for software', () => {
  it('gets what it asked for, signed as Standard Webhooks says, in both languages', async () => {
    const id = await add({
      url: address(),
      format: 'standard',
      lang: 'en',
      events: 'posting.opened,application.received',
    });
    await tell('opened');
    await tell('closed');
    await until(() => received.length === 1);
    const page = await (await browser.get(href('desk.webhook', 'en', { id }))).text();
    const shown = /whsec_[\w+/=]+/.exec(textOf(page))?.[0] ?? '';
    const { headers, body } = received[0]!;
    const payload = new Webhook(shown).verify(body, headers as Record<string, string>);
    expect(payload).toMatchObject({
      type: 'posting.opened',
      data: {
        posting: {
          id: postingId,
          title: { en: 'Advisor <& more>', fr: 'Conseillère ou conseiller' },
          url: { fr: 'https://emplois.example/fr/emplois/conseiller' },
          closesAt: '2026-05-10T06:59:00.000Z',
        },
      },
    });
    await until(async () => (await messages()).every(({ delivered_at }) => delivered_at !== null));
  });

  it('is told of an application by its reference alone', async () => {
    await add({ url: address(), format: 'standard', lang: 'fr', events: 'application.received' });
    await database.db.transaction().execute((tx) =>
      webhooks.onApplication(tx, {
        id: randomIds.uuid(),
        reference: 'T-0000-0000',
        receivedAt: clock(),
        posting: announcement('opened').posting,
      }),
    );
    await until(() => received.length === 1);
    expect(JSON.parse(received[0]!.body)).toMatchObject({
      type: 'application.received',
      data: { application: { reference: 'T-0000-0000' }, posting: { id: postingId } },
    });
  });

  it('hears nothing of what was rolled back', async () => {
    await add({ url: address(), format: 'standard', lang: 'en', events: 'posting.opened' });
    const failing = database.db.transaction().execute(async (tx) => {
      await webhooks.onAnnouncements(tx, [announcement('opened')]);
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(await messages()).toEqual([]);
  });

  it('is tried again after a failure, with the same id and text', async () => {
    answers = [500];
    await add({ url: address(), format: 'standard', lang: 'en', events: 'posting.opened' });
    await tell('opened');
    await until(async () => (await messages())[0]?.attempts === 1);
    expect((await messages())[0]).toMatchObject({ last_failure: 'HTTP 500', delivered_at: null });
    expect(received).toHaveLength(1);
  });

  it('is told nothing more once it says that it is gone', async () => {
    answers = [410];
    const id = await add({
      url: address(),
      format: 'standard',
      lang: 'en',
      events: 'posting.opened',
    });
    await tell('opened');
    await until(async () => (await messages())[0]?.dead_at !== null);
    await tell('opened');
    expect(await messages()).toHaveLength(1);
    const page = textOf(await (await browser.get(href('desk.webhook', 'fr', { id }))).text());
    expect(page).toContain('elle a répondu qu’elle n’existe plus');
    expect(page).toContain('Non livré (HTTP 410)');
  });

  it('leaves a dead letter after the last try, which can be sent again', async () => {
    const id = await add({
      url: address(),
      format: 'standard',
      lang: 'en',
      events: 'posting.opened',
    });
    await tell('opened');
    await until(() => received.length === 1);
    await until(async () => (await messages())[0]?.delivered_at !== null);
    const [message] = await messages();
    await database.db
      .updateTable('webhook_messages')
      .set({ attempts: 9, delivered_at: null })
      .execute();
    answers = [503];
    const task = { name: 'deliver-webhook', retryLimit: 0, retryDelay: 1, atOnce: 1 };
    await database.db
      .transaction()
      .execute((tx) => queue.enqueue(tx, task, { messageId: message!.id }));
    await until(async () => (await messages())[0]?.dead_at !== null);
    const page = textOf(await (await browser.get(href('desk.webhooks', 'en'))).text());
    expect(page).toContain('1 message not delivered');
    await act(id, { deed: 'again', message: message!.id });
    await until(async () => (await messages())[0]?.delivered_at !== null);
    expect(received.at(-1)?.headers['webhook-id']).toBe(message!.id);
  });
});

describe('a Slack channel', () => {
  it('gets one line in its language, with nothing of ours taken for mark-up', async () => {
    await add({ url: address(), format: 'slack', lang: 'en', events: 'posting.opened' });
    await tell('opened');
    await until(() => received.length === 1);
    const { text } = JSON.parse(received[0]!.body) as { text: string };
    expect(text).toContain('<https://jobs.example/en/jobs/advisor|Advisor &lt;&amp; more&gt;>');
    expect(text).toContain('May\u00A010,\u00A02026 at 2:59\u00A0am');
    expect(received[0]!.headers['webhook-signature']).toBeUndefined();
  });
});

describe('the pages', () => {
  it('take a test, a new secret, a stop and a start', async () => {
    const id = await add({
      url: address(),
      format: 'standard',
      lang: 'en',
      events: 'posting.opened',
    });
    await act(id, { deed: 'test' });
    await until(() => received.length === 1);
    expect(JSON.parse(received[0]!.body)).toMatchObject({ type: 'test', data: {} });
    const secretOf = async () =>
      /whsec_[\w+/=]+/.exec(
        textOf(await (await browser.get(href('desk.webhook', 'en', { id }))).text()),
      )?.[0];
    const before = (await secretOf()) ?? '';
    // As by a double click: what the receiver has goes on signing for a day.
    await act(id, { deed: 'renew' });
    await act(id, { deed: 'renew' });
    const renewed = (await secretOf()) ?? '';
    expect(renewed).not.toBe(before);
    await act(id, { deed: 'test' });
    await until(() => received.length === 2);
    const signatures = () =>
      String(received.at(-1)?.headers['webhook-signature'])
        .split(' ')
        .map((one) => one.replace('v1,', ''));
    const signatureBy = (one: string) => {
      const { headers, body } = received.at(-1)!;
      const seconds = Number(headers['webhook-timestamp']);
      const id = String(headers['webhook-id']);
      return new Webhook(one).sign(id, new Date(seconds * 1000), body).replace('v1,', '');
    };
    expect(signatures()).toEqual([signatureBy(renewed), signatureBy(before)]);
    ahead = 24 * 3_600_000;
    await act(id, { deed: 'test' });
    await until(() => received.length === 3);
    expect(signatures()).toEqual([signatureBy(renewed)]);
    await database.db.deleteFrom('webhook_messages').execute();
    await act(id, { deed: 'off' });
    await tell('opened');
    expect(await messages()).toHaveLength(0);
    await act(id, { deed: 'on' });
    await tell('opened');
    expect(await messages()).toHaveLength(1);
  });

  it('make one endpoint of a form that is sent twice', async () => {
    const page = await (await browser.get(href('desk.webhooks', 'en'))).text();
    const fields = {
      ...hiddenFields(page),
      url: address(),
      format: 'standard',
      lang: 'en',
      events: 'posting.opened',
    };
    const first = await browser.post(href('desk.webhooks', 'en'), fields);
    const second = await browser.post(href('desk.webhooks', 'en'), fields);
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
  });

  it('keep what was typed and say what to fix, in French', async () => {
    const page = await (await browser.get(href('desk.webhooks', 'fr'))).text();
    const answer = await browser.post(href('desk.webhooks', 'fr'), {
      ...hiddenFields(page),
      url: 'hooks.example',
    });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('value="hooks.example"');
    expect(textOf(html)).toContain('Entrez une adresse Web complète');
  });

  it('are for admins only', async () => {
    const manager = new Browser(site);
    await manager.signIn((await newPerson(database.db, 'manager')).email);
    expect((await manager.get(href('desk.webhooks', 'en'))).status).toBe(403);
    expect((await manager.get(href('desk.webhook', 'en', { id: postingId }))).status).toBe(403);
  });
});
