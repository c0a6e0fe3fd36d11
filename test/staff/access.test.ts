import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { changeRole, disableStaff } from '#hiring/staff';
import type { Db } from '#platform/database';
import { type TestDatabase, createTestDatabase } from '../support/database.ts';
import {
  Browser,
  type Site,
  advance,
  clock,
  freezeTime,
  hiddenFields,
  newPerson,
  startSite,
  textOf,
} from './harness.tsx';

let database: TestDatabase;
let db: Db;
let site: Site;
let browser: Browser;
let person: { id: string; email: string };

const pagePath = '/en/staff/applications/7';
const notePath = '/en/staff/applications/7/notes';
const words = 'She led the team <well>, "é" & so on.\r\nSecond line.';

beforeAll(async () => {
  database = await createTestDatabase();
  ({ db } = database);
});
afterAll(() => database.drop());
beforeEach(async () => {
  freezeTime('2026-03-02T14:00:00Z');
  site = await startSite(db);
  browser = new Browser(site);
  person = await newPerson(db);
  await browser.signIn(person.email);
});
afterEach(() => {
  vi.useRealTimers();
});

/** The token in the form of a page. */
async function openForm(path = pagePath): Promise<string> {
  const page = await browser.get(path);
  expect(page.status).toBe(200);
  return hiddenFields(await page.text())['csrf'] ?? '';
}

/** What the form of the page is filled in with. */
async function prefilled(who: Browser, path = pagePath): Promise<string> {
  const html = await (await who.get(path)).text();
  return textOf(/<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(html)?.[1] ?? '').trim();
}

const keptWords = 'She led the team <well>, "é" & so on.\r Second line.';

async function keptRows() {
  return db.selectFrom('kept_forms').selectAll().where('staff_id', '=', person.id).execute();
}

describe('a page of the desk', () => {
  it('leads to signing in, and names itself', async () => {
    const visitor = new Browser(site);
    const english = await visitor.get(`${pagePath}?tab=notes&q=%C3%A9`);
    expect(english.status).toBe(303);
    const location = new URL(english.headers.get('location') ?? '', site.origin);
    expect(location.pathname).toBe('/en/staff/sign-in');
    expect(location.searchParams.get('next')).toBe(`${pagePath}?tab=notes&q=%C3%A9`);
    const french = await visitor.get('/fr/personnel/etat');
    expect(french.headers.get('location')).toBe(
      '/fr/personnel/connexion?next=%2Ffr%2Fpersonnel%2Fetat',
    );
  });

  it('is not for every role, and says so in both languages', async () => {
    const english = await browser.get('/en/staff/status');
    expect(english.status).toBe(403);
    const html = await english.text();
    expect(textOf(html)).toContain('Your role does not give access to it.');
    expect(html).toContain('href="/fr/personnel/etat"');
    const french = await browser.get('/fr/personnel/etat');
    expect(french.status).toBe(403);
    expect(await french.text()).toContain('<html lang="fr">');
  });

  it('stays out of shared caches', async () => {
    const page = await browser.get(pagePath);
    expect(page.headers.get('cache-control')).toBe('private, no-cache');
  });

  it('refuses a form that the role does not allow, even with a good token', async () => {
    const csrf = await openForm();
    await changeRole({ db, clock }, { email: person.email, role: 'assessor' });
    expect((await browser.post(notePath, { csrf, note: words })).status).toBe(403);
    expect(site.received).toEqual([]);
  });
});

