import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toldOfApplication } from '#hiring/accommodation';
import { createSeal, openWith, unlockWithPassphrase } from '#platform/sealing';
import {
  type House,
  ask,
  deskCase,
  makeOwnKey,
  onCase,
  onDesk,
  passphrase,
  proposeOn,
  said,
  startHouse,
  unlock,
} from './harness.ts';
import { textOf } from '../support/html.ts';
import { applyThrough, filledForm, tokenOf } from '../support/applicant.ts';

let house: House;
let custodian: Awaited<ReturnType<House['staff']>>;
const candidate = {
  browser: null as unknown as ReturnType<House['browser']>,
  id: '',
  path: '',
  code: '',
};
const analyst = () =>
  house.intake.deps.postings.snapshot().postings.find((one) => one.translationKey === 'analyst')!;

/** Every row of every table of the database, as text. */
async function dump(): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name
    from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(
    house.db,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{ line: string }>`
      select t::text as line from ${sql.raw(name)} t`.execute(house.db);
    texts.push(...rows.map(({ line }) => `${name} ${line}`));
  }
  return texts.join('\n');
}

beforeAll(async () => {
  house = await startHouse();
  custodian = await house.staff('custodian', 'custodian@sample.example');
  await makeOwnKey(custodian);
  await unlock(custodian);
  candidate.browser = house.browser();
  const asked = await ask(candidate.browser, { posting: analyst().id });
  Object.assign(candidate, asked);
  await onCase(candidate.browser, candidate.path, { deed: 'message', words: said.message });
  await onDesk(custodian, candidate.id, { deed: 'message', words: 'Certainly, Quixotine.' });
});
afterAll(() => house.close());

describe('a whole story', () => {
  it('is read by the candidate and the custodian, each on their own page', async () => {
    const theirs = textOf(await (await candidate.browser.get(candidate.path)).text());
    expect(theirs).toContain(said.help);
    expect(theirs).toContain('Certainly, Quixotine.');
    const mine = textOf(await (await custodian.get(deskCase(candidate.id))).text());
    expect(mine).toContain(said.message);
    expect(mine).toContain(said.email);
    const list = textOf(await (await custodian.get('/en/staff/accommodation')).text());
    expect(list).toContain(said.name);
  });

  it('leaves none of its words in the database, and none in the log', async () => {
    const everything = await dump();
    expect(everything).toContain('accommodation_entries');
    for (const text of [...Object.values(said), 'magnifier', 'Quixotine', candidate.code]) {
      expect(everything.toLowerCase()).not.toContain(text.toLowerCase());
      expect(house.logged().toLowerCase()).not.toContain(text.toLowerCase());
    }
    expect(everything).not.toContain(passphrase);
  });

  it('opens with nothing that the server keeps', async () => {
    const { secret } = house.intake.deps;
    const entries = await house.db.selectFrom('accommodation_entries').selectAll().execute();
    const keys = await house.db.selectFrom('accommodation_keys').selectAll().execute();
    const custodians = await house.db.selectFrom('custodian_keys').selectAll().execute();
    for (const { sealed } of [...entries, ...keys]) {
      // What is public, what signs, and what locks: none of it is an identity.
      for (const held of [
        secret,
        ...keys.map((key) => key.holder),
        ...entries.map((e) => e.case_key),
      ]) {
        expect(await openWith(held, sealed).catch(() => null)).toBeNull();
      }
      expect(createSeal(secret, 'hidden recipients').open('x', sealed)).toBeNull();
    }
    for (const { locked_identity: locked } of custodians) {
      expect(await unlockWithPassphrase(secret, locked ?? '')).toBeNull();
      const identity = await unlockWithPassphrase(passphrase, locked ?? '');
      expect(
        await openWith(
          identity ?? '',
          keys.find((k) => k.holder_kind === 'custodian')?.sealed ?? '',
        ),
      ).toMatch(/^AGE-SECRET-KEY-1/);
    }
  });

  it('keeps nothing of it in files', async () => {
    const folder = house.intake.filesFolder;
    const names = await readdir(folder, { recursive: true, withFileTypes: true });
    for (const file of names.filter((one) => one.isFile())) {
      const text = await readFile(join(file.parentPath, file.name), 'latin1');
      expect(text).not.toContain('magnifier');
    }
  });

  it('writes e-mails that say nothing, and hides to whom', async () => {
    const emails = await house.db
      .selectFrom('emails')
      .selectAll()
      .where('kind', '=', 'candidate-notice')
      .execute();
    expect(emails.length).toBe(2);
    for (const email of emails) {
      expect(email.recipient_hidden).toBe(true);
      expect(email.recipient).not.toContain('@');
      expect(email.subject + email.text_body + email.kind).not.toMatch(
        /accommodat|adaptation|disab|handicap/i,
      );
    }
  });

  it('is closed to every other role, and to custodians without a key', async () => {
    for (const role of ['admin', 'manager', 'assessor'] as const) {
      const other = await house.staff(role, `${role}@sample.example`);
      for (const path of [
        '/en/staff/accommodation',
        '/en/staff/accommodation/keys',
        deskCase(candidate.id),
      ]) {
        const answer = await other.get(path);
        expect([role, path, answer.status]).toEqual([role, path, 403]);
        expect(await answer.text()).not.toContain('Quixotine');
      }
    }
    const second = await house.staff('custodian', 'second@sample.example');
    await makeOwnKey(second, 'another long passphrase');
    expect((await unlock(second, 'another long passphrase')).status).toBe(422);
    expect(await (await second.get(deskCase(candidate.id))).text()).not.toContain('Quixotine');
  });

  it('opens for no other browser, whatever it knows of the address', async () => {
    const stranger = house.browser();
    const known = await stranger.get(candidate.path);
    const unknown = await stranger.get(
      candidate.path.replace(/.$/, (end) => (end === '0' ? '1' : '0')),
    );
    expect(known.status).toBe(200);
    const strip = async (answer: Response) => textOf(await answer.text());
    expect(await strip(known)).toBe(await strip(unknown));
    expect(
      (await stranger.post(`${candidate.path}/do`, { deed: 'message', words: 'x' })).status,
    ).toBe(404);
    expect((await stranger.get(`${candidate.path}/copy`)).status).toBe(404);
    expect((await stranger.post('/en/my/cases', { code: '0000-0000-0000-0000-0000' })).status).toBe(
      422,
    );
  });
});

