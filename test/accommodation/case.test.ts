import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countWaiting, createAccommodation, personalData } from '#hiring/accommodation';
import { textOf } from '../support/html.ts';
import {
  type House,
  ask,
  makeOwnKey,
  onCase,
  onDesk,
  proposeOn,
  said,
  startHouse,
  unlock,
} from './harness.ts';

let house: House;
let custodian: Awaited<ReturnType<House['staff']>>;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.close());

it('takes no request that nobody could open, and says who to write to', async () => {
  const answer = await house.browser().get('/fr/mesures-adaptation');
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain('adapt@sample.example');
  custodian = await house.staff('custodian', 'custodian@sample.example');
  await makeOwnKey(custodian);
  await unlock(custodian);
});

describe('the form', () => {
  it('gives back what was typed, in the answer only', async () => {
    const browser = house.browser();
    const { answer, id } = await ask(browser, { email: 'nobody', name: '' });
    expect(answer.status).toBe(422);
    const page = textOf(await answer.text());
    expect(page).toContain(said.help);
    expect(page).toContain('Enter an e-mail address such as name@example.ca');
    expect(id).toBe('');
    expect(await count()).toBe(0);
  });

  it('makes one case of a form that is sent twice, and opens it after either', async () => {
    const browser = house.browser();
    const page = await (await browser.get('/en/accommodation')).text();
    const hidden = Object.fromEntries(
      [...page.matchAll(/type="hidden" name="([^"]+)" value="([^"]+)"/g)].map(([, n, v]) => [
        n!,
        v!,
      ]),
    );
    const fields = {
      ...hidden,
      help: said.help,
      stages: 'unsure',
      name: 'A',
      email: said.email,
      lang: 'fr',
    };
    const [one, two] = await Promise.all([
      browser.post('/en/accommodation', fields),
      house.browser().post('/en/accommodation', fields),
    ]);
    expect([one.status, two.status]).toEqual([303, 303]);
    expect(one.headers.get('location')).toBe(two.headers.get('location'));
    expect(await count()).toBe(1);
    expect((await browser.get(one.headers.get('location') ?? '')).status).toBe(200);
  });

  it('refuses what another site sends, and a form that is not ours', async () => {
    const foreign = await house
      .browser()
      .post('/en/accommodation', { help: said.help }, { 'sec-fetch-site': 'cross-site' });
    expect(foreign.status).toBe(403);
    expect((await house.browser().post('/en/accommodation', { help: said.help })).status).toBe(422);
  });
});

