import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Lang } from '#platform/i18n';
import { href } from '#web/routes.ts';
import { type Desk, startDesk, statementsDuring, textOf } from './harness.tsx';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
});
afterAll(() => desk.stop());

type Browser = Awaited<ReturnType<Desk['as']>>;
const read = async (browser: Browser, path: string): Promise<string> =>
  (await browser.get(path)).text();

/** Cells of the rows of the table, as text. */
function rowsOf(html: string): string[][] {
  const body = /<tbody[\s\S]*<\/tbody>/.exec(html)?.[0] ?? '';
  return body
    .split('<tr')
    .slice(1)
    .map((row) =>
      row
        .split(/<t[hd]/)
        .slice(1)
        .map((cell) => textOf(`<td${cell}`).trim()),
    );
}

describe('the list of processes', () => {
  beforeAll(async () => {
    const facts = (dates: string): string => `${dates}timeZone: America/Toronto\n`;
    await desk.writePosting('soon', {
      en: 'Closing this year',
      fr: 'Clôture cette année',
      facts: facts('opens: 2026-01-05T09:00:00-05:00\ncloses: 2999-12-31T23:59:00-05:00\n'),
    });
    await desk.writePosting('past', {
      en: 'Closed long ago',
      fr: 'Close depuis longtemps',
      facts: facts('opens: 2020-01-05T09:00:00-05:00\ncloses: 2020-02-01T23:59:00-05:00\n'),
    });
    await desk.writePosting('future', {
      en: 'Not open yet',
      fr: 'Pas encore ouverte',
      facts: facts('opens: 2998-01-05T09:00:00-05:00\ncloses: 2999-02-01T23:59:00-05:00\n'),
    });
    await desk.writePosting('withdrawn', { en: 'Withdrawn one', fr: 'Retirée à l’été' });
    await desk.writePosting('forgotten', { en: 'Withdrawn without applications', fr: 'Oubliée' });
    for (const status of [
      'received',
      'received',
      'screened-in',
      'screened-out',
      'withdrawn',
    ] as const) {
      await desk.apply({ status, submittedAt: new Date('2026-09-01T16:00:00Z') });
    }
    await desk.apply({
      posting: desk.posting('past'),
      submittedAt: new Date('2020-01-31T17:00:00Z'),
    });
    await desk.apply({ posting: desk.posting('withdrawn'), status: 'screened-in' });
    await desk.removePosting('withdrawn');
    await desk.removePosting('forgotten');
  });

  it('counts applications by status, those that take applications first, in one statement', async () => {
    const browser = await desk.as('assessor');
    let html = '';
    const statements = await statementsDuring(async () => {
      html = await read(browser, href('desk.processes', 'en'));
    });
    expect(statements.filter((text) => /\bapplications\b/.test(text))).toHaveLength(1);
    expect(rowsOf(html)).toEqual([
      ['Closing this year', 'Open', '2999-12-31', '0', '0', '0', '0', '0', ''],
      ['Analyst', 'Open', '', '0', '0', '0', '0', '0', ''],
      [
        'Designer for public counters',
        'Always open',
        '',
        '2',
        '1',
        '1',
        '1',
        '5',
        '2026-09-01 12:00',
      ],
      ['Not open yet', 'Scheduled', '2999-02-01', '0', '0', '0', '0', '0', ''],
      ['Closed long ago', 'Closed', '2020-02-01', '1', '0', '0', '0', '1', '2020-01-31 12:00'],
      [
        'Withdrawn one',
        'Withdrawn',
        '',
        '0',
        '1',
        '0',
        '0',
        '1',
        expect.stringMatching(/^2026-09-01/),
      ],
    ]);
  });

  it('is searched by title in both languages, and shows what is asked for', async () => {
    const browser = await desk.as('manager');
    const titles = async (query: string, lang: Lang = 'en'): Promise<string[]> => {
      const html = await read(browser, href('desk.processes', lang) + query);
      return rowsOf(html).map(([title = '']) => title);
    };
    expect(await titles('?q=echelle')).toEqual(['Designer for public counters']);
    expect(await titles('?q=ETE', 'fr')).toEqual(['Retirée à l’été']);
    expect(await titles('?q=%25')).toEqual([]);
    expect(await titles('?show=received')).toEqual([
      'Designer for public counters',
      'Closed long ago',
    ]);
    expect(await titles('?show=open')).toEqual([
      'Closing this year',
      'Analyst',
      'Designer for public counters',
    ]);
    expect(await titles('?show=nonsense')).toHaveLength(6);
    const none = await read(browser, `${href('desk.processes', 'fr')}?q=zzzz`);
    expect(textOf(none)).toContain('Aucun processus à afficher');
    expect(none).toContain(`href="${href('desk.processes', 'fr')}">Afficher tous les processus`);
  });

  it('opens the applications of a withdrawn posting', async () => {
    const browser = await desk.as('manager');
    const html = await read(browser, `${href('desk.processes', 'en')}?q=withdrawn`);
    const path = /href="([^"]+)">Withdrawn one/.exec(html)?.[1] ?? '';
    const answer = await browser.get(path);
    expect(answer.status).toBe(200);
    const list = await answer.text();
    expect(textOf(list)).toContain('Withdrawn one');
    expect(rowsOf(list)).toHaveLength(1);
    const french = /class="lang-toggle" href="([^"]+)"/.exec(list)?.[1] ?? '';
    expect(textOf(await read(browser, french))).toContain('Retirée à l’été');
  });
});

