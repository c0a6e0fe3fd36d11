import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { href } from '#web/routes.ts';
import {
  type Browser,
  type Notices,
  confirmAll,
  formOf,
  pressing,
  startNotices,
  textOf,
  toPreview,
} from './harness.ts';

let notices: Notices;
let manager: Browser;
beforeAll(async () => {
  notices = await startNotices();
  manager = await notices.as('manager');
});
afterAll(() => notices.stop());

const html = async (browser: Browser, path: string): Promise<string> =>
  (await browser.get(path)).text();
const batches = () => notices.db.selectFrom('notice_batches').selectAll().execute();
const nobody = '3f6d7f0e-0000-4000-8000-000000000000';

describe('who may send notices', () => {
  it('refuses assessors, custodians and guests, to read and to send', async () => {
    const { reference } = await notices.applyAndDecide('screened-in', { name: 'Secret Person' });
    const before = await batches();
    // Of somebody else: what is sent with it under another session is kept for its author.
    const form = pressing(await html(await notices.as('manager'), notices.path()), 'confirm', {
      template: 'screened-in',
    });
    for (const lang of ['en', 'fr'] as const) {
      const batch = href('desk.notice', lang, {
        posting: notices.posting('designer'),
        batch: nobody,
      });
      for (const path of [notices.path(lang), batch]) {
        for (const role of ['assessor', 'custodian'] as const) {
          const browser = await notices.as(role);
          const read = await browser.get(path);
          expect([role, read.status]).toEqual([role, 403]);
          expect(await read.text()).not.toContain(reference);
          expect((await browser.post(path, form)).status).toBe(403);
        }
        const guest = notices.stranger();
        expect((await guest.get(path)).headers.get('location')).toMatch(/\/(sign-in|connexion)\?/);
        expect((await guest.post(path, new FormData())).status).toBe(403);
      }
    }
    expect(await batches()).toEqual(before);
  });

  it('takes no form without the token of a page, or from another site', async () => {
    const preview = await toPreview(notices, manager, { template: 'screened-in' });
    const form = pressing(preview, 'confirm');
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.test' };
    expect((await manager.post(notices.path(), form, headers)).status).toBe(403);
    form.delete('csrf');
    expect((await manager.post(notices.path(), form)).status).toBe(403);
    expect(await batches()).toEqual([]);
  });

  it('leads there from the list of applications, and only whom may', async () => {
    const list = href('desk.applications', 'en', { posting: notices.posting('designer') });
    expect(await html(manager, list)).toContain(`href="${notices.path()}"`);
    expect(await html(await notices.as('assessor'), list)).not.toContain(notices.path());
  });

  it('answers 404 where there is nothing', async () => {
    const designer = notices.posting('designer');
    for (const path of [
      `/en/staff/processes/${nobody}/notices`,
      '/en/staff/processes/x/notices',
      `/en/staff/processes/${designer}/notices/${nobody}`,
      `/en/staff/processes/${designer}/notices/'`,
    ]) {
      expect((await manager.get(path)).status).toBe(404);
      expect((await manager.post(path, formOf(await html(manager, notices.path())))).status).toBe(
        404,
      );
    }
    const batch = await confirmAll(notices, manager, { template: 'screened-in' });
    const elsewhere = href('desk.notice', 'en', { posting: notices.posting('analyst'), batch });
    expect((await manager.get(elsewhere)).status).toBe(404);
  });
});

describe('the form', () => {
  it('says what to correct in both languages, and keeps what was typed', async () => {
    const words = { 'words-en': 'We are <late>.\r\n\r\nSorry & thanks', 'words-fr': '' };
    for (const [lang, missing, french] of [
      [
        'en',
        'Choose what the notices tell',
        'Write your words in French too, or in neither language',
      ],
      [
        'fr',
        'Choisissez ce qu’il faut annoncer',
        'Écrivez aussi le message en français, ou ne l’écrivez dans aucune des deux langues',
      ],
    ] as const) {
      const path = notices.path(lang);
      const answer = await manager.post(path, pressing(await html(manager, path), 'list', words));
      expect(answer.status).toBe(422);
      const page = await answer.text();
      expect(textOf(page)).toContain(missing);
      expect(textOf(page)).toContain(french);
      expect(page.replaceAll('\r', '')).toContain(
        'We are &lt;late>.\n\nSorry &amp; thanks</textarea>',
      );
    }
    const news = await manager.post(
      notices.path(),
      pressing(await html(manager, notices.path()), 'confirm', { template: 'update', status: [] }),
    );
    expect(news.status).toBe(422);
    const text = textOf(await news.text());
    for (const problem of ['Choose to whom the news goes', 'Write the news in English']) {
      expect(text).toContain(problem);
    }
    const long = 'é'.repeat(3001);
    const tooLong = await manager.post(
      notices.path(),
      pressing(await html(manager, notices.path()), 'preview', {
        template: 'screened-in',
        'words-en': long,
        'words-fr': 'x',
      }),
    );
    expect(tooLong.status).toBe(422);
    expect(await tooLong.text()).toContain(`${long}</textarea>`);
  });

  it('puts the field of the page’s language first', async () => {
    const places = async (lang: 'en' | 'fr') => {
      const page = await html(manager, notices.path(lang));
      return page.indexOf('name="words-en"') < page.indexOf('name="words-fr"');
    };
    expect([await places('en'), await places('fr')]).toEqual([true, false]);
  });
});

