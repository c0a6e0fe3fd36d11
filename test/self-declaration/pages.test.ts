import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { personalData } from '#hiring/self-declaration';
import { type Desk, fieldOf, newBrowser, startDesk } from './harness.ts';

const paths = {
  en: {
    page: '/en/my/self-declaration',
    open: '/en/my/self-declaration/open',
    withdraw: '/en/my/self-declaration/withdraw',
    leave: '/en/my/self-declaration/close',
  },
  fr: {
    page: '/fr/moi/autodeclaration',
    open: '/fr/moi/autodeclaration/ouvrir',
    withdraw: '/fr/moi/autodeclaration/retrait',
    leave: '/fr/moi/autodeclaration/fermer',
  },
} as const;

let desk: Desk;
let application: { applicationId: string; postingId: string };
beforeEach(async () => {
  desk = await startDesk();
  application = { applicationId: randomUUID(), postingId: randomUUID() };
});
afterEach(() => desk.close());

type Browser = ReturnType<typeof newBrowser>;

/** As the button of a receipt does. */
async function arrive(browser: Browser, lang: 'en' | 'fr' = 'en'): Promise<string> {
  const opened = await browser.post(paths[lang].open, [['offer', desk.offer(lang, application)]]);
  expect(opened.status).toBe(303);
  expect(opened.headers.get('location')).toBe(paths[lang].page);
  const page = await browser.get(paths[lang].page);
  expect(page.status).toBe(200);
  return page.text();
}

async function declare(browser: Browser, ...groups: string[]): Promise<Response> {
  const form = await arrive(browser);
  return browser.post(paths.en.page, [
    ['token', fieldOf(form, 'token')],
    ...groups.map((id): [string, string] => ['groups', id]),
    ['use', 'statistics'],
  ]);
}

describe.each(['en', 'fr'] as const)('self-declaration in %s', (lang) => {
  it('goes from a receipt to an answer kept, changed and withdrawn', async () => {
    const browser = newBrowser(desk.app);
    const form = await arrive(browser, lang);
    expect(form).toContain({ en: 'Women', fr: 'Femmes' }[lang]);
    const sent = await browser.post(paths[lang].page, [
      ['token', fieldOf(form, 'token')],
      ['groups', 'women'],
      ['groups', 'disabilities'],
      ['use', 'selection-and-statistics'],
    ]);
    expect(sent.status).toBe(303);
    expect(sent.headers.get('location')).toBe(`${paths[lang].page}?told=saved`);
    expect(await desk.declarations.find(application.applicationId)).toEqual({
      postingId: application.postingId,
      day: '2026-11-24',
      answer: {
        kind: 'groups',
        groups: ['women', 'disabilities'],
        use: 'selection-and-statistics',
      },
    });
    const seen = await (await browser.get(`${paths[lang].page}?told=saved`)).text();
    expect(seen).toContain({ en: 'Persons with disabilities', fr: 'Personnes handicapées' }[lang]);

    const change = await (await browser.get(`${paths[lang].page}?change=yes`)).text();
    expect(change).toMatch(/value="women" checked/);
    const changed = await browser.post(paths[lang].page, [
      ['token', fieldOf(change, 'token')],
      ['groups', 'undisclosed'],
    ]);
    expect(changed.status).toBe(303);
    expect(await desk.declarations.find(application.applicationId)).toMatchObject({
      answer: { kind: 'undisclosed' },
    });

    const ask = await (await browser.get(paths[lang].withdraw)).text();
    const withdrawn = await browser.post(paths[lang].withdraw, [['token', fieldOf(ask, 'token')]]);
    expect(withdrawn.headers.get('location')).toBe(`${paths[lang].page}?told=withdrawn`);
    expect(await desk.declarations.find(application.applicationId)).toBeNull();
    expect(await (await browser.get(`${paths[lang].page}?told=withdrawn`)).text()).toContain(
      { en: 'has been withdrawn', fr: 'a été retirée' }[lang],
    );
  });

  it('says what to correct, with everything that was chosen still chosen', async () => {
    const browser = newBrowser(desk.app);
    const form = await arrive(browser, lang);
    const token = fieldOf(form, 'token');
    const contradiction = await browser.post(paths[lang].page, [
      ['token', token],
      ['groups', 'indigenous'],
      ['groups', 'none'],
      ['use', 'statistics'],
    ]);
    expect(contradiction.status).toBe(422);
    const html = await contradiction.text();
    expect(html).toContain('href="#groups"');
    expect(html).toMatch(/value="indigenous" checked/);
    expect(html).toMatch(/value="none" checked/);
    expect(html).toMatch(/value="statistics" checked/);
    expect((await browser.post(paths[lang].page, [['token', token]])).status).toBe(422);
    const noUse = await browser.post(paths[lang].page, [
      ['token', token],
      ['groups', 'women'],
    ]);
    expect(await noUse.text()).toContain('href="#use"');
    expect(await desk.declarations.find(application.applicationId)).toBeNull();
  });
});