describe('the status page', () => {
  const partsOf = (html: string): Record<string, [string, string]> =>
    Object.fromEntries(
      rowsOf(html).map(([part = '', verdict = '', says = '']) => [part, [verdict, says]]),
    );

  it('says in plain words what is amiss and what to do', async () => {
    const browser = await desk.as('admin');
    const parts = partsOf(await read(browser, href('desk.status', 'en')));
    expect(parts['Database']).toEqual([
      'In order',
      expect.stringMatching(/^PostgreSQL \d+[.\d]* answers; it holds \d/),
    ]);
    expect(parts['E-mail']).toEqual(['To look at', expect.stringContaining('set TANDEM_SMTP_URL')]);
    expect(parts['Malware scanner']).toEqual([
      'To look at',
      expect.stringContaining('set TANDEM_CLAMD'),
    ]);
    expect(parts['Disk']).toEqual(['In order', expect.stringMatching(/^5\sGB free of 100\sGB/)]);
    expect(parts['Postings']?.[0]).toBe('In order');
    expect(parts['Tandem']?.[1]).toMatch(/^Version 0\.1\.0, running since 2026-11-24/);
    const french = partsOf(await read(browser, href('desk.status', 'fr')));
    expect(french['Courriel']).toEqual([
      'À surveiller',
      expect.stringContaining('définissez TANDEM_SMTP_URL'),
    ]);
  });

  it('tells of a full disk, of failing mail and of problems of content', async () => {
    const poorly = await startDesk({
      status: async () => ({
        version: '0.1.0',
        startedAt: new Date(),
        mailConfigured: true,
        scannerConfigured: true,
        source: () => ({ verdict: 'good', says: 'A folder' }),
        disk: { free: 1e6, total: 1e11 },
        api: { list: 'http://jobs.test/v0', origins: ['https://www.sample.example'] },
      }),
    });
    try {
      await poorly.writePosting('odd', {
        en: 'Odd',
        fr: 'Bizarre',
        facts: 'unknownFact: 1\ntimeZone: America/Toronto\n',
      });
      await poorly.db
        .insertInto('emails')
        .values({
          id: poorly.deps.ids.uuid(),
          kind: 'sample',
          lang: 'en',
          recipient: 'someone@sample.example',
          subject: 'Sample',
          text_body: '',
          html_body: '',
          created_at: new Date(),
          sent_at: null,
          last_failure: 'connect ECONNREFUSED',
          forget_once_sent: false,
        })
        .execute();
      const browser = await poorly.as('admin');
      const parts = partsOf(await (await browser.get(href('desk.status', 'en'))).text());
      expect(parts['E-mail']).toEqual([
        'To fix',
        expect.stringContaining('1 e-mail could not be sent yet'),
      ]);
      expect(parts['Disk']).toEqual(['To fix', expect.stringContaining('make room or enlarge it')]);
      expect(parts['Lever-compatible API']).toEqual([
        'In order',
        expect.stringContaining(
          'These sites may call it from a browser: https://www.sample.example.',
        ),
      ]);
      expect(parts['Malware scanner']?.[0]).toBe('In order');
      expect(parts['Postings']?.[1]).toContain('to put right in the content folder.');
    } finally {
      await poorly.stop();
    }
  });
});

describe('the outbox', () => {
  const email = (subject: string, minute: number) => ({
    id: desk.deps.ids.uuid(),
    kind: 'sign-in',
    lang: 'fr' as const,
    recipient: 'someone@sample.example',
    subject,
    text_body:
      'Bonjour,\n\nOuvrez https://desk.test/fr/personnel/connexion?token=abc&next=%2F pour entrer.\n',
    html_body: '<!doctype html><p>Bonjour</p><script>alert(1)</script>',
    created_at: new Date(Date.UTC(2026, 8, 2, 0, minute)),
    sent_at: null,
    last_failure: null,
    forget_once_sent: false,
  });

  it('lists the newest e-mails and shows one both ways, its HTML in a sandbox', async () => {
    const admin = await desk.as('admin');
    await desk.db.deleteFrom('emails').execute();
    const all = Array.from({ length: 105 }, (_, n) => email(`Sujet ${n} <b>`, n));
    await desk.db.insertInto('emails').values(all).execute();
    const html = await read(admin, href('desk.outbox', 'en'));
    const rows = rowsOf(html);
    expect(rows).toHaveLength(100);
    expect(rows[0]?.slice(0, 2)).toEqual(['Sujet 104 <b>', 'someone@sample.example']);
    const one = await read(admin, href('desk.outboxEmail', 'fr', { id: all[104]?.id ?? '' }));
    expect(one).toContain(
      '<a href="https://desk.test/fr/personnel/connexion?token=abc&amp;next=%2F">https://desk.test/',
    );
    expect(one).toMatch(
      /<iframe[^>]*sandbox(="")? [^>]*srcdoc="&lt;!doctype html>&lt;p>Bonjour&lt;\/p>&lt;script>/,
    );
    expect(one).not.toContain('<script>alert');
    for (const id of [desk.deps.ids.uuid(), 'x']) {
      expect((await admin.get(href('desk.outboxEmail', 'en', { id }))).status).toBe(404);
    }
  });

  it('is not there in production, nor in the menu', async () => {
    const production = await startDesk({ hasOutbox: false });
    try {
      const admin = await production.as('admin');
      const id = production.deps.ids.uuid();
      for (const path of [href('desk.outbox', 'en'), href('desk.outboxEmail', 'fr', { id })]) {
        expect((await admin.get(path)).status).toBe(404);
      }
      const html = await (await admin.get(href('desk.processes', 'en'))).text();
      expect(html).not.toContain(href('desk.outbox', 'en'));
    } finally {
      await production.stop();
    }
  });
});

describe('the page of content problems', () => {
  it('is that of the postings, behind a permission', async () => {
    const answer = await (await desk.as('manager')).get(href('desk.postings', 'en'));
    expect([answer.status, textOf(await answer.text())]).toEqual([
      200,
      expect.stringContaining('Content problems'),
    ]);
  });
});
