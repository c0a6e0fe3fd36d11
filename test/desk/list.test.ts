import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ListRequest,
  type Position,
  applicationStatement,
  blindPage,
  blindView,
  createCursors,
  identityPage,
  listApplications,
  neighboursStatement,
  pageSize,
  parseListRequest,
} from '#hiring/desk/testing';
import { applicationStatuses as statuses } from '#hiring/applications';
import type { Permission } from '#hiring/staff';
import { foldForSearch } from '#platform/i18n';
import { href } from '#web/routes.ts';
import { type Desk, startDesk, statementsDuring, textOf } from './harness.tsx';

let desk: Desk;
/** Another posting, whose applications must never be among those of the first. */
let elsewhere: string;

beforeAll(async () => {
  desk = await startDesk();
  // As on the first day of a posting: PostgreSQL has not looked at the tables yet.
  for (const table of ['applications', 'applicant_identities']) {
    await sql`alter table ${sql.table(table)} set (autovacuum_enabled = false)`.execute(desk.db);
  }
  elsewhere = (await desk.apply({ posting: desk.posting('analyst'), name: 'Sample Elsewhere' })).id;
});
afterAll(() => desk.stop());

const cursors = createCursors('of this test only');
type Can = (permission: Permission) => boolean;
const everything: Can = () => true;
const assessor: Can = (permission) =>
  ['see-processes', 'see-applications', 'read-history'].includes(permission);

const request = (wanted: Partial<ListRequest> = {}): ListRequest => ({
  search: '',
  searchIn: 'sender',
  status: null,
  correspondence: null,
  sort: 'submitted',
  direction: 'descending',
  ...wanted,
});

async function read(
  posting: string,
  wanted: Partial<ListRequest>,
  at: Position = null,
  can = everything,
) {
  const page = await listApplications({ db: desk.db, cursors }, can, posting, request(wanted), at);
  if (!page) throw new Error('No such posting');
  return page;
}

/** Many applications at once, of a posting of their own. */
async function seed(
  key: string,
  count: number,
  each: (n: number) => { name?: string; minute?: number; status?: ListRequest['status'] },
): Promise<string> {
  await desk.writePosting(key, { en: key, fr: key });
  const posting = desk.posting(key);
  const first = await desk.apply({ posting, name: 'To be replaced' });
  const model = await desk.db
    .selectFrom('applications')
    .selectAll()
    .where('id', '=', first.id)
    .executeTakeFirstOrThrow();
  await desk.db.deleteFrom('applicant_identities').where('application_id', '=', first.id).execute();
  await desk.db.deleteFrom('applications').where('id', '=', first.id).execute();
  await add(posting, count, each, model);
  return posting;
}

let references = 0;
async function add(
  posting: string,
  count: number,
  each: (n: number) => { name?: string; minute?: number; status?: ListRequest['status'] },
  like?: Record<string, unknown>,
): Promise<string[]> {
  const model =
    like ??
    (await desk.db
      .selectFrom('applications')
      .selectAll()
      .where('posting_id', '=', posting)
      .limit(1)
      .executeTakeFirstOrThrow());
  const rows = Array.from({ length: count }, (_, n) => {
    const { name = `Sample ${n}`, minute = n, status } = each(n);
    references += 1;
    const reference = `T-TEST-${String((references * 7919) % 100_000).padStart(5, '0')}`;
    return { id: desk.deps.ids.uuid(), name, minute, status: status ?? 'received', reference };
  });
  await desk.db
    .insertInto('applications')
    .values(
      rows.map(({ id, minute, status, reference }) => ({
        ...(model as object as { posting_version: string }),
        questions: '[]',
        id,
        reference,
        status,
        posting_id: posting,
        submission_key: desk.deps.ids.uuid(),
        submitted_at: new Date(Date.UTC(2026, 0, 1, 0, minute)),
      })) as never,
    )
    .execute();
  await desk.db
    .insertInto('applicant_identities')
    .values(
      rows.map(({ id, name, reference }) => ({
        application_id: id,
        full_name: name,
        name_sort: foldForSearch(name).slice(0, 200),
        email: `${reference.toLowerCase()}@sample.example`,
        phone: null,
        resume_name: 'resume.txt',
        search_text: foldForSearch(`${name} ${reference}`),
      })),
    )
    .execute();
  return rows.map(({ id }) => id);
}

