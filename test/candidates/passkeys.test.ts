import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Db } from '#platform/database';
import { type TestDatabase, createTestDatabase } from '../support/database.ts';
import { lastEmail } from '../support/emails.ts';
import { hiddenFields } from '../support/html.ts';
import { advance, freezeTime } from '../support/time.ts';
import { newAuthenticator } from './authenticator.ts';
import { Browser, type Site, newAddress, startSite } from './harness.tsx';

const party = { domain: 'jobs.test', origin: 'https://jobs.test' };
const account = '/en/my/account';

let database: TestDatabase;
let db: Db;
let site: Site;
let browser: Browser;
let email: string;

beforeAll(async () => {
  database = await createTestDatabase();
  ({ db } = database);
});
afterAll(() => database.drop());
beforeEach(async () => {
  freezeTime('2026-03-02T14:00:00Z');
  site = await startSite(db, { origin: party.origin });
  browser = new Browser(site);
  email = newAddress();
  await browser.signIn(email);
});
afterEach(() => {
  vi.useRealTimers();
});

type Device = ReturnType<typeof newAuthenticator>;

async function csrf(who = browser): Promise<string> {
  return hiddenFields(await (await who.get(account)).text())['csrf'] ?? '';
}

async function optionsToAdd(who = browser): Promise<{ challenge: string }> {
  const answer = await who.post(`${account}/passkeys/options`, { csrf: await csrf(who) });
  expect(answer.status).toBe(200);
  return (await answer.json()) as { challenge: string };
}

/** Sends what a device made, and gives what the account page is told of it. */
async function add(answer: string, who = browser): Promise<string | null> {
  const token = await csrf(who);
  const sent = await who.post(`${account}/passkeys`, { csrf: token, answer, name: 'Phone' });
  expect(sent.status).toBe(303);
  return new URLSearchParams(sent.headers.get('location')?.split('?')[1]).get('told');
}

async function withPasskey(): Promise<Device> {
  const device = newAuthenticator(party);
  expect(await add(device.create(await optionsToAdd()))).toBe('added');
  return device;
}

async function optionsToSignIn(who: Browser): Promise<{ challenge: string }> {
  const answer = await who.post('/en/my/sign-in/passkey/options', {});
  return (await answer.json()) as { challenge: string };
}

/** Whether a signature opens a session, in a browser of its own. */
async function opens(answer: string, who = new Browser(site)): Promise<boolean> {
  const sent = await who.post('/en/my/sign-in/passkey', { answer });
  expect(sent.status).toBe(303);
  const signedIn = who.cookies.size > 0;
  expect(sent.headers.get('location')).toBe(
    signedIn ? '/en/my/applications' : '/en/my/sign-in?told=other-way',
  );
  return signedIn;
}

function stored(device: Device) {
  return db
    .selectFrom('candidate_passkeys')
    .selectAll()
    .where('credential_id', '=', device.id)
    .executeTakeFirst();
}

it('open a session, and tell the mailbox when they are added', async () => {
  advance(1);
  const device = await withPasskey();
  expect(await lastEmail(db, email)).toMatchObject({
    kind: 'candidate-passkey-added',
    url: `${party.origin}${account}`,
  });
  advance(60);
  const other = new Browser(site);
  expect(await opens(device.get(await optionsToSignIn(other)), other)).toBe(true);
  expect(await (await other.get('/en/jobs/')).text()).toBe(email);
  expect(await stored(device)).toMatchObject({ uses: '2', used_at: new Date() });
});

it('lead to the page wanted, and to no other site', async () => {
  const device = await withPasskey();
  const to = async (next: string) => {
    const answer = device.get(await optionsToSignIn(browser));
    const sent = await new Browser(site).post('/en/my/sign-in/passkey', { answer, next });
    return sent.headers.get('location');
  };
  expect(await to('/en/my/account')).toBe('/en/my/account');
  expect(await to('//evil.example/en/my/')).toBe('/en/my/applications');
});