describe('an arrangement', () => {
  it('is told in the words agreed, once agreed, and to nobody before', async () => {
    const applied = await applyAs(said.email);
    await proposeOn(custodian, candidate.id, {
      'more-time': '30',
      stages: 'written',
      posting: analyst().id,
      'more-days': '3',
      words: 'Would this do, Quixotine?',
    });
    expect((await toldOfApplication(house.db, applied)).en).toEqual([]);
    const page = textOf(await (await candidate.browser.get(candidate.path)).text());
    expect(page).toContain('30% more time');
    expect(page).toContain('Applies to: written tests');

    const agreed = await onCase(candidate.browser, candidate.path, { deed: 'agree', words: '' });
    expect(agreed.headers.get('location')).toContain('told=agree');
    expect(await toldOfApplication(house.db, applied)).toEqual({
      en: ['30% more time', 'Applies to: written tests'],
      fr: ['30\u00A0% de temps de plus', 'S’applique à\u00A0: les examens écrits'],
    });
    const everything = await dump();
    expect(everything).not.toContain('Would this do');
    // Its applicant is known as such; nothing leads from there to the case.
    const { rows } = await sql`select * from arrangements where person like '%@%'`.execute(
      house.db,
    );
    expect(rows).toEqual([]);
  });

  it('agrees to what was read: an old page does nothing', async () => {
    const old = await (await candidate.browser.get(candidate.path)).text();
    const token = /name="token" value="([^"]+)"/.exec(old)?.[1] ?? '';
    const answer = await candidate.browser.post(`${candidate.path}/do`, {
      token,
      proposal: house.intake.deps.ids.uuid(),
      deed: 'agree',
    });
    expect(answer.headers.get('location')).toContain('told=changed');
  });

  it('lets the candidate apply later, by itself, and nobody else', async () => {
    house.intake.now.value = new Date('2026-12-02T12:00:00Z');
    await unlock(custodian);
    const slug = analyst().slugs.en;
    expect((await house.browser().get(`/en/jobs/${slug}/apply`)).status).toBe(410);
    const page = await (await candidate.browser.get(candidate.path)).text();
    const path = /href="(\/en\/jobs\/[^"]+\?until=[^"]+)"/.exec(page)?.[1] ?? '';
    const form = await candidate.browser.get(path);
    expect(form.status).toBe(200);
    const html = await form.text();
    expect(textOf(html)).toMatch(/December\s3,\s2026/);
    const send = (email: string) =>
      candidate.browser.post(`/en/jobs/${slug}/apply`, filledForm(tokenOf(html), answers(email)));
    expect((await send('somebody-else@sample.example')).status).toBe(409);
    expect((await send(said.email.toUpperCase())).status).toBe(303);
    expect((await house.browser().get(path.replace(/until=.{3}/, 'until=000'))).status).toBe(410);
    house.intake.now.value = new Date('2026-12-05T12:00:00Z');
    expect((await candidate.browser.get(path)).status).toBe(410);
    house.intake.now.value = new Date('2026-11-24T12:00:00Z');
  });
});

function answers(email: string) {
  return {
    name: 'Somebody Specimen',
    email,
    statement: 'I have run a counter.',
    resume: { name: 'resume.txt', bytes: Buffer.from('A sample résumé.') },
    lang: 'en' as const,
  };
}

/** Applies to the posting; gives the id of the application. */
async function applyAs(email: string): Promise<string> {
  const sent = await applyThrough(house.intake.request, analyst().slugs.en, answers(email));
  expect(sent.status).toBe(303);
  const row = await house.db
    .selectFrom('applicant_identities')
    .select('application_id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  return row.application_id;
}
