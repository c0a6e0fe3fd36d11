import { createHash } from 'node:crypto';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  inject,
  it,
  vi,
} from 'vitest';
import { changeRole, createSignInLink, disableStaff, restoreStaff } from '#hiring/staff';
import { type Db, connectDatabase, isDatabaseOutage } from '#platform/database';
import { randomIds } from '#platform/ids';
import { type TestDatabase, createTestDatabase } from '../support/database.ts';
import {
  Browser,
  type Site,
  advance,
  clock,
  freezeTime,
  hiddenFields,
  lastEmail,
  log,
  newPerson,
  startSite,
  textOf,
} from './harness.tsx';

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
  // A new site has counted no requests yet.
  site = await startSite(db);
  browser = new Browser(site);
});
afterEach(() => {
  vi.useRealTimers();
});

const signInPath = '/en/staff/sign-in';
const confirmPath = '/en/staff/sign-in/confirm';

/** A link's token, as the reader of the e-mail has it. */
async function newToken(email: string): Promise<string> {
  const made = await createSignInLink(site.settings, email);
  return new URL(made.ok ? made.url : 'http://none.test').searchParams.get('token') ?? '';
}

async function isSignedIn(): Promise<boolean> {
  return (await browser.get('/en/staff/applications/7')).status === 200;
}

describe('signing in', () => {
  it('goes by a link in an e-mail and a button, and ends on the page wanted', async () => {
    const { email } = await newPerson(db);
    const wanted = await browser.get('/en/staff/applications/7?tab=notes');
    expect(wanted.status).toBe(303);
    const signIn = wanted.headers.get('location') ?? '';
    const form = await (await browser.get(signIn)).text();
    const sent = await browser.post(signInPath, { ...hiddenFields(form), email: ` ${email} ` });
    expect(sent.status).toBe(303);
    const sentPage = await browser.get(sent.headers.get('location') ?? '');
    expect(textOf(await sentPage.text())).toContain('Look in your mailbox');

    const mail = await lastEmail(db, email);
    expect(mail).toMatchObject({ kind: 'staff-sign-in', lang: 'en', recipient: email });
    const page = await browser.get((mail?.link.pathname ?? '') + (mail?.link.search ?? ''));
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(browser.cookies.size).toBe(0);

    const opened = await browser.post(confirmPath, hiddenFields(await page.text()));
    expect(opened.status).toBe(303);
    expect(opened.headers.get('location')).toBe('/en/staff/applications/7?tab=notes');
    expect(await isSignedIn()).toBe(true);
  });

  it('sets a cookie that scripts and other sites cannot use', async () => {
    const { email } = await newPerson(db);
    const opened = await browser.signIn(email);
    expect(opened.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^tandem-staff=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
  });

  it('binds the cookie to the host and to https where the site is https', async () => {
    const secure = new Browser(await startSite(db, 'https://desk.test'));
    const { email } = await newPerson(db);
    const opened = await secure.signIn(email);
    expect(opened.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-tandem-staff=[^;]+; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      ),
    ]);
    expect((await secure.get('/en/staff/applications/7')).status).toBe(200);
  });

  it('asks nothing of a person who is signed in already', async () => {
    const { email } = await newPerson(db);
    await browser.signIn(email);
    const again = await browser.get(`${signInPath}?next=/en/staff/applications/9`);
    expect(again.headers.get('location')).toBe('/en/staff/applications/9');
  });

  it('ends with a form, and empties the browser', async () => {
    const { email } = await newPerson(db);
    await browser.signIn(email);
    const stolen = new Map(browser.cookies);
    const out = await browser.post('/en/staff/sign-out', {});
    expect(out.status).toBe(303);
    expect(out.headers.get('location')).toBe('/en/staff/sign-in?told=signed-out');
    expect(out.headers.get('clear-site-data')).toBe('"cache"');
    expect(browser.cookies.size).toBe(0);
    for (const [name, value] of stolen) browser.cookies.set(name, value);
    expect(await isSignedIn()).toBe(false);
  });
});

