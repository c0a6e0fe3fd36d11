import type { KyselyPlugin } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Db } from '#platform/database';
import { type TestDatabase, createTestDatabase } from '../support/database.ts';
import { lastEmail } from '../support/emails.ts';
import { hiddenFields, textOf } from '../support/html.ts';
import { advance, freezeTime } from '../support/time.ts';
import { Browser, type Site, newAddress, notePath, startSite } from './harness.tsx';

let database: TestDatabase;
let db: Db;
let site: Site;
let browser: Browser;

beforeAll(async () => {
  database = await createTestDatabase();
  ({ db } = database);
});
afterAll(() => database.drop());
beforeEach(async () => {
  freezeTime('2026-03-02T14:00:00Z');
  site = await startSite(db);
  browser = new Browser(site);
});
afterEach(() => {
  vi.useRealTimers();
});

const signIn = '/en/my/sign-in';
const confirm = '/en/my/sign-in/confirm';
const mine = '/en/my/applications';
const tokenOf = (path: string): string =>
  new URLSearchParams(path.split('?')[1]).get('token') ?? '';

describe('a private link', () => {
  it('cannot be guessed, cut, lengthened, or written otherwise', async () => {
    const token = tokenOf(await browser.askForLink(newAddress()));
    expect(token).toMatch(/^[\w-]{43}$/);
    const guesses = [
      'A'.repeat(43),
      token.slice(0, -1),
      `${token}A`,
      `${token} `,
      token.toLowerCase(),
      '%',
      "' or 1=1 --",
    ];
    for (const guess of guesses) {
      const query = new URLSearchParams({ token: guess });
      expect((await browser.get(`${confirm}?${query.toString()}`)).status, guess).toBe(410);
      expect((await browser.post(confirm, { token: guess })).status, guess).toBe(410);
    }
    expect((await browser.post(confirm, {})).status).toBe(410);
    expect(browser.cookies.size).toBe(0);
  });

  it('works once, however many use it at the same moment', async () => {
    const token = tokenOf(await browser.askForLink(newAddress()));
    const rivals = Array.from({ length: 8 }, () => new Browser(site));
    const answers = await Promise.all(rivals.map((rival) => rival.post(confirm, { token })));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array(7).fill(410)]);
    expect(rivals.filter(({ cookies }) => cookies.size > 0)).toHaveLength(1);
  });

  it('works for an hour, and leads to asking for another that ends where it would have', async () => {
    const path = await browser.askForLink(newAddress(), notePath);
    advance(59);
    expect((await browser.get(path)).status).toBe(200);
    advance(1);
    const late = await browser.get(path);
    expect(late.status).toBe(410);
    expect(await late.text()).toContain(`href="${signIn}?next=${encodeURIComponent(notePath)}"`);
    expect((await browser.post(confirm, { token: tokenOf(path) })).status).toBe(410);
  });

  it('says whose it is to nobody once it is used', async () => {
    const email = newAddress();
    const path = await browser.askForLink(email);
    await browser.follow(path);
    const text = await (await new Browser(site).get(path)).text();
    expect(text).not.toContain(email);
  });

  it('is not in the database, and neither is what opens a session', async () => {
    const path = await browser.askForLink(newAddress());
    await browser.follow(path);
    const secrets = [tokenOf(path), ...browser.cookies.values()];
    expect(secrets).toHaveLength(2);
    const rows = JSON.stringify([
      await db.selectFrom('candidate_links').selectAll().execute(),
      await db.selectFrom('candidate_sessions').selectAll().execute(),
      await db.selectFrom('candidates').selectAll().execute(),
    ]);
    for (const secret of secrets) expect(rows).not.toContain(secret);
  });

  it('is forgotten, with what ended by itself, when somebody signs in later', async () => {
    await browser.signIn(newAddress());
    advance(26 * 60);
    await browser.signIn(newAddress());
    for (const table of ['candidate_links', 'candidate_sessions'] as const) {
      const { count } = await db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<string>().as('count'))
        .where('expires_at', '<=', new Date())
        .executeTakeFirstOrThrow();
      expect(count, table).toBe('0');
    }
  });
});