describe('a session that ends', () => {
  it('keeps words and choice, and sends nothing by itself', async () => {
    const one = await notices.applyAndDecide('screened-out', { name: 'Abe Away' });
    const two = await notices.applyAndDecide('screened-out', { name: 'Bea Back' });
    const path = notices.path();
    const first = await html(manager, path);
    const list = await manager.post(
      path,
      pressing(first, 'list', {
        template: 'screened-out',
        'words-en': 'Kept',
        'words-fr': 'Gardé',
      }),
    );
    const preview = await manager.post(
      path,
      pressing(await list.text(), 'preview', { chosen: two.id }),
    );
    const form = pressing(await preview.text(), 'confirm');
    const before = await batches();
    const cookies = new Map(manager.cookies);
    manager.cookies.clear();
    const sent = await manager.post(path, form);
    expect(sent.headers.get('location')).toContain('/en/staff/sign-in');
    for (const [name, value] of cookies) manager.cookies.set(name, value);
    expect(await batches()).toEqual(before);

    const back = await html(manager, path);
    expect(textOf(back)).toContain('Nothing was sent to anybody');
    expect(back).toContain('Kept</textarea>');
    const again = await (await manager.post(path, pressing(back, 'list'))).text();
    expect(again).toMatch(new RegExp(`value="${two.id}" checked`));
    expect(again).not.toMatch(new RegExp(`value="${one.id}" checked`));
    const letters = await (await manager.post(path, pressing(again, 'preview'))).text();
    const confirmed = await manager.post(path, pressing(letters, 'confirm'));
    expect(confirmed.status).toBe(303);
    expect(textOf(await html(manager, path))).not.toContain('Your session had ended');
  });
});

describe('who gets it', () => {
  it('lists those it fits, each chosen, and why the others are left out', async () => {
    const analyst = notices.posting('analyst');
    const of = (name: string) => ({ posting: analyst, name });
    const path = notices.path('en', analyst);
    const fits = await notices.applyAndDecide('screened-in', of('Ada Fits'));
    const told = await notices.applyAndDecide('screened-in', of('Bob Told'));
    await notices.applyAndDecide('screened-out', of('Cat Otherwise'));
    await notices.apply({ ...of('Dan Undecided') });
    const gone = await notices.applyAndDecide('screened-in', of('Eve Withdrawn'));
    await notices.db
      .updateTable('applications')
      .set({ status: 'withdrawn' })
      .where('id', '=', gone.id)
      .execute();

    const begin = async (query = '') =>
      manager.post(
        path,
        pressing(await html(manager, path + query), 'list', { template: 'screened-in' }),
      );
    const only = await (await begin(`?application=${told.id}`)).text();
    expect(only).toMatch(new RegExp(`value="${told.id}" checked`));
    expect(only).not.toMatch(new RegExp(`value="${fits.id}" checked`));
    const preview = await (await manager.post(path, pressing(only, 'preview'))).text();
    expect(textOf(preview)).toContain('One letter: 1 in English, 0 in French.');
    expect(textOf(preview)).toContain('Send one notice');
    expect((await manager.post(path, pressing(preview, 'confirm'))).status).toBe(303);

    const waiting = textOf(await (await begin()).text());
    expect(waiting).toContain('It fits one application. One is chosen.');
    expect(waiting).toMatch(/A notice of this decision waits to leave 1/);
    expect(waiting).toMatch(/Withdrawn by the candidate 1/);
    expect(waiting).toMatch(/Not screened yet 1/);
    expect(waiting).toMatch(/Another decision 1/);
    expect(waiting).toMatch(/Bob Told.{0,20}: A notice of this decision waits/);
    notices.pass(11);
    await notices.sender.look();
    expect(textOf(await (await begin()).text())).toMatch(/Told of this decision already 1/);
    const again = textOf(await (await begin(`?application=${told.id}`)).text());
    expect(again).toMatch(
      /this notice does not fit now .Bob Told., T-\S+: Told of this decision already/,
    );
    // A new decision on the same side is a new thing to tell.
    await notices.decide(told.id, 'screened-in');
    expect(textOf(await (await begin()).text())).toContain('It fits 2 applications.');
  });

  it('asks for at least one, and says so when nobody is left', async () => {
    const path = notices.path('fr', notices.posting('analyst'));
    const form = pressing(await html(manager, path), 'list', { template: 'screened-out' });
    const list = await (await manager.post(path, form)).text();
    const none = await manager.post(path, pressing(list, 'preview', { chosen: [] }));
    expect(none.status).toBe(422);
    expect(textOf(await none.text())).toContain('Choisissez au moins une personne');
    const unticked = await (await manager.post(path, pressing(list, 'none'))).text();
    expect(unticked).not.toMatch(/type="checkbox"[^>]* checked/);
    const ticked = await (await manager.post(path, pressing(unticked, 'all'))).text();
    expect(ticked).toMatch(/type="checkbox"[^>]* checked/);
  });

  it('sends news to the statuses asked for, and never to who withdrew', async () => {
    const path = notices.path('en', notices.posting('analyst'));
    const answers = {
      template: 'update',
      status: ['received', 'screened-out'],
      'words-en': 'A delay',
      'words-fr': 'Un retard',
    };
    const list = await (
      await manager.post(path, pressing(await html(manager, path), 'list', answers))
    ).text();
    const shown = textOf(list.slice(0, list.indexOf('left-out')));
    for (const name of ['Cat Otherwise', 'Dan Undecided']) expect(shown).toContain(name);
    for (const name of ['Ada Fits', 'Eve Withdrawn']) expect(shown).not.toContain(name);
    const letters = textOf(await (await manager.post(path, pressing(list, 'preview'))).text());
    expect(letters).toContain('A delay');
    expect(letters).not.toMatch(/not screened in|reason for this decision/);
  });
});
