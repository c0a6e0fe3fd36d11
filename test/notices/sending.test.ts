import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noticesTo } from '#hiring/notices';
import { href } from '#web/routes.ts';
import { statementsDuring } from '../desk/harness.tsx';
import {
  type Browser,
  type Notices,
  confirmAll,
  formOf,
  letters,
  pressing,
  startNotices,
  textOf,
  toPreview,
} from './harness.ts';

let notices: Notices;
let manager: Browser;
beforeEach(async () => {
  notices = await startNotices();
  manager = await notices.as('manager');
});
afterEach(() => notices.stop());

const batchPath = (batch: string) =>
  href('desk.notice', 'en', { posting: notices.posting('designer'), batch });
const html = async (path: string): Promise<string> => (await manager.get(path)).text();
const rowsOf = (batch: string) =>
  notices.db.selectFrom('notices').selectAll().where('batch_id', '=', batch).execute();
const stop = async (batch: string): Promise<Response> =>
  manager.post(batchPath(batch), pressing(await html(batchPath(batch)), 'stop'));

/** Applications in both languages, straight into the tables. */
async function applyMany(count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    await notices.applyAndDecide(at % 2 ? 'screened-out' : 'screened-in', {
      name: `Person-${at}-of-many`,
      email: `person-${at}@sample.example`,
      lang: at % 3 ? 'en' : 'fr',
      words: `Words for person-${at}-alone.`,
    });
  }
}

describe('stopping', () => {
  it('stops all of it, once, and says who did', async () => {
    const { id } = await notices.applyAndDecide('screened-in');
    const batch = await confirmAll(notices, manager, { template: 'screened-in' });
    const form = pressing(await html(batchPath(batch)), 'stop');
    for (let twice = 0; twice < 2; twice += 1) {
      const answer = await manager.post(batchPath(batch), form);
      expect([answer.status, answer.headers.get('location')]).toEqual([
        303,
        `${batchPath(batch)}?told=stopped`,
      ]);
    }
    const page = textOf(await html(`${batchPath(batch)}?told=stopped`));
    expect(page).toContain('Nobody got any of them');
    expect(page).toContain(manager.person.email);
    notices.pass(60);
    expect(await notices.sender.look()).toEqual({ left: 0, heldBack: 0 });
    expect(await noticesTo(notices.db, id)).toEqual([]);
    // What was stopped can be told after all.
    const preview = await toPreview(notices, manager, { template: 'screened-in' });
    expect(textOf(preview)).toContain('Send one notice');
  });

  it('comes too late once the sending has begun, and says so', async () => {
    await notices.applyAndDecide('screened-in');
    const batch = await confirmAll(notices, manager, { template: 'screened-in' });
    const form = pressing(await html(batchPath(batch)), 'stop');
    notices.pass(10);
    await notices.sender.look();
    const answer = await manager.post(batchPath(batch), form);
    expect(answer.status).toBe(409);
    expect(textOf(await answer.text())).toContain('It is too late to stop these notices');
    expect((await rowsOf(batch))[0]?.left_at).not.toBeNull();
  });

  it('and sending at the same moment: whoever is first wins all of it', async () => {
    await applyMany(24);
    const outcomes: string[] = [];
    for (let round = 0; round < 12; round += 1) {
      const news = {
        template: 'update',
        status: ['screened-in', 'screened-out'],
        'words-en': `Round ${round}`,
        'words-fr': `Tour ${round}`,
      };
      const batch = await confirmAll(notices, manager, news);
      const form = formOf(await html(batchPath(batch)));
      notices.pass(10);
      const stopping = manager.post(batchPath(batch), form);
      // Sometimes the form is on its way for longer than the sender takes to look.
      for (let turn = 0; turn < round; turn += 1) await Promise.resolve();
      const sending = notices.sender.look();
      const { status } = await stopping;
      await sending;
      const left = (await rowsOf(batch)).filter((row) => row.left_at !== null).length;
      outcomes.push(`${status}: ${left} left`);
    }
    expect(outcomes.filter((one) => !['303: 0 left', '409: 24 left'].includes(one))).toEqual([]);
  });

  it('waits for a sending under way, and is told; a sending leaves alone what is being stopped', async () => {
    await applyMany(4);
    const first = await confirmAll(notices, manager, { template: 'screened-in' });
    const form = pressing(await html(batchPath(first)), 'stop');
    notices.pass(10);
    const gate = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const slow = notices.anotherSender({
      sendPrivateLink: async (...args) => {
        begun.resolve();
        await gate.promise;
        return notices.links.sendPrivateLink(...args);
      },
    });
    const sending = slow.look();
    await begun.promise;
    const stopping = manager.post(batchPath(first), form);
    gate.resolve();
    expect(await sending).toEqual({ left: 2, heldBack: 0 });
    expect((await stopping).status).toBe(409);

    const second = await confirmAll(notices, manager, { template: 'screened-out' });
    notices.pass(10);
    await notices.db.transaction().execute(async (tx) => {
      await tx
        .updateTable('notice_batches')
        .set({ stopped_at: notices.time.now, stopped_by: 'somebody' })
        .where('id', '=', second)
        .execute();
      expect(await notices.sender.look()).toEqual({ left: 0, heldBack: 0 });
    });
    expect(await notices.sender.look()).toEqual({ left: 0, heldBack: 0 });
    expect(await letters(notices)).toHaveLength(2);
  });

  it('is asked for again where the session had ended', async () => {
    await notices.applyAndDecide('screened-in');
    const batch = await confirmAll(notices, manager, { template: 'screened-in' });
    const form = pressing(await html(batchPath(batch)), 'stop');
    const cookies = new Map(manager.cookies);
    manager.cookies.clear();
    expect((await manager.post(batchPath(batch), form)).status).toBe(303);
    for (const [name, value] of cookies) manager.cookies.set(name, value);
    expect(textOf(await html(batchPath(batch)))).toContain('Nothing was stopped: press it again.');
    expect((await stop(batch)).status).toBe(303);
    expect(textOf(await html(batchPath(batch)))).not.toContain('press it again');
  });
});