async function walk(
  posting: string,
  wanted: Partial<ListRequest>,
  between?: () => Promise<void>,
  can = everything,
) {
  const pages: string[][] = [];
  let at: Position = null;
  for (;;) {
    const page = await read(posting, wanted, at, can);
    pages.push(page.rows.map(({ id }) => id));
    if (!page.next) return pages;
    at = page.next;
    await between?.();
  }
}

const orders = (['submitted', 'name', 'reference', 'status'] as const).flatMap((sort) =>
  (['ascending', 'descending'] as const).map((direction) => ({ sort, direction })),
);

describe('pages of a list', () => {
  let posting: string;
  let all: string[];
  beforeAll(async () => {
    // Four names, three minutes and four statuses over 250 rows: ties everywhere.
    posting = await seed('ties', 250, (n) => ({
      name: `Sample ${'ABCD'[n % 4]}`,
      minute: n % 3,
      status: statuses[n % statuses.length] ?? 'received',
    }));
    all = (
      await desk.db
        .selectFrom('applications')
        .select('id')
        .where('posting_id', '=', posting)
        .execute()
    ).map(({ id }) => id);
  });

  it.each(orders)('hold every row once, by $sort, $direction', async (order) => {
    const pages = await walk(posting, order);
    expect(pages.map(({ length }) => length)).toEqual([100, 100, 50]);
    expect(new Set(pages.flat())).toEqual(new Set(all));
    expect(pages.flat()).toHaveLength(all.length);
  });

  it.each(orders)(
    'are in order, and the reverse of the other direction, by $sort, $direction',
    async (order) => {
      const forth = (await walk(posting, order)).flat();
      const opposite = order.direction === 'ascending' ? 'descending' : 'ascending';
      const back = (await walk(posting, { ...order, direction: opposite })).flat();
      expect(back).toEqual(forth.toReversed());
      const { rows } = await read(posting, order);
      const keys = rows.map((row) => {
        if (order.sort === 'submitted') return row.submittedAt.getTime();
        if (order.sort === 'name') return row.identity?.name ?? '';
        return row[order.sort];
      });
      const sorted = keys.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      expect(keys).toEqual(order.direction === 'ascending' ? sorted : sorted.toReversed());
    },
  );

  it.each(orders)('lead back to where one came from, by $sort, $direction', async (order) => {
    const first = await read(posting, order);
    const second = await read(posting, order, first.next);
    const third = await read(posting, order, second.next);
    expect(first.previous).toBeNull();
    expect(third.next).toBeNull();
    const ids = (page: typeof first): string[] => page.rows.map(({ id }) => id);
    const backToSecond = await read(posting, order, third.previous);
    expect(ids(backToSecond)).toEqual(ids(second));
    const backToFirst = await read(posting, order, backToSecond.previous);
    expect(ids(backToFirst)).toEqual(ids(first));
    expect(backToFirst.previous).toBeNull();
    expect(ids(await read(posting, order, backToFirst.next))).toEqual(ids(second));
  });

  it.each(orders)('look at few rows beyond their own, by $sort, $direction', async (order) => {
    const page = { postingId: posting, request: request(order), from: null, limit: pageSize + 1 };
    const { rows } = await sql<{ 'QUERY PLAN': [{ Plan: { 'Shared Hit Blocks': number } }] }>`
      explain (analyze, buffers, format json) ${identityPage(page)}`.execute(desk.db);
    // All 250 are counted and, without statistics, perhaps sorted; none is looked at a hundred times.
    expect(rows[0]?.['QUERY PLAN'][0].Plan['Shared Hit Blocks']).toBeLessThan(250 * 20);
  });

  it('keep microseconds apart', async () => {
    const fine = await seed('microseconds', 3, () => ({ minute: 0 }));
    const ids = await walk(fine, {}).then((pages) => pages.flat());
    const at = ['123456', '123457', '123458'];
    for (const [n, id] of ids.entries()) {
      await desk.db
        .updateTable('applications')
        .set({ submitted_at: `2026-01-01T00:00:00.${at[n]}Z` as never })
        .where('id', '=', id)
        .execute();
    }
    await add(fine, 99, () => ({ minute: 500 }));
    // The hundred-first row is one microsecond after the hundredth.
    const [first, second] = await walk(fine, {});
    expect([first?.length, second]).toEqual([100, [ids[1], ids[0]]]);
  });
});