describe('a link', () => {
  it('is not used up by a program that follows it', async () => {
    const { email } = await newPerson(db);
    const token = await newToken(email);
    for (let visit = 0; visit < 3; visit += 1) {
      expect((await browser.get(`${confirmPath}?token=${token}`)).status).toBe(200);
    }
    expect((await browser.post(confirmPath, { token })).status).toBe(303);
  });

  it('works once', async () => {
    const { email } = await newPerson(db);
    const token = await newToken(email);
    expect((await browser.post(confirmPath, { token })).status).toBe(303);
    const thief = new Browser(site);
    const replayed = await thief.post(confirmPath, { token });
    expect(replayed.status).toBe(410);
    expect(thief.cookies.size).toBe(0);
    // Pressed twice by the person themselves: they are in.
    expect((await browser.post(confirmPath, { token })).status).toBe(303);
  });

  it('works once when pressed at the same time in two places', async () => {
    const { email } = await newPerson(db);
    const token = await newToken(email);
    const presses = [1, 2, 3, 4].map(() => new Browser(site).post(confirmPath, { token }));
    const statuses = (await Promise.all(presses)).map((answer) => answer.status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([303, 410, 410, 410]);
  });

  it('expires after 15 minutes', async () => {
    const { email } = await newPerson(db);
    const token = await newToken(email);
    advance(15.01);
    const late = await browser.post(confirmPath, { token });
    expect(late.status).toBe(410);
    expect(textOf(await late.text())).toContain('15 minutes after it was asked for');
    expect(browser.cookies.size).toBe(0);

    const other = await newToken(email);
    advance(14.99);
    expect((await browser.post(confirmPath, { token: other })).status).toBe(303);
  });

  it('cannot be guessed or made up', async () => {
    for (const token of ['', 'a', randomIds.secret(), "' or 1=1 --", '%00', 'x'.repeat(5000)]) {
      expect((await browser.post(confirmPath, { token })).status).toBe(410);
    }
    expect(browser.cookies.size).toBe(0);
  });

  it('is stored as a hash only', async () => {
    const { email } = await newPerson(db);
    const token = await newToken(email);
    const rows = await db.selectFrom('staff_verifications').selectAll().execute();
    const hash = createHash('sha256').update(token).digest('base64url');
    expect(rows.map((row) => row.identifier)).toContain(`magic-link:${hash}`);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('can be made for the terminal, for staff only', async () => {
    const { email } = await newPerson(db, 'admin', 'fr');
    const origins = { en: 'http://desk.test', fr: 'http://bureau.test' };
    const settings = { ...site.settings, origins };
    const made = await createSignInLink(settings, email.toUpperCase());
    const url = new URL(made.ok ? made.url : 'http://none.test');
    expect(url.origin + url.pathname).toBe(
      'http://bureau.test/fr/personnel/connexion/confirmation',
    );
    const token = url.searchParams.get('token') ?? '';
    expect((await browser.post(confirmPath, { token })).status).toBe(303);
    expect(await createSignInLink(settings, 'nobody@example.org')).toEqual({
      ok: false,
      error: { kind: 'unknown' },
    });
  });
});

describe('who the address belongs to', () => {
  it('is told neither by the answer nor by the time it takes', async () => {
    const { email } = await newPerson(db);
    const ask = async (address: string) => {
      const started = performance.now();
      const sent = await browser.post(signInPath, { email: address });
      const page = await browser.get(sent.headers.get('location') ?? '');
      return {
        took: performance.now() - started,
        said: [sent.status, sent.headers.get('location'), await page.text()],
      };
    };
    const known = await ask(email);
    const unknown = await ask('nobody-here@example.org');
    expect(unknown.said).toEqual(known.said);
    expect(Math.min(known.took, unknown.took)).toBeGreaterThanOrEqual(295);
    expect(await lastEmail(db, 'nobody-here@example.org')).toBeNull();
  });

  it('matters: an unknown address gets neither e-mail nor account', async () => {
    const before = await db.selectFrom('staff').select('id').execute();
    await browser.post(signInPath, { email: 'new@example.org' });
    expect(await db.selectFrom('staff').select('id').execute()).toEqual(before);
    expect(await lastEmail(db, 'new@example.org')).toBeNull();
  });

  it('is limited to a few questions in a quarter of an hour', async () => {
    const { email } = await newPerson(db);
    const ask = (address: string, from: string) =>
      browser.post(signInPath, { email: address }, { 'x-test-address': from });
    for (let n = 1; n <= 5; n += 1) expect((await ask(email, `192.0.2.${n}`)).status).toBe(303);
    const refused = await ask(email, '192.0.2.6');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('900');
    const page = await refused.text();
    expect(textOf(page)).toContain('ask again in 15 minutes');
    expect(page).toContain(`value="${email}"`);
    const emails = await db
      .selectFrom('emails')
      .where('recipient', '=', email)
      .select('id')
      .execute();
    expect(emails).toHaveLength(5);
  });

  it('is refused when it is no address, with what was typed kept', async () => {
    const bad = "o'neil@nowhere <x>\r\nBcc: eve@example.com";
    const refused = await browser.post(signInPath, { email: bad });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain('o&#39;neil@nowhere &lt;x>'.replace('&#39;', "'"));
    expect(textOf(page)).toContain('1 thing to fix');
    expect(
      await db.selectFrom('emails').where('recipient', 'like', '%eve%').select('id').execute(),
    ).toEqual([]);
  });
});

describe('a person who was disabled', () => {
  it('is out at once, and no link gets them in', async () => {
    const { id, email } = await newPerson(db);
    const token = await newToken(email);
    await browser.signIn(email);
    expect(await isSignedIn()).toBe(true);

    expect(await disableStaff({ db, clock }, { email })).toEqual({ ok: true });
    expect(await isSignedIn()).toBe(false);
    const sessions = await db
      .selectFrom('staff_sessions')
      .where('staff_id', '=', id)
      .select('id')
      .execute();
    expect(sessions).toEqual([]);
    expect((await browser.post(confirmPath, { token })).status).toBe(410);

    await db.deleteFrom('emails').execute();
    expect((await browser.post(signInPath, { email })).status).toBe(303);
    expect(await lastEmail(db, email)).toBeNull();
  });

  it('stays out even where a session was left behind', async () => {
    const { email } = await newPerson(db);
    await browser.signIn(email);
    await db
      .updateTable('staff')
      .set({ disabled_at: clock() })
      .where('email', '=', email)
      .execute();
    expect(await isSignedIn()).toBe(false);
  });

  it('comes back when restored', async () => {
    const { email } = await newPerson(db);
    await disableStaff({ db, clock }, { email });
    await restoreStaff({ db, clock }, { email });
    await browser.signIn(email);
    expect(await isSignedIn()).toBe(true);
  });
});

it('a new role counts from the next request', async () => {
  const { email } = await newPerson(db, 'manager');
  await browser.signIn(email);
  expect((await browser.get('/en/staff/status')).status).toBe(403);
  await changeRole({ db, clock }, { email, role: 'admin' });
  expect(await (await browser.get('/en/staff/status')).text()).toBe('admin');
  await changeRole({ db, clock }, { email, role: 'assessor' });
  expect((await browser.get('/en/staff/status')).status).toBe(403);
});

describe('a session', () => {
  it('ends after so many hours without activity', async () => {
    const { email } = await newPerson(db);
    await browser.signIn(email);
    advance(12 * 60 + 1);
    expect(await isSignedIn()).toBe(false);
    expect(browser.cookies.size).toBe(0);
  });

  it('is prolonged by use', async () => {
    const { email } = await newPerson(db);
    await browser.signIn(email);
    for (let visit = 0; visit < 4; visit += 1) {
      advance(11 * 60);
      expect(await isSignedIn()).toBe(true);
    }
  });

  it('is not opened by a cookie that was not signed by us', async () => {
    const { email } = await newPerson(db);
    await browser.signIn(email);
    const { token } = await db
      .selectFrom('staff_sessions')
      .orderBy('created_at', 'desc')
      .select('token')
      .executeTakeFirstOrThrow();
    for (const forged of [token, `${token}.`, `${token}.AAAA`, 'x', '']) {
      browser.cookies.set('tandem-staff', forged);
      expect(await isSignedIn()).toBe(false);
    }
  });

  it('that ended is removed from the database', async () => {
    const { id, email } = await newPerson(db);
    await browser.signIn(email);
    advance(13 * 60);
    const other = await newPerson(db);
    await new Browser(site).signIn(other.email);
    expect(
      await db.selectFrom('staff_sessions').where('staff_id', '=', id).select('id').execute(),
    ).toEqual([]);
  });
});

describe('the page wanted', () => {
  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/en/staff/..//evil.example',
    'javascript:alert(1)',
    '/en/jobs/',
  ])('is never %s', async (next) => {
    const { email } = await newPerson(db);
    const page = await (await browser.get(`${signInPath}?${new URLSearchParams({ next })}`)).text();
    expect(page).not.toContain('evil.example');
    await browser.post(signInPath, { email, next });
    const mail = await lastEmail(db, email);
    expect(mail?.link.searchParams.has('next')).toBe(false);
    const token = mail?.link.searchParams.get('token') ?? '';
    const forged = await browser.get(`${confirmPath}?${new URLSearchParams({ token, next })}`);
    expect(hiddenFields(await forged.text())).toEqual({ token });
    const opened = await browser.post(confirmPath, { token, next });
    expect(opened.headers.get('location')).toBe('/en/staff/processes');
  });
});

describe('a form from another site', () => {
  const cases = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'cross-site', origin: 'http://desk.test' },
  ];
  it.each(cases)('neither asks for links nor signs in or out: %o', async (headers) => {
    const { email } = await newPerson(db);
    const token = await newToken(email);
    await db.deleteFrom('emails').execute();
    expect((await browser.post(signInPath, { email }, headers)).status).toBe(403);
    expect(await lastEmail(db, email)).toBeNull();
    expect((await browser.post(confirmPath, { token }, headers)).status).toBe(403);
    expect(browser.cookies.size).toBe(0);
    await browser.post(confirmPath, { token });
    expect((await browser.post('/en/staff/sign-out', {}, headers)).status).toBe(403);
    expect(await isSignedIn()).toBe(true);
  });
});

