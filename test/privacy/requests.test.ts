import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { disposeOfWhatIsDue, runRequests, verifyCertificates } from '#hiring/privacy';
import {
  type Asked,
  answerRequest,
  ask,
  extendRequest,
  receivedRequests,
  requestOf,
  withdrawRequest,
} from '#hiring/privacy/testing';
import { decide, writeNotice } from '../support/notices.ts';
import {
  type Privacy,
  addApplication,
  addCandidate,
  addPosting,
  addStaff,
  countOf,
  namesOf,
  startPrivacy,
} from './harness.ts';

let privacy: Privacy;
let ann: { id: string; email: string; lang: 'fr' };
let posting: { id: string; version: string };
beforeEach(async () => {
  privacy = await startPrivacy();
  await addStaff(privacy);
  posting = await addPosting(privacy);
  ann = { id: await addCandidate(privacy, 'ann'), email: 'ann@mail.test', lang: 'fr' };
});
afterEach(() => privacy.close());

async function asked(what: Asked) {
  const made = await ask(privacy.deps, ann, 'fr', what);
  if (!made.ok) throw new Error(made.error.kind);
  return made.request;
}

const emails = async (kind: string) =>
  privacy.db
    .selectFrom('emails')
    .select(['recipient', 'lang', 'subject', 'text_body as text'])
    .where('kind', '=', kind)
    .orderBy('recipient')
    .execute();

describe('a request that people answer', () => {
  it('has thirty days, and tells its person and those who answer, without what it says', async () => {
    const request = await asked({ kind: 'access', asked: 'a secret of mine' });
    expect(request.reference).toMatch(/^P-\w{4}-\w{4}$/);
    expect(request.dueAt).toEqual(new Date('2026-12-24T15:00:00.000Z'));
    const [received] = await emails('privacy-received');
    expect(received).toMatchObject({ recipient: ann.email, lang: 'fr' });
    expect(received?.text).toContain('24\u00A0décembre\u00A02026');
    const [officer] = await emails('privacy-warning');
    expect(officer).toMatchObject({ recipient: 'sam@staff.test', lang: 'en' });
    for (const { text } of [...(await emails('privacy-received')), officer!]) {
      expect(text).toContain(request.reference);
      expect(text).not.toContain('secret');
    }
    expect(officer?.text).not.toContain('ann');
  });

  it('is shown to nobody else', async () => {
    const request = await asked({ kind: 'access', asked: 'mine' });
    const bob = await addCandidate(privacy, 'bob');
    expect(await requestOf(privacy.db, bob, request.id)).toBeNull();
    expect(await withdrawRequest(privacy.deps, bob, request.id)).toBe(false);
    expect(await requestOf(privacy.db, ann.id, 'no-uuid')).toBeNull();
  });

  it('lists the overdue first, and warns a week and a day before and after, once each', async () => {
    const first = await asked({ kind: 'access', asked: 'one' });
    privacy.pass(5);
    await asked({ kind: 'access', asked: 'two' });
    const warnings = async (): Promise<string[]> =>
      (await emails('privacy-warning'))
        .map(({ subject }) => subject)
        .filter((subject) => subject.includes(first.reference) && /left|overdue/.test(subject));
    privacy.pass(17);
    await runRequests(privacy.deps);
    expect(await warnings()).toEqual([]);
    privacy.pass(1.5);
    await runRequests(privacy.deps);
    await runRequests(privacy.deps);
    expect(await warnings()).toHaveLength(1);
    privacy.pass(6);
    await runRequests(privacy.deps);
    expect(await warnings()).toHaveLength(2);
    privacy.pass(1);
    await runRequests(privacy.deps);
    await runRequests(privacy.deps);
    expect(await warnings()).toHaveLength(3);
    const { open } = await receivedRequests(privacy.db, { answered: 5 });
    expect(open.map(({ asked: words }) => words)).toEqual(['one', 'two']);
  });

  it('can be extended once with a reason, which its person is told', async () => {
    const { id } = await asked({ kind: 'access', asked: 'one' });
    const reason = 'Il faut consulter un tiers';
    expect(await extendRequest(privacy.deps, id, { days: 30, reason })).toEqual({ ok: true });
    expect(await extendRequest(privacy.deps, id, { days: 1, reason })).toEqual({
      ok: false,
      error: { kind: 'extended' },
    });
    const request = await requestOf(privacy.db, ann.id, id);
    expect(request?.dueAt).toEqual(new Date('2027-01-23T15:00:00.000Z'));
    expect((await emails('privacy-extended'))[0]?.text).toContain(reason);
  });

  it('is answered once, and not after it was taken back', async () => {
    const one = await asked({ kind: 'access', asked: 'one' });
    const two = await asked({ kind: 'access', asked: 'two' });
    const input = { outcome: 'done' as const, answer: 'Voici', value: '' };
    const answer = (id: string) => answerRequest(privacy.deps, { id: 'sam' }, id, input);
    expect(await answer(one.id)).toEqual({ ok: true });
    expect(await answer(one.id)).toEqual({ ok: false, error: { kind: 'gone' } });
    expect(await withdrawRequest(privacy.deps, ann.id, two.id)).toBe(true);
    expect(await answer(two.id)).toEqual({ ok: false, error: { kind: 'gone' } });
    // The answer itself is on the page alone.
    expect((await emails('privacy-answered'))[0]?.text).not.toContain('Voici');
  });

  it('is refused where five of its kind are open', async () => {
    for (let count = 0; count < 5; count += 1) await asked({ kind: 'access', asked: 'x' });
    expect(await ask(privacy.deps, ann, 'fr', { kind: 'access', asked: 'x' })).toEqual({
      ok: false,
      error: { kind: 'too-many' },
    });
  });
});