describe('whether an address is known', () => {
  it('is told by no part of the answer, and by no part of the work', async () => {
    const asked: string[] = [];
    const listening: KyselyPlugin = {
      transformQuery({ node }) {
        asked.push(node.kind);
        return node;
      },
      transformResult: async ({ result }) => result,
    };
    const heard = await startSite(db.withPlugin(listening));
    const known = newAddress();
    await new Browser(heard).signIn(known);
    const ask = async (email: string) => {
      asked.length = 0;
      const answer = await new Browser(heard).post(signIn, { email });
      return {
        status: answer.status,
        headers: [...answer.headers],
        body: await answer.text(),
        work: [...asked],
      };
    };
    const ofKnown = await ask(known);
    expect(ofKnown.work).toEqual(['InsertQueryNode', 'InsertQueryNode']);
    expect(await ask(newAddress())).toEqual(ofKnown);
    // Two e-mails as well, alike but for the secret in them.
    expect((await lastEmail(db, known))?.kind).toBe('candidate-sign-in');
  });

  it('leaves no account behind for what a stranger types', async () => {
    const email = newAddress();
    await browser.askForLink(email);
    const row = db.selectFrom('candidates').select('id').where('email', '=', email);
    expect(await row.executeTakeFirst()).toBeUndefined();
  });

  it('is told neither by the limits, which count both alike', async () => {
    const known = newAddress();
    await browser.signIn(known);
    advance(20);
    const fresh = await startSite(db);
    const limitOf = async (email: string, network: string): Promise<number[]> => {
      const statuses: number[] = [];
      for (let count = 0; count < 6; count += 1) {
        const headers = { 'x-test-address': network };
        statuses.push((await new Browser(fresh).post(signIn, { email }, headers)).status);
      }
      return statuses;
    };
    const limits = [303, 303, 303, 303, 303, 429];
    expect(await limitOf(known, '198.51.100.1')).toEqual(limits);
    expect(await limitOf(newAddress(), '198.51.100.2')).toEqual(limits);
  });
});

it('asking for links is limited by network too, and says for how long', async () => {
  const from = (network: string, lang = signIn) =>
    browser.post(lang, { email: newAddress() }, { 'x-test-address': network });
  for (let count = 0; count < 20; count += 1) {
    expect((await from(`2001:db8::${count}`)).status).toBe(303);
  }
  const refused = await from('2001:db8::ffff', '/fr/moi/connexion');
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '900']);
  expect(textOf(await refused.text())).toContain('dans 15 minutes');
  expect((await from('2001:db8:0:1::1')).status).toBe(303);
});

describe('a form from elsewhere', () => {
  const foreign = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': '', origin: 'https://evil.example' },
    { 'sec-fetch-site': '', origin: 'null' },
  ];

  it.each(foreign)('neither sends a link, nor signs in, nor signs out (%o)', async (headers) => {
    const email = newAddress();
    expect((await browser.post(signIn, { email }, headers)).status).toBe(403);
    expect(await lastEmail(db, email)).toBeNull();

    // An attacker's own link, to have the victim write into the attacker's account.
    const token = tokenOf(await new Browser(site).askForLink(newAddress()));
    expect((await browser.post(confirm, { token }, headers)).status).toBe(403);
    expect(browser.cookies.size).toBe(0);

    await browser.signIn(email);
    expect((await browser.post('/en/my/sign-out', {}, headers)).status).toBe(403);
    expect((await browser.get(mine)).status).toBe(200);
  });

  it('changes nothing of the account, not even with the right token', async () => {
    const email = newAddress();
    await browser.signIn(email);
    const { csrf = '' } = hiddenFields(await (await browser.get('/en/my/account')).text());
    const actions = ['account/language', 'account/sign-out-everywhere'];
    for (const action of actions) {
      for (const headers of foreign) {
        const sent = await browser.post(`/en/my/${action}`, { csrf, lang: 'fr' }, headers);
        expect(sent.status, action).toBe(403);
      }
      for (const token of ['', 'x.y', csrf.slice(0, -1)]) {
        const sent = await browser.post(`/en/my/${action}`, { csrf: token, lang: 'fr' });
        expect(sent.status, action).toBe(403);
      }
    }
    const row = db.selectFrom('candidates').select('lang').where('email', '=', email);
    expect(await row.executeTakeFirst()).toEqual({ lang: 'en' });
    expect((await browser.get(mine)).status).toBe(200);
  });

  it('is not accepted with the token of another candidate', async () => {
    const attacker = new Browser(site);
    await attacker.signIn(newAddress());
    const { csrf = '' } = hiddenFields(await (await attacker.get('/en/my/account')).text());
    await browser.signIn(newAddress());
    const sent = await browser.post('/en/my/account/language', { csrf, lang: 'fr' });
    expect(sent.status).toBe(403);
  });
});