describe('a form', () => {
  it('is received with its fields, urlencoded or multipart', async () => {
    const csrf = await openForm();
    const sent = await browser.post(notePath, { csrf, note: words });
    expect(sent.status).toBe(303);
    const multipart = new FormData();
    multipart.set('csrf', csrf);
    multipart.append('choice', 'a');
    multipart.append('choice', 'b');
    multipart.set('note', 'zero\0byte');
    multipart.set('file', new File(['x'], 'x.txt'));
    expect((await browser.post(notePath, multipart)).status).toBe(303);
    expect(site.received).toEqual([
      { staffId: person.id, fields: { note: words } },
      { staffId: person.id, fields: { choice: 'a\nb', note: 'zerobyte', file: '' } },
    ]);
  });

  it('that comes back with problems can be sent again, and kept under its own page', async () => {
    const csrf = await openForm();
    const returned = await browser.post(notePath, { csrf, note: 'send me back' });
    expect(returned.status).toBe(422);
    const second = hiddenFields(await returned.text())['csrf'] ?? '';
    browser.cookies.clear();
    const lost = await browser.post(notePath, { csrf: second, note: words });
    expect(lost.headers.get('location')).toBe(
      '/en/staff/sign-in?next=%2Fen%2Fstaff%2Fapplications%2F7&told=kept',
    );
  });

  it.each([
    ['no token', () => undefined],
    ['an empty token', () => ''],
    ['a made-up token', () => 'abc.def'],
    ['an altered token', (csrf: string) => csrf.replace(/^../, 'XX')],
  ])('with %s is refused, its text shown to copy', async (_, alter) => {
    const csrf = alter(await openForm());
    const fields = { note: words, id: '3f2a', ...(csrf !== undefined && { csrf }) };
    const refused = await browser.post(notePath, fields, { referer: site.origin + pagePath });
    expect(refused.status).toBe(403);
    const html = await refused.text();
    expect(html).toContain(
      'She led the team &lt;well>, &quot;é&quot; &amp; so on.\r\nSecond line.',
    );
    expect(html).not.toContain('3f2a');
    expect(html).toContain(`href="${pagePath}"`);
    expect(site.received).toEqual([]);
    expect(await keptRows()).toEqual([]);
  });

  it('is refused when its page was open for more than a week', async () => {
    const csrf = await openForm();
    advance(4 * 24 * 60);
    await browser.signIn(person.email);
    expect((await browser.post(notePath, { csrf, note: words })).status).toBe(303);
    advance(4 * 24 * 60);
    await browser.signIn(person.email);
    const refused = await browser.post(notePath, { csrf, note: words });
    expect(refused.status).toBe(403);
    expect(textOf(await refused.text())).toContain('Copy what you wrote');
  });

  it.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'cross-site', origin: 'http://desk.test' }],
  ])('from another site is refused, and its text not repeated: %o', async (headers) => {
    const csrf = await openForm();
    const refused = await browser.post(notePath, { csrf, note: 'words of another site' }, headers);
    expect(refused.status).toBe(403);
    expect(await refused.text()).not.toContain('words of another site');
    expect(site.received).toEqual([]);
  });

  it('of an older browser is judged by its origin', async () => {
    const csrf = await openForm();
    const send = async (origin: string): Promise<number> => {
      const response = await site.app.request(site.origin + notePath, {
        method: 'POST',
        body: new URLSearchParams({ csrf, note: 'x' }),
        headers: {
          host: 'desk.test',
          origin,
          cookie: `tandem-staff=${browser.cookies.get('tandem-staff')}`,
        },
      });
      return response.status;
    };
    expect(await send('http://evil.test')).toBe(403);
    expect(await send('null')).toBe(403);
    expect(await send('http://desk.test')).toBe(303);
  });

  it.each([
    ['text/plain', 'csrf=x'],
    ['application/json', '{"note":"x"}'],
    ['multipart/form-data', 'no boundary'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="note"\r\n\r\ncut',
    ],
  ])('that is none is refused: %s', async (type, body) => {
    expect((await browser.post(notePath, body, { 'content-type': type })).status).toBe(403);
    expect(site.received).toEqual([]);
  });

  it('larger than four megabytes is refused, whether it says its size or not', async () => {
    const csrf = await openForm();
    const fields = { csrf, note: 'words '.repeat(800_000) };
    expect((await browser.post(notePath, fields)).status).toBe(413);
    const claimed = await browser.post(notePath, { csrf }, { 'content-length': '4000001' });
    expect(claimed.status).toBe(413);
    expect(textOf(await claimed.text())).toContain('larger than the desk accepts');
  });
});