describe('a case', () => {
  it('takes a message once, however often its form is sent', async () => {
    const browser = house.browser();
    const { path } = await ask(browser);
    const html = await (await browser.get(path)).text();
    const token = /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const send = () => browser.post(`${path}/do`, { token, deed: 'message', words: said.message });
    await Promise.all([send(), send()]);
    await send();
    const after = await (await browser.get(path)).text();
    expect(after.split(said.message).length - 1).toBe(1);
    const foreign = await browser.post(
      `${path}/do`,
      { token, deed: 'message', words: 'x' },
      { 'sec-fetch-site': 'cross-site' },
    );
    expect(foreign.status).toBe(403);
  });

  it('takes no form of another case', async () => {
    const browser = house.browser();
    const [mine, other] = [await ask(browser), await ask(browser)];
    const html = await (await browser.get(mine.path)).text();
    const token = /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const answer = await browser.post(`${other.path}/do`, {
      token,
      deed: 'message',
      words: 'moved',
    });
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain('moved');
  });

  it('opens with its code on another device, and is forgotten when asked', async () => {
    const { path, code } = await ask(house.browser());
    const other = house.browser();
    const typed = code.toLowerCase().replaceAll('-', ' ');
    const opened = await other.post('/fr/moi/dossiers', { code: typed });
    expect(opened.status).toBe(303);
    expect(textOf(await (await other.get(path)).text())).toContain(said.help);
    expect(textOf(await (await other.get('/en/my/cases')).text())).toContain('With us');
    await onCase(other, path, { deed: 'forget' });
    expect(textOf(await (await other.get(path)).text())).not.toContain(said.help);
  });

  it('gives its candidate a copy, and is deleted for good when they say so', async () => {
    const browser = house.browser();
    const { id, path } = await ask(browser);
    const copy = await browser.get(`${path}/copy`);
    expect(copy.headers.get('content-disposition')).toContain('attachment');
    expect(await copy.text()).toContain(said.help);
    expect((await onCase(browser, path, { deed: 'delete' })).status).toBe(422);
    await onCase(browser, path, { deed: 'delete', sure: 'yes' });
    const left = await house.db
      .selectFrom('accommodation_keys')
      .select('case_id')
      .where('case_id', '=', id)
      .execute();
    expect(left).toEqual([]);
    expect(textOf(await (await browser.get(path)).text())).toContain(
      'This device does not have the key',
    );
  });

  it('is proposed only as it was shown', async () => {
    const { id } = await ask(house.browser());
    const shown = await onDesk(custodian, id, {
      deed: 'preview',
      'more-time': '30',
      stages: 'written',
    });
    const seen = (/name="seen" value="([^"]+)"/.exec(await shown.text())?.[1] ?? '').replaceAll(
      '&quot;',
      '"',
    );
    const changed = await onDesk(custodian, id, {
      deed: 'propose-now',
      'more-time': '50',
      stages: 'written',
      seen,
    });
    expect(changed.status).toBe(200);
    expect(textOf(await changed.text())).toContain('50% more time');
    const bad = await onDesk(custodian, id, {
      deed: 'preview',
      'more-time': 'lots',
      'other-en': 'x',
    });
    expect(bad.status).toBe(422);
    expect(textOf(await bad.text())).toContain('Write it in both languages');
    expect((await proposeOn(custodian, id, { 'more-time': '30', stages: 'written' })).status).toBe(
      303,
    );
  });
});

describe('unanswered requests', () => {
  it('are told of without a word of them, once a day, and counted', async () => {
    const { db } = house;
    const { escalation } = createAccommodation(house.deps);
    const since = house.intake.now.value;
    expect(await escalation.look()).toBe(0);
    house.intake.now.value = new Date(since.getTime() + 49 * 3_600_000);
    const waiting = await db
      .selectFrom('accommodation_cases')
      .select('id')
      .where('waits_for', '=', 'custodian')
      .execute();
    expect(await escalation.look()).toBe(waiting.length);
    expect(await escalation.look()).toBe(0);
    const emails = await db
      .selectFrom('emails')
      .selectAll()
      .where('kind', '=', 'accommodation-late')
      .execute();
    expect(emails.map(({ recipient }) => recipient).sort()).toEqual([
      'above@sample.example',
      'custodian@sample.example',
    ]);
    for (const { text_body: text } of emails) {
      for (const word of Object.values(said)) expect(text).not.toContain(word);
    }
    // Whose language is not known reads both.
    expect(emails.find(({ recipient }) => recipient.startsWith('above'))?.text_body).toMatch(
      /waited[^]*attendent/,
    );
    const counts = await countWaiting(db, { now: house.intake.now.value, replyHours: 48 });
    expect(counts).toEqual({ ready: true, waiting: waiting.length, late: waiting.length });
    house.intake.now.value = new Date(since.getTime() + 74 * 3_600_000);
    expect(await escalation.look()).toBe(waiting.length);
    house.intake.now.value = since;
  });
});

describe('what is held', () => {
  it('is named as sealed to its subject, and its time of disposal counts from its closing', async () => {
    const kept = await personalData(house.db, house.intake.deps.ids.uuid());
    expect(kept.map(({ kind }) => kind)).toEqual(['arrangements', 'accommodation-sealed']);
    expect(kept[0]?.rows).toEqual([]);
    await unlock(custodian);
    const { id } = await ask(house.browser());
    await onDesk(custodian, id, { deed: 'close' });
    const closed = await house.db
      .selectFrom('accommodation_cases')
      .select(['state', 'closed_at'])
      .where('id', '=', id)
      .executeTakeFirst();
    expect(closed?.state).toBe('closed');
    expect(closed?.closed_at).toBeInstanceOf(Date);
  });
});

async function count(): Promise<number> {
  const rows = await house.db.selectFrom('accommodation_cases').select('id').execute();
  return rows.length;
}