describe('an address that leads elsewhere', () => {
  const elsewhere = [
    'https://evil.example/en/my/',
    '//evil.example/en/my/',
    '/\\evil.example/en/my/',
    '/en/my/..//..//evil.example',
    '/en/my/%2e%2e/%2e%2e//evil.example',
    '/en/my/../staff/processes',
    '/en/staff/processes',
    '/en/jobs/..\\..\\/evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/en/my/\r\nSet-Cookie: a=b',
  ];

  it.each(elsewhere)('is not followed: %j', async (next) => {
    const email = newAddress();
    const query = new URLSearchParams({ next });
    const page = await (await browser.get(`${signIn}?${query.toString()}`)).text();
    const kept = hiddenFields(page)['next'] ?? mine;
    expect(kept).toMatch(/^\/en\/my\/[^/\\]*$/);

    const opened = await browser.signIn(email, next);
    const to = opened.headers.get('location') ?? '';
    expect(to).toMatch(/^\/en\/my\/[^/\\]*$/);
    expect(opened.headers.getSetCookie()).toHaveLength(1);
    const again = await browser.get(`${signIn}?${query.toString()}`);
    expect(again.headers.get('location')).toMatch(/^\/en\/my\/[^/\\]*$/);
  });
});

describe('what is typed', () => {
  it.each([
    'a@example.org\r\nBcc: b@example.org',
    'a@example.org%0d%0aBcc: b@example.org',
    'a@example.org\nX: y',
    'a@example.org,b@example.org',
    '"a\r\n"@example.org',
  ])('reaches no header: %j', async (email) => {
    const before = await db.selectFrom('emails').select('id').execute();
    const sent = await browser.post(signIn, { email });
    expect(sent.status).toBe(422);
    expect(await db.selectFrom('emails').select('id').execute()).toHaveLength(before.length);
  });

  it('comes back as text, never as part of the page', async () => {
    const email = '"><script>alert(1)</script>@example.org';
    const html = await (await browser.post(signIn, { email })).text();
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script>alert');
  });

  it('reaches the log in no form: it names nobody, and holds no secret', async () => {
    const email = newAddress();
    await browser.signIn(email, notePath);
    const form = hiddenFields(await (await browser.get(notePath)).text());
    const secrets = [...browser.cookies.values()];
    advance(25 * 60);
    await browser.post(notePath, { ...form, note: 'first line\nforged line' });
    const logged = JSON.stringify(site.logged);
    expect(site.logged.length).toBeGreaterThan(1);
    for (const text of [email, 'forged line', ...secrets]) expect(logged).not.toContain(text);
  });
});

describe('a session', () => {
  it('is never one that somebody else chose', async () => {
    const planted = 'B'.repeat(43);
    browser.cookies.set('tandem-candidate', planted);
    await browser.signIn(newAddress());
    expect(browser.cookies.get('tandem-candidate')).not.toBe(planted);
    const attacker = new Browser(site);
    attacker.cookies.set('tandem-candidate', planted);
    expect((await attacker.get(mine)).status).toBe(303);
  });

  it('ends when its browser signs in anew, as the same candidate or another', async () => {
    await browser.signIn(newAddress());
    const stolen = new Browser(site);
    stolen.cookies.set('tandem-candidate', browser.cookies.get('tandem-candidate') ?? '');
    expect((await stolen.get(mine)).status).toBe(200);
    await browser.signIn(newAddress());
    expect((await browser.get(mine)).status).toBe(200);
    expect((await stolen.get(mine)).status).toBe(303);
  });

  it('ends on every device at once, and on nobody else’s', async () => {
    const email = newAddress();
    const [phone, library, other] = [new Browser(site), new Browser(site), new Browser(site)];
    await phone.signIn(email);
    advance(1);
    await library.signIn(email);
    await other.signIn(newAddress());
    const page = await (await phone.get('/en/my/account')).text();
    expect(textOf(page)).toContain('On 2 devices or browsers');
    const { csrf = '' } = hiddenFields(page);
    const out = await phone.post('/en/my/account/sign-out-everywhere', { csrf });
    expect(out.headers.get('clear-site-data')).toBe('"cache"');
    expect(phone.cookies.size).toBe(0);
    expect((await library.get(mine)).status).toBe(303);
    expect((await other.get(mine)).status).toBe(200);
  });

  it('is kept from shared caches', async () => {
    await browser.signIn(newAddress());
    for (const path of [mine, '/fr/moi/compte']) {
      expect((await browser.get(path)).headers.get('cache-control')).toBe('private, no-cache');
    }
  });
});
