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
  // A new site has counted no requests yet.
  site = await startSite(db);
  browser = new Browser(site);
});
afterEach(() => {
  vi.useRealTimers();
});

const mine = { en: '/en/my/applications', fr: '/fr/moi/candidatures' };

async function isSignedIn(who = browser): Promise<boolean> {
  return (await who.get(mine.en)).status === 200;
}

function candidateOf(email: string) {
  return db.selectFrom('candidates').selectAll().where('email', '=', email).executeTakeFirst();
}

describe('signing in', () => {
  it('goes by a link in an e-mail and a button, and ends on the page wanted', async () => {
    const email = newAddress();
    const wanted = await browser.get(`${notePath}?tab=a`);
    expect(wanted.status).toBe(303);
    const form = await (await browser.get(wanted.headers.get('location') ?? '')).text();
    const typed = { ...hiddenFields(form), email: ` ${email.toUpperCase()} ` };
    const sent = await browser.post('/en/my/sign-in', typed);
    expect(sent.status).toBe(303);
    const sentPage = await browser.get(sent.headers.get('location') ?? '');
    expect(textOf(await sentPage.text())).toContain('Look in your mailbox');

    const mail = await lastEmail(db, email);
    expect(mail).toMatchObject({ kind: 'candidate-sign-in', lang: 'en', forget_once_sent: true });
    const path = (mail?.link.pathname ?? '') + (mail?.link.search ?? '');
    // A scanner of e-mail that follows links uses up nothing.
    await new Browser(site).get(path);
    const page = await browser.get(path);
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('no-store');
    const html = await page.text();
    expect(textOf(html)).toContain(`You will sign in as ${email}`);
    expect(browser.cookies.size).toBe(0);
    expect(await candidateOf(email)).toBeUndefined();

    const opened = await browser.post('/en/my/sign-in/confirm', hiddenFields(html));
    expect(opened.status).toBe(303);
    expect(opened.headers.get('location')).toBe(`${notePath}?tab=a`);
    expect(await isSignedIn()).toBe(true);
    const candidate = await candidateOf(email);
    expect(candidate).toMatchObject({ lang: 'en', proven_at: new Date() });
  });

  it('goes on in the language of the link, and writes in that of the page', async () => {
    const email = newAddress();
    await browser.post('/fr/moi/connexion', { email });
    const mail = await lastEmail(db, email);
    expect(mail).toMatchObject({
      lang: 'fr',
      subject: 'Votre lien privé – Bureau modèle',
    });
    const opened = await browser.follow((mail?.link.pathname ?? '') + (mail?.link.search ?? ''));
    expect(opened.headers.get('location')).toBe(mine.fr);
    expect(await candidateOf(email)).toMatchObject({ lang: 'fr' });
  });

  it('sets a cookie that scripts and other sites cannot use, bound to the host under https', async () => {
    const opened = await browser.signIn(newAddress());
    expect(opened.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^tandem-candidate=[\w-]{43}; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Lax$/,
      ),
    ]);
    const secure = new Browser(await startSite(db, { origin: 'https://jobs.test' }));
    const over = await secure.signIn(newAddress());
    expect(over.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-tandem-candidate=[\w-]{43}; Max-Age=1209600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      ),
    ]);
    expect(await isSignedIn(secure)).toBe(true);
  });

  it('shows who is signed in and the way out, on pages open to all as well', async () => {
    const email = newAddress();
    expect(await (await browser.get('/en/jobs/')).text()).toBe('nobody');
    await browser.signIn(email);
    expect(await (await browser.get('/en/jobs/')).text()).toBe(email);
    const page = await (await browser.get(mine.fr)).text();
    expect(textOf(page)).toContain(`Session ouverte\u00A0: ${email}`);
    const out = await browser.post('/fr/moi/deconnexion', {});
    expect(out.headers.get('location')).toBe('/fr/moi/connexion?told=signed-out');
    expect(browser.cookies.size).toBe(0);
    expect(await isSignedIn()).toBe(false);
  });

  it('asks nothing of somebody who is signed in already', async () => {
    await browser.signIn(newAddress());
    const again = await browser.get(`/en/my/sign-in?next=${notePath}`);
    expect(again.headers.get('location')).toBe(notePath);
  });

  it('says what is wrong with an address, and keeps it', async () => {
    const answer = await browser.post('/fr/moi/connexion', {
      email: 'ana@@example',
      next: mine.fr,
    });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(textOf(html)).toContain('Indiquez une seule adresse courriel');
    expect(html).toContain('value="ana@@example"');
    expect(hiddenFields(html)).toEqual({ next: mine.fr });
  });
});