describe('what happens before they leave', () => {
  it('holds back who withdrew and who was decided again, and shows why', async () => {
    const sent = await notices.applyAndDecide('screened-out', { name: 'Sam Sent' });
    const gone = await notices.applyAndDecide('screened-out', { name: 'Wes Withdrawn' });
    const again = await notices.applyAndDecide('screened-out', { name: 'Ada Again' });
    const batch = await confirmAll(notices, manager, { template: 'screened-out' });
    await notices.db
      .updateTable('applications')
      .set({ status: 'withdrawn' })
      .where('id', '=', gone.id)
      .execute();
    await notices.decide(again.id, 'screened-in');
    // Sent again since, and put back among those to screen.
    const reopened = await notices.applyAndDecide('screened-out', { name: 'Rae Reopened' });
    await confirmAll(notices, manager, { template: 'screened-out' });
    await notices.db
      .updateTable('applications')
      .set({ status: 'received' })
      .where('id', '=', reopened.id)
      .execute();
    notices.pass(10);
    expect(await notices.sender.look()).toEqual({ left: 1, heldBack: 3 });
    expect(await noticesTo(notices.db, reopened.id)).toEqual([]);
    expect((await letters(notices)).map(({ subject }) => subject)).toEqual([
      expect.stringContaining(sent.reference),
    ]);
    expect(await noticesTo(notices.db, gone.id)).toEqual([]);
    expect(await noticesTo(notices.db, again.id)).toEqual([]);
    const page = textOf(await html(batchPath(batch)));
    expect(page).toMatch(/Wes Withdrawn T-\S+ The candidate withdrew in the meantime/);
    expect(page).toMatch(/Ada Again T-\S+ The decision was changed in the meantime/);
    expect(textOf(await html(notices.path()))).toContain('2 held back');
    // The new decision can be told.
    const preview = textOf(await toPreview(notices, manager, { template: 'screened-in' }));
    expect(preview).toContain('Ada Again');
  });

  it('waits for a decision that is being taken, and holds back the letter of the one before', async () => {
    const { id } = await notices.applyAndDecide('screened-in');
    await confirmAll(notices, manager, { template: 'screened-in' });
    notices.pass(10);
    let sending: ReturnType<Notices['sender']['look']> | undefined;
    await notices.db.transaction().execute(async (tx) => {
      await tx.selectFrom('applications').select('id').where('id', '=', id).forUpdate().execute();
      await tx
        .insertInto('screening_decisions')
        .values({
          id: crypto.randomUUID(),
          application_id: id,
          outcome: 'screened-out',
          reason: 'incomplete',
          words: 'x',
          words_lang: 'en',
          decided_by: 'somebody',
          decided_at: notices.time.now,
        })
        .execute();
      sending = notices.sender.look();
      await pause(200);
    });
    expect(await sending).toEqual({ left: 0, heldBack: 1 });
    expect(await letters(notices)).toEqual([]);
  });

  it('sends to the address of that moment, in the words that were confirmed', async () => {
    const { id } = await notices.applyAndDecide('screened-in', { email: 'old@sample.example' });
    await confirmAll(notices, manager, { template: 'screened-in' });
    await notices.db
      .updateTable('applicant_identities')
      .set({ email: 'new@sample.example', full_name: 'Another Name' })
      .where('application_id', '=', id)
      .execute();
    notices.pass(10);
    await notices.sender.look();
    const [email, ...more] = await letters(notices);
    expect(more).toEqual([]);
    expect(email?.recipient).toBe('new@sample.example');
    expect(email?.text_body).not.toContain('Another Name');
  });
});