describe('a form sent after its session ended', () => {
  it('is kept, and filled in again for the same person after signing in', async () => {
    const csrf = await openForm(`${pagePath}?tab=notes`);
    advance(12 * 60 + 1);
    const late = await browser.post(notePath, { csrf, note: words });
    expect(late.status).toBe(303);
    expect(site.received).toEqual([]);
    const signIn = late.headers.get('location') ?? '';
    const page = await browser.get(signIn);
    expect(textOf(await page.text())).toContain('What you wrote was kept');
    const next = new URL(signIn, site.origin).searchParams.get('next') ?? '';
    expect(next).toBe(`${pagePath}?tab=notes`);

    const back = await browser.signIn(person.email, next);
    expect(await prefilled(browser, back.headers.get('location') ?? '')).toBe(keptWords);
    // A reload loses nothing, nor does changing to the other language.
    expect(await prefilled(browser)).toBe(keptWords);
    expect(await prefilled(browser, '/fr/personnel/candidatures/7')).toBe(keptWords);
    expect(await prefilled(browser, '/en/staff/applications/8')).toBe('');

    expect((await browser.post(notePath, { csrf: await openForm(), note: 'Sent.' })).status).toBe(
      303,
    );
    expect(await prefilled(browser)).toBe('');
    expect(await keptRows()).toEqual([]);
  });

  it('is kept without its token', async () => {
    const csrf = await openForm();
    browser.cookies.clear();
    await browser.post(notePath, { csrf, note: words });
    expect((await keptRows()).map((row) => row.fields)).toEqual([{ note: words }]);
  });

  it('is never shown to another person, whoever signs in', async () => {
    const csrf = await openForm();
    browser.cookies.clear();
    await browser.post(notePath, { csrf, note: words });
    const admin = new Browser(site);
    await admin.signIn((await newPerson(db, 'admin')).email, pagePath);
    expect(await prefilled(admin)).toBe('');
    expect(await prefilled(browser)).toBe('');
    await browser.signIn(person.email);
    expect(await prefilled(browser)).toBe(keptWords);
  });

  it('and after another person signed in in its place, is kept for its author', async () => {
    const csrf = await openForm();
    const other = await newPerson(db);
    await browser.signIn(other.email);
    const refused = await browser.post(notePath, { csrf, note: words });
    expect(refused.status).toBe(403);
    const text = textOf(await refused.text());
    expect(text).toContain('kept for that person only');
    expect(text).not.toContain('She led');
    expect(site.received).toEqual([]);
    expect(await prefilled(browser)).toBe('');
    await browser.signIn(person.email);
    expect(await prefilled(browser)).toBe(keptWords);
  });

  it('without a good token is shown to copy, with the way to sign in', async () => {
    const visitor = new Browser(site);
    const refused = await visitor.post(notePath, { csrf: 'a.b', note: words });
    expect(refused.status).toBe(403);
    const html = await refused.text();
    expect(textOf(html)).toContain('She led the team <well>');
    expect(html).toContain('href="/en/staff/sign-in?next=%2Fen%2Fstaff%2Fprocesses"');
  });

  it('too long to keep is shown to copy', async () => {
    const csrf = await openForm();
    browser.cookies.clear();
    const long = 'mot '.repeat(400_000);
    const refused = await browser.post(notePath, { csrf, note: long });
    expect(refused.status).toBe(403);
    const html = await refused.text();
    expect(textOf(html)).toContain('too long for us to keep');
    expect(html).toContain(long);
    expect(html).toContain('href="/en/staff/sign-in?next=%2Fen%2Fstaff%2Fapplications%2F7"');
    expect(await keptRows()).toEqual([]);
  });

  it('by a person disabled since is shown to copy, and not kept', async () => {
    const csrf = await openForm();
    await disableStaff({ db, clock }, { email: person.email });
    const refused = await browser.post(notePath, { csrf, note: words });
    expect(refused.status).toBe(403);
    expect(textOf(await refused.text())).toContain('Second line.');
    expect(await keptRows()).toEqual([]);
  });

  it('twice is kept once; two texts are both kept, the latest first', async () => {
    const csrf = await openForm();
    const lost = new Browser(site);
    await lost.post(notePath, { csrf, note: 'the first text' });
    await lost.post(notePath, { csrf, note: 'the first text' });
    expect(await keptRows()).toHaveLength(1);
    advance(1);
    await lost.post(notePath, { csrf, note: 'the second text' });
    expect(await prefilled(browser)).toBe('the second text');
    await browser.post(notePath, { csrf, note: 'the second text' });
    expect(await prefilled(browser)).toBe('the first text');
  });

  it('is on offer for a day once shown, and gone after a week', async () => {
    const csrf = await openForm();
    await new Browser(site).post(notePath, { csrf, note: words });
    advance(6 * 24 * 60);
    await browser.signIn(person.email);
    expect(await prefilled(browser)).toBe(keptWords);
    advance(23 * 60);
    await browser.signIn(person.email);
    expect(await prefilled(browser)).toBe(keptWords);
    advance(61);
    expect(await prefilled(browser)).toBe('');
    expect(await keptRows()).toHaveLength(1);
    await browser.signIn(person.email);
    expect(await keptRows()).toEqual([]);
  });

  it('is kept up to fifty times for one person', async () => {
    const csrf = await openForm();
    const lost = new Browser(site);
    for (let n = 1; n <= 52; n += 1) {
      advance(1);
      await lost.post(notePath, { csrf, note: `text ${n}` });
    }
    const notes = (await keptRows()).map((row) => row.fields['note']);
    expect(notes).toHaveLength(50);
    expect(notes).toContain('text 52');
    expect(notes).not.toContain('text 2');
  });
});