describe('a session', () => {
  it('ends a day after its last use, and lives on with use for two weeks', async () => {
    const email = newAddress();
    await browser.signIn(email);
    for (let day = 0; day < 13; day += 1) {
      advance(23 * 60);
      expect(await isSignedIn()).toBe(true);
    }
    advance(23 * 60);
    expect(await isSignedIn()).toBe(true);
    advance(23 * 60);
    expect(await isSignedIn()).toBe(false);
    expect(browser.cookies.size).toBe(0);

    await browser.signIn(email);
    advance(24 * 60 + 1);
    expect(await isSignedIn()).toBe(false);
  });

  it('costs nothing when it ends: what was typed is kept and comes back', async () => {
    const email = newAddress();
    await browser.signIn(email, notePath);
    const form = hiddenFields(await (await browser.get(notePath)).text());
    advance(25 * 60);
    const late = await browser.post(notePath, { ...form, note: 'A long text about my work.' });
    expect(late.status).toBe(303);
    const signIn = late.headers.get('location') ?? '';
    expect(signIn).toContain('told=kept');
    expect(textOf(await (await browser.get(signIn)).text())).toContain('What you wrote was kept');
    const opened = await browser.signIn(email, notePath);
    expect(opened.headers.get('location')).toBe(notePath);
    const page = await (await browser.get(notePath)).text();
    expect(textOf(page)).toContain('A long text about my work.');

    const again = { ...hiddenFields(page), note: 'A long text about my work.' };
    expect((await browser.post(notePath, again)).status).toBe(303);
    const { id } = (await candidateOf(email)) ?? { id: '' };
    expect(site.received).toEqual([
      { candidateId: id, fields: { note: 'A long text about my work.' } },
    ]);
    const rows = await db
      .selectFrom('kept_forms')
      .select('id')
      .where('candidate_id', '=', id)
      .execute();
    expect(rows).toEqual([]);
  });

  it('is kept from whoever signs in next: the text is its author’s alone', async () => {
    const [author, other] = [newAddress(), newAddress()];
    await browser.signIn(author, notePath);
    const form = hiddenFields(await (await browser.get(notePath)).text());
    await browser.signIn(other, notePath);
    const refused = await browser.post(notePath, { ...form, note: 'Words of the author only.' });
    expect(refused.status).toBe(403);
    expect(textOf(await refused.text())).not.toContain('Words of the author');
    expect(textOf(await (await browser.get(notePath)).text())).not.toContain('Words of the author');
    advance(1);
    await browser.signIn(author, notePath);
    expect(textOf(await (await browser.get(notePath)).text())).toContain('Words of the author');
  });
});

describe('private links', () => {
  const target = { en: '/en/jobs/x/apply?draft=d1', fr: '/fr/emplois/x/postuler?draft=d1' };

  it('are written in the caller’s transaction, and lead where the caller says', async () => {
    const email = newAddress();
    const send = (tx: Parameters<Site['candidates']['sendPrivateLink']>[0]) =>
      site.candidates.sendPrivateLink(tx, { email, lang: 'fr', path: target, kind: 'draft-link' });
    await expect(
      db.transaction().execute(async (tx) => {
        await send(tx);
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    expect(await lastEmail(db, email)).toBeNull();
    await db.transaction().execute(send);
    const mail = await lastEmail(db, email);
    expect(mail).toMatchObject({ kind: 'draft-link', lang: 'fr' });
    const opened = await browser.follow((mail?.link.pathname ?? '') + (mail?.link.search ?? ''));
    expect(opened.headers.get('location')).toBe(target.fr);
  });

  it('refuse to be made for a path outside the site, or no address', async () => {
    const bad = [
      { email: newAddress(), path: { ...target, fr: '//evil.example' } },
      { email: newAddress(), path: { ...target, en: '/en/staff/processes' } },
      { email: 'a@example.org\r\nBcc: b@example.org', path: target },
    ];
    for (const to of bad) {
      const made = db
        .transaction()
        .execute((tx) => site.candidates.privateLink(tx, { lang: 'en', ...to }));
      await expect(made).rejects.toThrow('No private link');
    }
  });

  it('know their candidate before and after the address is proven', async () => {
    const email = newAddress();
    const made = () =>
      db.transaction().execute((tx) => site.candidates.candidateOf(tx, email.toUpperCase(), 'fr'));
    const [id, again] = await Promise.all([made(), made()]);
    expect(again).toBe(id);
    expect(await candidateOf(email)).toMatchObject({ id, lang: 'fr', proven_at: null });
    await browser.signIn(email);
    expect(await candidateOf(email)).toMatchObject({ id, lang: 'fr', proven_at: new Date() });
  });
});

describe('your applications', () => {
  it('lists what the features have of this candidate, and says when that is nothing', async () => {
    await browser.signIn(newAddress());
    expect(textOf(await (await browser.get(mine.fr)).text())).toContain('Rien pour l’instant');
    const email = newAddress();
    const one = await startSite(db, {
      sections: [
        async (candidate, lang) => [{ id: 'a', title: `${lang} ${candidate.email}`, body: 'one' }],
        async () => [],
        async (_, __, { csrf }) => [{ id: 'b', title: 'B', body: csrf === '' ? 'none' : 'token' }],
      ],
    });
    const reader = new Browser(one);
    await reader.signIn(email);
    const text = textOf(await (await reader.get(mine.fr)).text());
    expect(text).toContain(`fr ${email} one B token`);
  });
});