describe('a correction', () => {
  async function correction(item: 'name' | 'answers', outcome: 'done' | 'refused', value = '') {
    const application = await addApplication(privacy, 'ann', { posting });
    const now = privacy.deps.clock();
    await privacy.db
      .insertInto('application_events')
      .values({
        application_id: application.id,
        kind: 'resume-opened',
        actor_kind: 'staff',
        actor_id: 'sam',
        detail: '{}',
        happened_at: now,
      })
      .execute();
    for (const [recipient, days] of [
      ['recent', 100],
      ['long-ago', 800],
    ] as const) {
      await privacy.db
        .insertInto('privacy_disclosures')
        .values({
          id: crypto.randomUUID(),
          application_id: application.id,
          recipient,
          recipient_email: `${recipient}@outside.test`,
          what: 'all',
          disclosed_at: new Date(now.getTime() - days * 86_400_000),
          recorded_by: 'sam',
          recorded_at: now,
        })
        .execute();
    }
    const request = await asked({
      kind: 'correction',
      item,
      applicationId: application.id,
      asked: 'Je m’appelle Anne',
    });
    const input = { outcome, answer: 'Voici pourquoi', value };
    await answerRequest(privacy.deps, { id: 'sam' }, request.id, input);
    return application;
  }
  const annotations = () =>
    privacy.db.selectFrom('privacy_annotations').select(['kind', 'item', 'body']).execute();

  it('that is made is written into the application, beside it, and to whoever had it', async () => {
    const { id } = await correction('name', 'done', 'Anne Roy');
    const identity = await privacy.db
      .selectFrom('applicant_identities')
      .select(['full_name', 'name_sort', 'search_text'])
      .where('application_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(identity).toMatchObject({ full_name: 'Anne Roy', name_sort: 'anne roy' });
    expect(identity.search_text).toContain('anne roy ann@mail.test');
    expect(await annotations()).toEqual([{ kind: 'correction', item: 'name', body: 'Anne Roy' }]);
    const told = await emails('privacy-corrected');
    expect(told.map(({ recipient }) => recipient)).toEqual([
      'recent@outside.test',
      'sam@staff.test',
    ]);
    expect(told[0]?.text).toContain('Anne Roy');
    expect(told[0]?.text).toMatch(/Bonjour,[\s\S]*Hello,/);
    expect(told[1]?.text).not.toContain('Anne Roy');
  });

  it('that is refused leaves the candidate’s words as a notation', async () => {
    const { id } = await correction('name', 'refused');
    const identity = await privacy.db
      .selectFrom('applicant_identities')
      .select('full_name')
      .where('application_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(identity.full_name).toBe('Full ann');
    expect(await annotations()).toEqual([
      { kind: 'notation', item: 'name', body: 'Je m’appelle Anne' },
    ]);
    expect((await emails('privacy-corrected'))[0]?.text).toContain('Je m’appelle Anne');
  });
});

describe('a deletion', () => {
  const all = { kind: 'deletion', applicationId: null, consented: true } as const;

  it('can be taken back for a day, then leaves nothing but codes', async () => {
    const { id } = await addApplication(privacy, 'ann', { posting });
    await addApplication(privacy, 'bob', { posting, file: 'bob has his own' });
    privacy.pass(60);
    await asked(all);
    await runRequests(privacy.deps);
    expect(await countOf(privacy, 'applications')).toBe(2);
    privacy.pass(1.1);
    await runRequests(privacy.deps);
    expect(await privacy.db.selectFrom('applications').select('status').execute()).toHaveLength(1);
    expect(await countOf(privacy, 'candidates')).toBe(0);
    expect(await namesOf(privacy)).toHaveLength(1);
    const events = await privacy.db
      .selectFrom('application_events')
      .select('application_id')
      .execute();
    expect(events.map((event) => event.application_id)).toContain(id);
    // The last e-mail that knows the address, and it goes in a week.
    const to = () =>
      privacy.db.selectFrom('emails').select('kind').where('recipient', '=', ann.email).execute();
    expect(await to()).toEqual([{ kind: 'privacy-deleted' }]);
    const [request] = await privacy.db.selectFrom('privacy_requests').selectAll().execute();
    expect(request).toMatchObject({ outcome: 'done', asked: '', answer: '' });
    expect(await verifyCertificates(privacy.db)).toMatchObject({ fault: null });
    privacy.pass(8);
    await disposeOfWhatIsDue(privacy.deps);
    expect(await to()).toEqual([]);
    // Nothing in the whole database speaks of her any more.
    const { sql } = await import('kysely');
    const { rows } = await sql<{ name: string }>`select table_name as name
      from information_schema.tables where table_schema = 'public'`.execute(privacy.db);
    for (const { name } of rows) {
      const found = await sql<{ row: string }>`
        select t::text as row from ${sql.table(name)} t where t::text ~* '\\mann\\M'`.execute(
        privacy.db,
      );
      expect(found.rows, name).toEqual([]);
    }
  });

  it('of one application leaves the others, with their e-mails', async () => {
    const one = await addApplication(privacy, 'ann', { posting });
    const two = await addApplication(privacy, 'ann', { posting, file: 'two' });
    privacy.pass(60);
    await asked({ kind: 'deletion', applicationId: one.id, consented: true });
    privacy.pass(2);
    await runRequests(privacy.deps);
    const left = await privacy.db.selectFrom('applications').select('id').execute();
    expect(left).toEqual([{ id: two.id }]);
    const receipts = await emails('application-receipt');
    expect(receipts.map(({ subject }) => subject)).toEqual([
      `subject: Receipt ${two.reference} of ann`,
    ]);
    expect(await countOf(privacy, 'candidates')).toBe(1);
  });

  it('asked twice is one request', async () => {
    await asked(all);
    expect(await ask(privacy.deps, ann, 'fr', all)).toMatchObject({
      ok: false,
      error: { kind: 'asked-already' },
    });
  });

  it('waits while something stands in its way, and goes on by itself', async () => {
    await addApplication(privacy, 'ann', { posting });
    const open = await addApplication(privacy, 'ann', {
      posting: await addPosting(privacy),
      file: 'other',
      status: 'received',
    });
    const request = await asked(all);
    privacy.pass(10);
    await runRequests(privacy.deps);
    // Decided ten days ago: not final.
    expect(await countOf(privacy, 'applications')).toBe(2);
    privacy.pass(25);
    await runRequests(privacy.deps);
    const left = await privacy.db.selectFrom('applications').select('id').execute();
    expect(left).toEqual([{ id: open.id }]);
    expect((await requestOf(privacy.db, ann.id, request.id))?.closed).toBeNull();
    // Decided long ago, and its candidate does not know: nothing tells them by going.
    const at = new Date(privacy.deps.clock().getTime() - 40 * 86_400_000);
    const decisionId = await decide(privacy.db, open.id, { at });
    await runRequests(privacy.deps);
    expect(await countOf(privacy, 'applications')).toBe(1);
    await writeNotice(privacy.db, open.id, { decisionId, leftAt: at });
    await runRequests(privacy.deps);
    expect(await countOf(privacy, 'applications')).toBe(0);
    expect((await requestOf(privacy.db, ann.id, request.id))?.closed?.outcome).toBe('done');
  });

  it('waits two years without consent', async () => {
    await addApplication(privacy, 'ann', { posting });
    await asked({ ...all, consented: false });
    privacy.pass(700);
    await runRequests(privacy.deps);
    expect(await countOf(privacy, 'applications')).toBe(1);
    privacy.pass(35);
    await runRequests(privacy.deps);
    expect(await countOf(privacy, 'applications')).toBe(0);
  });

  it('waits for a legal hold to be lifted', async () => {
    await addApplication(privacy, 'ann', { posting });
    await privacy.db
      .insertInto('legal_holds')
      .values({
        id: crypto.randomUUID(),
        posting_id: posting.id,
        candidate_id: null,
        reason: 'a complaint',
        placed_by: 'sam',
        placed_at: privacy.deps.clock(),
        lifted_by: null,
        lifted_because: null,
        lifted_at: null,
      })
      .execute();
    await asked(all);
    privacy.pass(40);
    await runRequests(privacy.deps);
    expect(await countOf(privacy, 'applications')).toBe(1);
    const now = privacy.deps.clock();
    await privacy.db
      .updateTable('legal_holds')
      .set({ lifted_at: now, lifted_by: 'sam', lifted_because: 'settled' })
      .execute();
    await runRequests(privacy.deps);
    expect(await countOf(privacy, 'applications')).toBe(0);
  });
});