describe('who may see what', () => {
  it('shows an earlier answer to nobody who only has the receipt', async () => {
    await declare(newBrowser(desk.app), 'women');
    // Whoever copied the database has the address of every receipt.
    const other = newBrowser(desk.app);
    const form = await arrive(other);
    expect(form).not.toContain('checked');
    for (const query of ['', '?change=yes', '?told=saved', '?told=withdrawn']) {
      expect(await (await other.get(paths.en.page + query)).text()).not.toContain('checked');
    }
    const untouched = newBrowser(desk.app);
    application = { applicationId: randomUUID(), postingId: application.postingId };
    const fresh = await arrive(untouched);
    const comparable = (html: string) => html.replace(fieldOf(html, 'token'), '');
    expect(comparable(form)).toBe(comparable(fresh));
  });

  it('shows it to the signed-in candidate, for their own applications only', async () => {
    await declare(newBrowser(desk.app), 'women');
    desk.own.set('zoe', [
      {
        ...application,
        reference: 'T-AAAA-AAAA',
        title: { en: 'Data analyst', fr: 'Analyste' },
      },
    ]);
    const browser = newBrowser(desk.app);
    const choice = await (await browser.get(paths.en.page, 'zoe')).text();
    expect(choice).toContain('T-AAAA-AAAA');
    await browser.post(paths.en.open, [['offer', fieldOf(choice, 'offer')]]);
    expect(await (await browser.get(paths.en.page)).text()).toContain('Women');
    expect(await personalData(desk.declarations, desk.own.get('zoe') ?? [])).toMatchObject([
      { kind: 'self-declarations', rows: [{ reference: 'T-AAAA-AAAA', groups: ['women'] }] },
    ]);
    await desk.declarations.dispose([application.applicationId, randomUUID()]);
    expect(await personalData(desk.declarations, desk.own.get('zoe') ?? [])).toEqual([]);
    const stranger = await (await newBrowser(desk.app).get(paths.en.page, 'eve')).text();
    expect(stranger).not.toContain('T-AAAA-AAAA');
  });

  it('has a guest sign in', async () => {
    const answer = await newBrowser(desk.app).get(paths.en.page);
    expect(answer.headers.get('location')).toBe('/sign-in');
  });

  it('closes the page on a shared computer', async () => {
    const browser = newBrowser(desk.app);
    await declare(browser, 'women');
    await browser.post(paths.en.leave, []);
    expect(browser.cookies.size).toBe(0);
    expect((await browser.get(paths.en.page)).headers.get('location')).toBe('/sign-in');
  });

  it('closes by itself after half an hour, and a form left open still works', async () => {
    const browser = newBrowser(desk.app);
    const form = await arrive(browser);
    desk.now.value = new Date('2026-11-24T13:05:00Z');
    expect((await browser.get(paths.en.page)).status).toBe(303);
    const late = await browser.post(paths.en.page, [
      ['token', fieldOf(form, 'token')],
      ['groups', 'none'],
    ]);
    expect(late.headers.get('location')).toBe(`${paths.en.page}?told=saved`);
  });

  it('takes nothing that was made up, made for another place, or sent from another site', async () => {
    const browser = newBrowser(desk.app);
    const offer = desk.offer('en', application);
    const tries: [string, [string, string][], Record<string, string>][] = [
      [paths.en.open, [['offer', 'made-up']], {}],
      [paths.en.open, [['offer', offer]], { 'sec-fetch-site': 'cross-site' }],
      [
        paths.en.page,
        [
          ['token', offer],
          ['groups', 'women'],
          ['use', 'statistics'],
        ],
        {},
      ],
      [paths.en.withdraw, [['token', offer]], {}],
      [paths.en.page, [], {}],
    ];
    for (const [path, fields, headers] of tries) {
      expect((await browser.post(path, fields, headers)).status, path).toBe(403);
    }
    await browser.post(paths.en.open, [['offer', offer]]);
    const token = fieldOf(await (await browser.get(paths.en.page)).text(), 'token');
    const foreign = await browser.post(
      paths.en.page,
      [
        ['token', token],
        ['groups', 'women'],
        ['use', 'statistics'],
      ],
      { 'sec-fetch-site': 'cross-site' },
    );
    expect(foreign.status).toBe(403);
    expect(await foreign.text()).toMatch(/value="women" checked/);
    expect(await desk.declarations.find(application.applicationId)).toBeNull();
  });

  it('names no application in an address, and keeps its pages out of caches', async () => {
    const browser = newBrowser(desk.app);
    const answers = [
      await declare(browser, 'women'),
      await browser.get(paths.en.page),
      await browser.get(paths.en.withdraw),
    ];
    for (const answer of answers) {
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
      const text = (await answer.text()) + (answer.headers.get('location') ?? '');
      expect(text).not.toContain(application.applicationId);
    }
    const [cookie] = browser.cookies.values();
    expect(Buffer.from(cookie ?? '', 'base64url').toString('latin1')).not.toContain(
      application.applicationId,
    );
  });
});