describe('three hundred letters', () => {
  it('each reach their own reader, once, through a crash in the middle', async () => {
    await applyMany(300);
    const inTwo = [
      await confirmAll(notices, manager, { template: 'screened-in' }),
      await confirmAll(notices, manager, { template: 'screened-out' }),
    ];
    notices.pass(10);
    let tries = 0;
    const broken = notices.anotherSender({
      sendPrivateLink: async (...args) => {
        tries += 1;
        if (tries === 130) throw new Error('The power is out');
        return notices.links.sendPrivateLink(...args);
      },
    });
    await broken.look();
    const before = await letters(notices);
    // A hundred letters of the broken batch had left; the other batch did not wait for it.
    expect(before.length).toBe(250);
    // Two servers take up the rest at the same moment.
    await Promise.all([notices.sender.look(), notices.anotherSender().look()]);
    await notices.sender.look();
    const sent = await letters(notices);
    expect(sent).toHaveLength(300);

    const identities = await notices.db
      .selectFrom('applicant_identities as i')
      .innerJoin('applications as a', 'a.id', 'i.application_id')
      .select(['i.email', 'i.full_name', 'a.reference', 'a.correspondence_lang as lang'])
      .execute();
    const all = sent.map((email) => email.text_body);
    for (const { email, full_name: name, reference, lang } of identities) {
      const own = sent.filter((one) => one.recipient === email);
      expect(own).toHaveLength(1);
      const [letter] = own;
      const number = /\d+/.exec(name)?.[0] ?? '';
      expect(letter?.lang).toBe(lang);
      expect(letter?.text_body).toContain(name);
      expect(letter?.text_body).toContain(`Words for person-${number}-alone.`);
      expect(letter?.text_body.match(/T-[0-9A-Z]{4}-[0-9A-Z]{4}/g)).toEqual([reference]);
      expect(letter?.text_body.match(/Person-\d+-of-many|person-\d+-alone/g)).toHaveLength(2);
      expect(all.filter((text) => text.includes(reference))).toHaveLength(1);
    }
    const events = await notices.db
      .selectFrom('application_events')
      .select('application_id')
      .where('kind', '=', 'notice-sent')
      .execute();
    expect(new Set(events.map((event) => event.application_id)).size).toBe(300);
    expect(events).toHaveLength(300);
    for (const batch of inTwo) {
      expect(textOf(await html(batchPath(batch)))).toContain('Page 1 of 6');
      expect(textOf(await html(`${batchPath(batch)}?page=6`))).toContain('Page 6 of 6');
    }
  }, 120_000);

  it('are listed, previewed and confirmed by a few statements, page by page', async () => {
    await applyMany(300);
    const path = notices.path();
    const first = await html(path);
    let list = '';
    const statements = await statementsDuring(async () => {
      const answers = { template: 'screened-in' };
      list = await (await manager.post(path, pressing(first, 'list', answers))).text();
    });
    expect(statements.length).toBeLessThan(12);
    expect(list.match(/type="checkbox"/g)).toHaveLength(100);
    expect(textOf(list)).toContain('Page 1 of 2');
    // Unticked on the first page and on the second: both are remembered.
    const ids = formOf(list).getAll('chosen').map(String);
    const second = await (
      await manager.post(path, pressing(list, 'list-2', { chosen: ids.slice(1) }))
    ).text();
    expect(second.match(/type="checkbox"/g)).toHaveLength(50);
    const later = formOf(second).getAll('chosen').map(String);
    let preview = '';
    const writing = await statementsDuring(async () => {
      const form = pressing(second, 'preview', { chosen: later.slice(2) });
      preview = await (await manager.post(path, form)).text();
    });
    expect(writing.length).toBeLessThan(12);
    expect(textOf(preview)).toContain('Send 147 notices');
    expect(preview.match(/id="letter-/g)).toHaveLength(10);
    const last = await (await manager.post(path, pressing(preview, 'preview-15'))).text();
    expect(textOf(last)).toContain('Page 15 of 15');
    let status = 0;
    const confirming = await statementsDuring(async () => {
      status = (await manager.post(path, pressing(last, 'confirm'))).status;
    });
    expect(status).toBe(303);
    expect(confirming.length).toBeLessThan(20);
    expect(await notices.db.selectFrom('notices').select('id').execute()).toHaveLength(147);
  }, 120_000);
});