describe('both languages', () => {
  it('read the same pages at their own addresses', async () => {
    const next = '/en/staff/applications/7';
    const english = await (await browser.get(`${signInPath}?next=${next}`)).text();
    const toggle = /href="(\/fr\/[^"]*)"/.exec(english)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(toggle).toBe('/fr/personnel/connexion?next=%2Ffr%2Fpersonnel%2Fcandidatures%2F7');
    const french = await (await browser.get(toggle)).text();
    expect(french).toContain('<html lang="fr">');
    expect(textOf(french)).toContain('Connexion au bureau de dotation');
    expect(hiddenFields(french)).toEqual({ next: '/fr/personnel/candidatures/7' });
  });

  it('an e-mail is in the language of the person, its link in the language being read', async () => {
    const { email } = await newPerson(db, 'manager', 'fr');
    await browser.post(signInPath, { email });
    const mail = await lastEmail(db, email);
    expect(mail).toMatchObject({ lang: 'fr', subject: 'Votre lien de connexion à Tandem' });
    expect(mail?.text_body).toContain('une seule fois, pendant 15 minutes.');
    expect(mail?.html_body).toContain('<html lang="fr">');
    expect(mail?.html_body).toContain(`<a href="${mail?.url.replaceAll('&', '&amp;')}">`);
    expect(mail?.link.pathname).toBe(confirmPath);
  });

  it('a link that was used is answered in French too', async () => {
    const spent = await browser.post('/fr/personnel/connexion/confirmation', { token: 'x' });
    expect(textOf(await spent.text())).toContain('Ce lien ne fonctionne plus');
  });
});

it('a database that is away is an outage, not a sign-out, and comes back by itself', async () => {
  const { email } = await newPerson(db);
  await browser.signIn(email);
  const folder = await mkdtemp(join(tmpdir(), 'tandem-away-'));
  const { host, port, user } = inject('postgres');
  const settings = { host: folder, port, user, database: databaseName(database) };
  const away = connectDatabase(settings, { log });
  const other = new Browser(await startSite(away.db));
  for (const [name, value] of browser.cookies) other.cookies.set(name, value);
  let thrown: unknown;
  other.site.app.onError((error, c) => {
    thrown = error;
    return c.text('', 503);
  });
  expect((await other.get('/en/staff/applications/7')).status).toBe(503);
  expect(isDatabaseOutage(thrown)).toBe(true);
  expect(other.cookies.size).toBe(1);

  await symlink(join(host, `.s.PGSQL.${port}`), join(folder, `.s.PGSQL.${port}`));
  expect((await other.get('/en/staff/applications/7')).status).toBe(200);
  await away.db.destroy();
  await rm(folder, { recursive: true });
});

function databaseName({ settings }: TestDatabase): string {
  return 'database' in settings ? settings.database : '';
}