describe('a new passkey is refused', () => {
  it('for another site, without verifying the person, or with anything altered', async () => {
    const refused = [
      { domain: 'evil.example' },
      { origin: 'https://evil.example' },
      { origin: 'http://jobs.test' },
      { verified: false },
    ];
    for (const as of refused) {
      const device = newAuthenticator(party);
      expect(await add(device.create(await optionsToAdd(), as)), JSON.stringify(as)).toBe(
        'refused',
      );
      expect(await stored(device)).toBeUndefined();
    }
    const texts = ['', '{', '[]', '{"id":"a"}', JSON.stringify('x'.repeat(30_000))];
    for (const text of texts) expect(await add(text), text.slice(0, 20)).toBe('refused');
  });

  it('for a challenge of another candidate, used, too old, never made, or for signing in', async () => {
    const other = new Browser(site);
    await other.signIn(newAddress());
    const used = await optionsToAdd();
    expect(await add(newAuthenticator(party).create(used))).toBe('added');
    const old = await optionsToAdd();
    const theirs = await optionsToAdd(other);
    const toSignIn = await optionsToSignIn(browser);
    const refused = { theirs, used, toSignIn, unknown: { challenge: 'A'.repeat(43) } };
    for (const [which, options] of Object.entries(refused)) {
      expect(await add(newAuthenticator(party).create(options)), which).toBe('refused');
    }
    advance(6);
    expect(await add(newAuthenticator(party).create(old))).toBe('refused');
  });

  it('where it belongs to somebody already', async () => {
    const device = await withPasskey();
    const other = new Browser(site);
    await other.signIn(newAddress());
    expect(await add(device.create(await optionsToAdd(other)), other)).toBe('known');
  });

  it('beyond what an account holds', async () => {
    for (let count = 0; count < 20; count += 1) await withPasskey();
    expect(await add(newAuthenticator(party).create(await optionsToAdd()))).toBe('many');
  });
});

describe('a signature opens nothing', () => {
  it('a second time', async () => {
    const device = await withPasskey();
    const answer = device.get(await optionsToSignIn(browser));
    expect(await opens(answer)).toBe(true);
    expect(await opens(answer)).toBe(false);
  });

  it('for another site, without verifying the person, or with anything altered', async () => {
    const device = await withPasskey();
    const refused = [
      { domain: 'evil.example' },
      { origin: 'https://evil.example' },
      { verified: false },
    ];
    for (const as of refused) {
      const answer = device.get(await optionsToSignIn(browser), as);
      expect(await opens(answer), JSON.stringify(as)).toBe(false);
    }
    const stranger = newAuthenticator(party).get(await optionsToSignIn(browser));
    expect(await opens(stranger)).toBe(false);
    const impostor = JSON.parse(stranger) as Record<string, unknown>;
    expect(await opens(JSON.stringify({ ...impostor, id: device.id, rawId: device.id }))).toBe(
      false,
    );
    expect(await opens('{"id":1}')).toBe(false);
  });

  it('with a challenge that is too old, or was made for adding a passkey', async () => {
    const device = await withPasskey();
    expect(await opens(device.get(await optionsToAdd()))).toBe(false);
    const old = await optionsToSignIn(browser);
    advance(6);
    expect(await opens(device.get(old))).toBe(false);
  });

  it('from a copy of the device that has fallen behind', async () => {
    const device = await withPasskey();
    expect(await opens(device.get(await optionsToSignIn(browser)))).toBe(true);
    device.forgetUses();
    expect(await opens(device.get(await optionsToSignIn(browser)))).toBe(false);
  });

  it('after the passkey was removed, by its owner alone', async () => {
    const device = await withPasskey();
    const { id = '' } = (await stored(device)) ?? {};
    const other = new Browser(site);
    await other.signIn(newAddress());
    const remove = async (who: Browser) =>
      who.post(`${account}/passkeys/remove`, { csrf: await csrf(who), id });
    await remove(other);
    expect(await stored(device)).toBeDefined();
    await remove(browser);
    expect(await stored(device)).toBeUndefined();
    expect(await opens(device.get(await optionsToSignIn(browser)))).toBe(false);
  });
});

it('are asked for by our own pages only, and so often from one network', async () => {
  const foreign = { 'sec-fetch-site': 'cross-site' };
  const asked = await browser.post('/en/my/sign-in/passkey/options', {}, foreign);
  expect(asked.status).toBe(403);
  const device = await withPasskey();
  const answer = device.get(await optionsToSignIn(browser));
  const victim = new Browser(site);
  await victim.post('/en/my/sign-in/passkey', { answer }, foreign);
  expect(victim.cookies.size).toBe(0);

  const from = { 'x-test-address': '198.51.100.9' };
  const statuses = new Set<number>();
  for (let count = 0; count < 60; count += 1) {
    statuses.add((await browser.post('/en/my/sign-in/passkey/options', {}, from)).status);
  }
  expect([...statuses]).toEqual([200]);
  const refused = await browser.post('/en/my/sign-in/passkey/options', {}, from);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '900']);
});