describe('a list that grows while it is read', () => {
  it.each(orders)(
    'neither repeats nor skips what was there, by $sort, $direction',
    async (order) => {
      const key = `grows-${order.sort}-${order.direction}`;
      const posting = await seed(key, 220, (n) => ({ name: `Sample ${n % 5}`, minute: n % 50 }));
      const before = new Set((await walk(posting, order)).flat());
      const seen = await walk(posting, order, async () => {
        // Before the page, on the edge and after it.
        await add(posting, 30, (n) => ({ name: `Sample ${n % 7}`, minute: (n * 9) % 80 }));
      });
      const counted = seen.flat().filter((id) => before.has(id));
      expect(counted).toHaveLength(before.size);
      expect(new Set(counted)).toEqual(before);
      expect(new Set(seen.flat()).size).toBe(seen.flat().length);
    },
  );
});

describe('counts and filters', () => {
  it('count by status within search and language, whatever the status filter', async () => {
    const posting = await seed('counts', 30, (n) => ({
      name: n % 2 ? 'Sample Odd' : 'Sample Even',
      status: n < 10 ? 'received' : n < 25 ? 'screened-in' : n < 28 ? 'screened-out' : 'withdrawn',
    }));
    expect((await read(posting, {})).counts).toEqual({
      received: 10,
      'screened-in': 15,
      'screened-out': 3,
      withdrawn: 2,
    });
    const odd = await read(posting, { search: 'odd', status: 'screened-in' });
    expect(odd.counts).toEqual({
      received: 5,
      'screened-in': 7,
      'screened-out': 2,
      withdrawn: 1,
    });
    const gone = await read(posting, { status: 'withdrawn' });
    expect(gone.rows.map(({ status }) => status)).toEqual(['withdrawn', 'withdrawn']);
    expect(odd.rows).toHaveLength(7);
    expect(new Set(odd.rows.map(({ status }) => status))).toEqual(new Set(['screened-in']));
    const french = await read(posting, { correspondence: 'fr' });
    expect([french.rows, french.counts.received]).toEqual([[], 0]);
  });

  it('lead to the withdrawn ones from their count and from the filter, in both languages', async () => {
    const posting = await seed('left', 5, (n) => ({ status: n < 2 ? 'withdrawn' : 'received' }));
    const browser = await desk.as('assessor');
    for (const [lang, word] of [
      ['en', 'Withdrawn'],
      ['fr', 'Désistement'],
    ] as const) {
      const path = href('desk.applications', lang, { posting });
      const html = await (await browser.get(`${path}?status=withdrawn`)).text();
      expect(html.match(/<tr/g)).toHaveLength(1 + 2);
      expect(html).toMatch(/<option value="withdrawn" selected/);
      expect(html).toContain(`<dt>${word}</dt><dd><a href="${path}?status=withdrawn"`);
      const sorted = await (await browser.get(`${path}?sort=-status`)).text();
      expect(/<span class="badge[^>]*>([^<]*)/.exec(sorted)?.[1]).toBe(word);
    }
  });

  it('never reach into another posting', async () => {
    const found = (await walk(desk.posting('designer'), { search: 'elsewhere' })).flat();
    expect(found).not.toContain(elsewhere);
    expect((await walk(desk.posting('analyst'), { search: 'elsewhere' })).flat()).toEqual([
      elsewhere,
    ]);
  });

  it('answer nothing for a posting that never was', async () => {
    const nowhere = desk.deps.ids.uuid();
    expect(
      await listApplications({ db: desk.db, cursors }, everything, nowhere, request(), null),
    ).toBeNull();
    const browser = await desk.as('manager');
    for (const posting of [nowhere, 'x', "' or 1=1"]) {
      const answer = await browser.get(href('desk.applications', 'en', { posting }));
      expect(answer.status).toBe(404);
    }
  });
});

describe('search', () => {
  const people = {
    accents: 'Zoë L’Écuyer-O’Neil',
    ligature: 'Œdipe Lœwe',
    percent: '100% Sample',
    underscore: 'snake_case Sample',
    backslash: 'back\\slash Sample',
    arabic: 'مثال المرشح',
    emoji: 'Sample 🍁 Leaf',
    long: `Sample ${'Very'.repeat(240)} Long`.slice(0, 1000),
  };
  const ids: Partial<Record<keyof typeof people, string>> = {};
  let posting: string;
  beforeAll(async () => {
    await desk.writePosting('searched', { en: 'Searched', fr: 'Cherchée' });
    posting = desk.posting('searched');
    for (const [who, name] of Object.entries(people)) {
      const email = `${who}@sample.example`;
      ids[who as keyof typeof people] = (await desk.apply({ posting, name, email })).id;
    }
  });
  const find = async (search: string): Promise<string[]> => {
    const { request: wanted } = parseListRequest({ q: search, sort: 'name' }, true);
    const page = await read(posting, wanted);
    return page.rows.map(({ id }) => Object.entries(ids).find(([, of]) => of === id)?.[0] ?? id);
  };

  it.each([
    ['zoe', ['accents']],
    ['ZOË', ['accents']],
    ['L’écuyer', ['accents']],
    ["l'ecuyer", ['accents']],
    ['neil zoe', ['accents']],
    ['oedipe', ['ligature']],
    ['lœwe', ['ligature']],
    ['%', ['percent']],
    ['100%', ['percent']],
    ['_', ['underscore']],
    ['snake_case', ['underscore']],
    ['\\', ['backslash']],
    ['مثال', ['arabic']],
    ['🍁', ['emoji']],
    ['very long', ['long']],
    ['accents@sample.example', ['accents']],
    ["'; drop table applications; --", []],
    ['zoe nobody', []],
  ])('finds by «%s»', async (search, found) => {
    expect(await find(search)).toEqual(found);
  });

  it('finds a reference, written as it is or small', async () => {
    const { reference } = await desk.apply({ posting, reference: 'T-9ZZZ-8YYY' });
    for (const text of [reference, reference.toLowerCase(), '9zzz']) {
      expect((await read(posting, { search: text })).rows.map((row) => row.reference)).toEqual([
        reference,
      ]);
    }
  });

  it('survives any text in the address', async () => {
    const browser = await desk.as('manager');
    const path = href('desk.applications', 'en', { posting });
    for (const text of [
      '%00',
      '%F0%9F',
      '%ED%A0%80',
      'a'.repeat(5000),
      '%25%25%25',
      "'",
      '"',
      '\\',
    ]) {
      const answer = await browser.get(`${path}?q=${text}&sort=%00&status=%27&lang=xx`);
      expect([text.slice(0, 10), answer.status]).toEqual([text.slice(0, 10), 200]);
    }
  });
});

describe('those who may not know identities', () => {
  let posting: string;
  beforeAll(async () => {
    await desk.writePosting('blind', { en: 'Blind', fr: 'À l’aveugle' });
    posting = desk.posting('blind');
    await desk.apply({
      posting,
      name: 'Sample Secret',
      email: 'secret@sample.example',
      reference: 'T-B11D-0001',
      resume: { type: 'txt', bytes: Buffer.from('secret résumé'), name: 'secret-resume.txt' },
    });
    await desk.apply({ posting, name: 'Sample Other', email: 'secret@sample.example' });
  });

  it('get statements in which there is no identity to read', () => {
    const blind = orders.flatMap((order) => {
      const wanted = request({
        ...order,
        search: 'secret',
        status: 'received',
        correspondence: 'en',
      });
      const page = { postingId: posting, request: wanted, from: null, limit: pageSize };
      return [blindPage(page), neighboursStatement(blindView, posting, wanted, posting)];
    });
    const { db } = desk;
    const statements = [...blind, applicationStatement(assessor, posting)].map((one) =>
      // Addresses of the staff who did what are part of the history.
      one.compile(db).sql.replaceAll('s.email', ''),
    );
    expect(statements).toHaveLength(17);
    for (const statement of statements) {
      expect(statement).not.toMatch(
        /identit|preference|file_name|full_name|email|phone|name_sort|search_text|resume|screening|note/i,
      );
    }
    // The same words are in what is made for the others: the test would notice them.
    const page = { postingId: posting, request: request(), from: null, limit: pageSize };
    expect(identityPage(page).compile(db).sql).toMatch(/applicant_identities[\s\S]*email/);
    expect(applicationStatement(everything, posting).compile(db).sql).toMatch(
      /applicant_identities/,
    );
  });

  it('get rows without identity, and find nobody by name', async () => {
    const { rows } = await read(posting, {}, null, assessor);
    expect(rows.map(({ identity }) => identity)).toEqual([null, null]);
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual([
      'correspondence',
      'id',
      'identity',
      'reference',
      'status',
      'submittedAt',
      'withinGrace',
    ]);
    expect((await read(posting, { search: 'secret' }, null, assessor)).rows).toEqual([]);
    const { rows: found } = await read(posting, { search: 'b11d' }, null, assessor);
    expect(found.map(({ reference }) => reference)).toEqual(['T-B11D-0001']);
  });

  it('cause no statement on identities, whatever they ask for', async () => {
    const browser = await desk.as('assessor');
    const { id } = (await read(posting, { search: 'T-B11D' })).rows[0] ?? { id: '' };
    const path = href('desk.applications', 'en', { posting });
    const pages = [
      path,
      `${path}?q=secret&sort=name`,
      `${path}?q=secret%40sample&sort=-name&status=received&lang=en`,
      `${href('desk.application', 'en', { id })}?sort=name&q=secret`,
      href('desk.advertised', 'en', { id }),
      href('desk.processes', 'en'),
      href('desk.resume', 'en', { id }),
      href('desk.resumeDownload', 'fr', { id }),
    ];
    let html = '';
    const statements = await statementsDuring(async () => {
      for (const page of pages) html += await (await browser.get(page)).text();
    });
    expect(statements.filter((text) => text.includes('applications a')).length).toBeGreaterThan(4);
    expect(statements.filter((text) => /applicant_identities/.test(text))).toEqual([]);
    expect(html.replaceAll(/<input[^>]*type="search"[^>]*>/g, '')).not.toMatch(
      /Sample Secret|secret-resume|Same e-mail/,
    );
    expect(html).not.toContain('secret@sample.example');
  });
});

describe('the page of the list', () => {
  let posting: string;
  let path: string;
  beforeAll(async () => {
    posting = await seed('paged', 230, (n) => ({
      name: n === 0 ? 'Sample <b>Bold</b>' : `Sample ${n}`,
    }));
    path = href('desk.applications', 'en', { posting });
  });

  it('asks the database for counts and rows in one statement', async () => {
    const browser = await desk.as('manager');
    const statements = await statementsDuring(() =>
      browser.get(`${path}?q=sample&status=received`),
    );
    expect(statements.filter((text) => /\bapplications\b/.test(text))).toHaveLength(1);
  });

  it('leads on and back by links alone, keeping search and order', async () => {
    const browser = await desk.as('manager');
    const link = (html: string, rel: string): string =>
      new RegExp(`href="([^"]+)" rel="${rel}"`).exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const first = await (await browser.get(`${path}?q=sample&sort=-name`)).text();
    expect(link(first, 'prev')).toBe('');
    expect(link(first, 'next')).toContain('q=sample&sort=-name&after=');
    const second = await (await browser.get(link(first, 'next'))).text();
    const third = await (await browser.get(link(second, 'next'))).text();
    expect(link(third, 'next')).toBe('');
    expect(textOf(third)).toContain('30 applications on this page, 230 in all');
    const again = await (await browser.get(link(third, 'prev'))).text();
    const rows = (html: string): string => /<tbody[\s\S]*<\/tbody>/.exec(html)?.[0] ?? '';
    expect(rows(again)).toBe(rows(second));
    // Nobody's name is in the address of a page, although the list is sorted by it.
    expect(
      Buffer.from(
        new URL(link(first, 'next'), 'http://x').searchParams.get('after') ?? '',
        'base64url',
      ).toString('latin1'),
    ).not.toMatch(/sample/i);
  });

  it('starts again, and says so, where a cursor is not ours', async () => {
    const browser = await desk.as('manager');
    const first = await read(posting, { sort: 'name', direction: 'ascending' });
    const other = createCursors('the secret of somebody else');
    const own =
      new URL(
        /href="([^"]+)" rel="next"/
          .exec(await (await browser.get(`${path}?sort=name`)).text())?.[1]
          ?.replaceAll('&amp;', '&') ?? '',
        'http://x',
      ).searchParams.get('after') ?? '';
    const flipped = own.slice(0, 60) + (own[60] === 'A' ? 'B' : 'A') + own.slice(61);
    const forged = [
      'x',
      "' or 1=1 --",
      '\0',
      'a'.repeat(4000),
      Buffer.from(JSON.stringify(['sample 1', posting])).toString('base64url'),
      other.seal(`${posting} name`, ['sample 1', posting]),
      flipped,
    ];
    for (const cursor of forged) {
      for (const side of ['after', 'before']) {
        const answer = await browser.get(`${path}?sort=name&${side}=${encodeURIComponent(cursor)}`);
        const html = await answer.text();
        expect([cursor.slice(0, 20), answer.status]).toEqual([cursor.slice(0, 20), 200]);
        expect(textOf(html)).toContain('This is its beginning');
        expect(html).toContain(first.rows[0]?.id ?? '?');
      }
    }
    // A cursor of one order or posting is not one of another.
    for (const address of [
      `${path}?sort=status&after=${own}`,
      `${href('desk.applications', 'en', { posting: desk.posting('designer') })}?sort=name&after=${own}`,
    ]) {
      expect(textOf(await (await browser.get(address)).text())).toContain('This is its beginning');
    }
    expect(
      textOf(await (await browser.get(`${path}?sort=name&after=${own}`)).text()),
    ).not.toContain('This is its beginning');
  });

  it('shows names as text, in both languages, and marks a shared e-mail', async () => {
    await desk.apply({ posting, name: 'مثال 🍁', email: 'Twice@sample.example' });
    await desk.apply({
      posting,
      name: 'Sample Twice',
      email: 'twice@SAMPLE.example',
      withinGrace: true,
    });
    await desk.apply({
      posting: desk.posting('analyst'),
      name: 'Sample 7',
      email: 'once@sample.example',
    });
    await desk.apply({ posting, name: 'Sample Once', email: 'once@sample.example' });
    const browser = await desk.as('manager');
    const search = async (lang: 'en' | 'fr', q: string): Promise<string> =>
      (
        await browser.get(
          `${href('desk.applications', lang, { posting })}?q=${encodeURIComponent(q)}`,
        )
      ).text();
    const english = await search('en', 'twice@');
    expect(english.match(/Same e-mail as another/g)).toHaveLength(2);
    expect(english).toContain('<bdi>مثال 🍁</bdi>');
    expect(english).toContain('In the grace period');
    expect(await search('en', 'once@')).not.toContain('Same e-mail');
    const french = textOf(await search('fr', 'twice@'));
    expect(french).toMatch(/2 candidatures sur cette page, 2 en tout/);
    expect(french).toContain('Même adresse courriel qu’une autre');
    const bold = await search('en', 'bold');
    expect(bold).toContain('Sample &lt;b>Bold&lt;/b>');
    expect(bold).not.toContain('<b>Bold');
  });

  it('offers no order by name and no e-mail to an assessor', async () => {
    const html = await (await (await desk.as('assessor')).get(`${path}?sort=name`)).text();
    expect(html).not.toMatch(/sort=-?name|value="-?name"/);
    expect(textOf(html)).not.toContain('E-mail');
    expect(html).toMatch(/T-TEST-\d{5}<\/a>/);
  });
});
