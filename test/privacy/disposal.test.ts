import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { disposeOfWhatIsDue, verifyCertificates } from '#hiring/privacy';
import {
  type Privacy,
  addApplication,
  addCandidate,
  addEmail,
  addPosting,
  addStaff,
  countOf,
  namesOf,
  startPrivacy,
  storeFile,
} from './harness.ts';

let privacy: Privacy;
beforeEach(async () => {
  privacy = await startPrivacy();
});
afterEach(() => privacy.close());

const references = async (): Promise<string[]> =>
  (await privacy.db.selectFrom('applications').select('reference').execute()).map(
    ({ reference }) => reference,
  );

async function hold(columns: { posting_id?: string; candidate_id?: string }): Promise<string> {
  const id = crypto.randomUUID();
  await privacy.db
    .insertInto('legal_holds')
    .values({
      id,
      posting_id: columns.posting_id ?? null,
      candidate_id: columns.candidate_id ?? null,
      reason: 'a complaint',
      placed_by: 'sam',
      placed_at: privacy.deps.clock(),
      lifted_by: null,
      lifted_because: null,
      lifted_at: null,
    })
    .execute();
  return id;
}

/** Rows that refer to nothing, bytes without a row, rows without bytes. */
async function orphans(): Promise<Record<string, number>> {
  const names = new Set(await namesOf(privacy));
  const rows = await privacy.db.selectFrom('stored_files').select('sha256').execute();
  const { rows: loose } = await sql<{ count: number }>`
    select (select count(*) from applicant_identities i
        where not exists (select 1 from applications a where a.id = i.application_id))
      + (select count(*) from stored_files f
        where not exists (select 1 from applications a where a.resume_sha256 = f.sha256)
          and not exists (select 1 from uploads u where u.file_sha256 = f.sha256)) as count`.execute(
    privacy.db,
  );
  return {
    rows: Number(loose[0]?.count),
    bytesWithoutRow: [...names].filter((name) => !rows.some(({ sha256 }) => sha256 === name))
      .length,
    rowsWithoutBytes: rows.filter(({ sha256 }) => !names.has(sha256)).length,
  };
}
/** Runs disposal, and has its connections cut while the third batch is being written. */
async function killable({ deps, db, database }: Privacy): Promise<'killed' | 'finished'> {
  await sql`create function slow() returns trigger language plpgsql as $$ begin
    if (select count(*) from disposal_certificates) >= 2 then perform pg_sleep(2); end if;
    return new; end $$`.execute(db);
  await sql`create trigger slow before insert on disposal_certificates
    for each row execute function slow()`.execute(db);
  const run = disposeOfWhatIsDue(deps).then(
    () => 'finished' as const,
    () => 'killed' as const,
  );
  const name = 'database' in database.settings ? database.settings.database : '';
  for (let tries = 0; tries < 200; tries += 1) {
    const { rows } = await sql<{ ended: boolean }>`
      select pg_terminate_backend(pid) as ended from pg_stat_activity
      where datname = ${name} and pid <> pg_backend_pid() and state = 'active'
        and query like 'insert into "disposal_certificates"%' and wait_event = 'PgSleep'`.execute(
      db,
    );
    if (rows.length > 0) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const outcome = await run;
  await sql`drop trigger slow on disposal_certificates`.execute(db);
  return outcome;
}

const none = { rows: 0, bytesWithoutRow: 0, rowsWithoutBytes: 0 };

describe('disposal by the schedule', () => {
  it('takes an application two years after its last use, with all that belongs to it', async () => {
    const posting = await addPosting(privacy);
    const old = await addApplication(privacy, 'ann', { posting });
    privacy.pass(400);
    const young = await addApplication(privacy, 'bob', { posting });
    // 730 or 731 days are two years: one day less than the least is not.
    privacy.pass(329);
    expect(await disposeOfWhatIsDue(privacy.deps)).toEqual([]);
    privacy.pass(3);
    const certificates = await disposeOfWhatIsDue(privacy.deps);
    expect(await references()).toEqual([young.reference]);
    const counts = Object.fromEntries(certificates.map(({ rule, counts }) => [rule, counts]));
    expect(counts).toEqual({
      applications: {
        applications: 1,
        applicant_identities: 1,
        application_versions: 1,
        application_version_identities: 1,
        application_files: 1,
        screening_decisions: 1,
        screening_findings: 1,
        notices: 1,
        application_notes: 1,
      },
      emails: { emails: 1 },
      documents: { stored_files: 1, files: 1 },
    });
    // The history stays, and names nobody.
    const events = await privacy.db.selectFrom('application_events').selectAll().execute();
    expect(events.map(({ application_id: id }) => id).sort()).toEqual([old.id, young.id].sort());
    expect(JSON.stringify(events)).not.toContain('ann');
    expect(await orphans()).toEqual(none);
    expect(await disposeOfWhatIsDue(privacy.deps)).toEqual([]);
  });

  it('takes the letters to a candidate along, and leaves that there was a batch', async () => {
    const posting = await addPosting(privacy);
    await addApplication(privacy, 'ann', { posting });
    privacy.pass(732);
    const [certificate] = await disposeOfWhatIsDue(privacy.deps);
    expect(certificate?.counts).toMatchObject({ applications: 1, notices: 1 });
    expect([await countOf(privacy, 'notices'), await countOf(privacy, 'notice_batches')]).toEqual([
      0, 1,
    ]);
  });

  it('counts from the last use, whatever it was', async () => {
    const posting = await addPosting(privacy);
    const { id } = await addApplication(privacy, 'ann', { posting });
    privacy.pass(500);
    await privacy.db
      .insertInto('application_events')
      .values({
        application_id: id,
        kind: 'resume-opened',
        actor_kind: 'staff',
        actor_id: 'sam',
        detail: '{}',
        happened_at: privacy.deps.clock(),
      })
      .execute();
    privacy.pass(300);
    await disposeOfWhatIsDue(privacy.deps);
    expect(await references()).toHaveLength(1);
    privacy.pass(432);
    await disposeOfWhatIsDue(privacy.deps);
    expect(await references()).toEqual([]);
  });

  it('leaves what was sent to a posting that is still open', async () => {
    const posting = await addPosting(privacy);
    await addApplication(privacy, 'ann', { posting });
    privacy.open.postings = [posting.id];
    privacy.pass(900);
    await disposeOfWhatIsDue(privacy.deps);
    expect(await references()).toHaveLength(1);
  });

  it('keeps equal bytes until the last application that has them is gone', async () => {
    const posting = await addPosting(privacy);
    await addApplication(privacy, 'ann', { posting, file: 'the same' });
    privacy.pass(300);
    await addApplication(privacy, 'bob', { posting, file: 'the same' });
    privacy.pass(440);
    await disposeOfWhatIsDue(privacy.deps);
    expect(await references()).toHaveLength(1);
    expect(await namesOf(privacy)).toHaveLength(1);
    privacy.pass(300);
    await disposeOfWhatIsDue(privacy.deps);
    expect(await namesOf(privacy)).toEqual([]);
    expect(await orphans()).toEqual(none);
  });

  it('skips what is held, by process and by candidate, and says how much', async () => {
    const [first, second] = [await addPosting(privacy), await addPosting(privacy)];
    const ann = await addApplication(privacy, 'ann', { posting: first });
    await addApplication(privacy, 'bob', { posting: second });
    const bobs = await addApplication(privacy, 'bob', { posting: first });
    const cid = await addApplication(privacy, 'cid', { posting: second });
    const holdOnProcess = await hold({ posting_id: first.id });
    await hold({ candidate_id: await addCandidate(privacy, 'cid') });
    privacy.pass(800);
    const certificates = await disposeOfWhatIsDue(privacy.deps);
    // Bob's other application goes: the hold is on the process, not on him.
    expect((await references()).sort()).toEqual(
      [ann.reference, bobs.reference, cid.reference].sort(),
    );
    expect(certificates.find(({ rule }) => rule === 'applications')).toMatchObject({
      counts: { applications: 1 },
      held: 3,
    });
    await privacy.db
      .updateTable('legal_holds')
      .set({ lifted_at: privacy.deps.clock(), lifted_by: 'sam', lifted_because: 'settled' })
      .where('id', '=', holdOnProcess)
      .execute();
    await disposeOfWhatIsDue(privacy.deps);
    expect(await references()).toEqual([cid.reference]);
    expect(await orphans()).toEqual(none);
  });

  it('waits for a request to see it, and a year after its answer', async () => {
    const posting = await addPosting(privacy);
    await addApplication(privacy, 'ann', { posting });
    const ann = await addCandidate(privacy, 'ann');
    privacy.pass(720);
    const now = privacy.deps.clock();
    await privacy.db
      .insertInto('privacy_requests')
      .values({
        id: crypto.randomUUID(),
        reference: 'P-0000-0001',
        candidate_id: ann,
        kind: 'access',
        lang: 'en',
        application_id: null,
        item: null,
        asked: 'all',
        consented: false,
        asked_at: now,
        due_at: now,
        extended_at: null,
        extension_reason: null,
        outcome: null,
        closed_by: null,
        closed_at: null,
        warned: null,
      })
      .execute();
    privacy.pass(30);
    await disposeOfWhatIsDue(privacy.deps);
    expect(await references()).toHaveLength(1);
    await privacy.db
      .updateTable('privacy_requests')
      .set({ outcome: 'done', closed_at: privacy.deps.clock() })
      .execute();
    privacy.pass(360);
    await disposeOfWhatIsDue(privacy.deps);
    expect(await references()).toHaveLength(1);
    privacy.pass(10);
    await disposeOfWhatIsDue(privacy.deps);
    expect(await references()).toEqual([]);
  });

  it('disposes of each other thing in its time', async () => {
    const sha256 = await storeFile(privacy, 'unsent');
    const now = privacy.deps.clock();
    await privacy.db
      .insertInto('uploads')
      .values({
        id: crypto.randomUUID(),
        submission_key: crypto.randomUUID(),
        file_sha256: sha256,
        file_name: 'x.txt',
        document: 'resume',
        uploaded_at: now,
      })
      .execute();
    for (const [email, confirmed] of [
      ['eve@mail.test', null],
      ['fay@mail.test', now],
    ] as const) {
      await privacy.db
        .insertInto('job_alerts')
        .values({
          id: crypto.randomUUID(),
          email,
          lang: 'en',
          search: '',
          asked_at: now,
          confirmed_at: confirmed,
        })
        .execute();
    }
    await addCandidate(privacy, 'gus');
    const sizes = async () => [
      await countOf(privacy, 'uploads'),
      await countOf(privacy, 'stored_files'),
      await countOf(privacy, 'job_alerts'),
      await countOf(privacy, 'candidates'),
    ];
    privacy.pass(6);
    await disposeOfWhatIsDue(privacy.deps);
    expect(await sizes()).toEqual([1, 1, 2, 1]);
    privacy.pass(2);
    await disposeOfWhatIsDue(privacy.deps);
    expect(await sizes()).toEqual([1, 1, 1, 1]);
    privacy.pass(23);
    await disposeOfWhatIsDue(privacy.deps);
    expect(await sizes()).toEqual([0, 0, 1, 0]);
    expect(await orphans()).toEqual(none);
  });

  it('keeps a draft with its documents until nobody has touched it for 90 days', async () => {
    const { id: posting } = await addPosting(privacy);
    const key = crypto.randomUUID();
    const now = privacy.deps.clock();
    await privacy.db
      .insertInto('application_drafts')
      .values({
        key,
        posting_id: posting,
        lang: 'en',
        answers: '{}',
        revision: 1,
        opened_at: now,
        saved_at: now,
        email: 'hal@mail.test',
        reminded_at: null,
      })
      .execute();
    await privacy.db
      .insertInto('uploads')
      .values({
        id: crypto.randomUUID(),
        submission_key: key,
        file_sha256: await storeFile(privacy, 'of a draft'),
        file_name: 'x.txt',
        document: 'resume',
        uploaded_at: now,
      })
      .execute();
    const sizes = async () => [
      await countOf(privacy, 'application_drafts'),
      await countOf(privacy, 'uploads'),
      await countOf(privacy, 'stored_files'),
    ];
    privacy.pass(80);
    await privacy.db
      .updateTable('application_drafts')
      .set({ saved_at: privacy.deps.clock() })
      .execute();
    await disposeOfWhatIsDue(privacy.deps);
    privacy.pass(89);
    await disposeOfWhatIsDue(privacy.deps);
    expect(await sizes()).toEqual([1, 1, 1]);
    privacy.pass(2);
    await disposeOfWhatIsDue(privacy.deps);
    expect(await sizes()).toEqual([0, 0, 0]);
    expect(await orphans()).toEqual(none);
  });

  it('disposes of accommodation cases two years after they were closed, whole', async () => {
    const now = privacy.deps.clock();
    for (const closed of [now, null]) {
      const id = crypto.randomUUID();
      await privacy.db
        .insertInto('accommodation_cases')
        .values({
          id,
          case_key: `key of ${id}`,
          state: closed ? 'closed' : 'open',
          waits_for: closed ? 'nobody' : 'custodian',
          waiting_since: now,
          escalated_at: null,
          closed_at: closed,
        })
        .execute();
      await privacy.db
        .insertInto('accommodation_entries')
        .values({
          id: crypto.randomUUID(),
          case_id: id,
          position: 1,
          case_key: `key of ${id}`,
          sealed: 'x',
        })
        .execute();
    }
    privacy.pass(735);
    await disposeOfWhatIsDue(privacy.deps);
    const left = await privacy.db.selectFrom('accommodation_cases').select('state').execute();
    expect(left).toEqual([{ state: 'open' }]);
    expect(await countOf(privacy, 'accommodation_entries')).toBe(1);
  });

  it('takes the name from staff who left, and leaves the id that the history signs with', async () => {
    const sam = await addStaff(privacy);
    await privacy.db
      .updateTable('staff')
      .set({ disabled_at: privacy.deps.clock() })
      .where('id', '=', sam)
      .execute();
    privacy.pass(735);
    await disposeOfWhatIsDue(privacy.deps);
    expect(await privacy.db.selectFrom('staff').select(['id', 'email', 'name']).execute()).toEqual([
      { id: 'sam', email: 'removed-sam@removed.invalid', name: '' },
    ]);
    expect(await disposeOfWhatIsDue(privacy.deps)).toEqual([]);
  });

  it('removes bytes that an end half way left behind, and leaves those that just came', async () => {
    await storeFile(privacy, 'known');
    const lost = await storeFile(privacy, 'lost');
    await privacy.db.deleteFrom('stored_files').where('sha256', '=', lost).execute();
    const posting = await addPosting(privacy);
    await addApplication(privacy, 'ann', { posting, file: 'known' });
    await writeFile(join(privacy.folder, 'tmp', 'x.part'), 'cut off');
    await utimes(join(privacy.folder, 'tmp', 'x.part'), privacy.time.now, privacy.time.now);
    await disposeOfWhatIsDue(privacy.deps);
    expect(await namesOf(privacy)).toContain(lost);
    privacy.pass(2);
    const certificates = await disposeOfWhatIsDue(privacy.deps);
    expect(certificates.map(({ rule, cause, counts }) => [rule, cause, counts])).toEqual([
      ['documents', 'leftover', { files: 1 }],
      ['temporary-files', 'schedule', { files: 1 }],
    ]);
    expect(await namesOf(privacy)).not.toContain(lost);
    expect(await orphans()).toEqual(none);
  });

  it('leaves nothing half done where a part of it fails', async () => {
    const posting = await addPosting(privacy);
    await addApplication(privacy, 'ann', { posting });
    privacy.pass(800);
    await sql`create function refuse() returns trigger language plpgsql as
      $$ begin raise exception 'no'; end $$`.execute(privacy.db);
    await sql`create trigger refuse before delete on applications
      for each row execute function refuse()`.execute(privacy.db);
    await expect(disposeOfWhatIsDue(privacy.deps)).rejects.toThrow('no');
    expect(await countOf(privacy, 'applicant_identities')).toBe(1);
    expect(await countOf(privacy, 'application_notes')).toBe(1);
    const rules = await privacy.db.selectFrom('disposal_certificates').select('rule').execute();
    expect(rules.map(({ rule }) => rule)).not.toContain('applications');
  });

  it('deletes nothing of a table that the rule does not speak of', async () => {
    const posting = await addPosting(privacy);
    const { id } = await addApplication(privacy, 'ann', { posting });
    await sql`create table later (application_id uuid references applications (id))`.execute(
      privacy.db,
    );
    await sql`insert into later values (${id})`.execute(privacy.db);
    privacy.pass(800);
    await expect(disposeOfWhatIsDue(privacy.deps)).rejects.toThrow('says nothing of later');
    expect(await references()).toHaveLength(1);
  });

  it('disposes of thousands in batches, each with its certificate, in one unbroken chain', async () => {
    for (let index = 0; index < 3; index += 1) await addEmail(privacy, 'a@mail.test', 'x');
    await sql`insert into emails (id, kind, lang, recipient, subject, text_body, html_body,
        forget_once_sent, created_at)
      select gen_random_uuid(), 'x', 'en', 'a@mail.test', '', '', '', false, ${privacy.time.now}
      from generate_series(1, 1200)`.execute(privacy.db);
    privacy.pass(800);
    const certificates = await disposeOfWhatIsDue(privacy.deps);
    expect(certificates.map(({ counts }) => counts['emails'])).toEqual([500, 500, 203]);
    expect(await verifyCertificates(privacy.db)).toMatchObject({ count: 3, fault: null });
  });

  it('leaves whole transactions where it is ended half way, and the next run goes on', async () => {
    const total = 3000;
    await sql`insert into emails (id, kind, lang, recipient, subject, text_body, html_body,
        forget_once_sent, created_at)
      select gen_random_uuid(), 'x', 'en', 'a@mail.test', '', '', '', false, ${privacy.time.now}
      from generate_series(1, ${total})`.execute(privacy.db);
    privacy.pass(800);
    // As a power cut or kill -9 does: the server sees its clients gone in the middle of their work.
    expect(await killable(privacy)).toBe('killed');
    const certified = async (): Promise<number> =>
      (await privacy.db.selectFrom('disposal_certificates').select('counts').execute()).reduce(
        (sum, { counts }) => sum + (counts['emails'] ?? 0),
        0,
      );
    const done = await certified();
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(total);
    expect(await countOf(privacy, 'emails')).toBe(total - done);
    await disposeOfWhatIsDue(privacy.deps);
    expect(await certified()).toBe(total);
    expect(await countOf(privacy, 'emails')).toBe(0);
    expect((await verifyCertificates(privacy.db)).fault).toBeNull();
  });

  it('cannot have its certificates rewritten, and tells where somebody did', async () => {
    for (const name of ['ann', 'bob', 'cid']) {
      await addEmail(privacy, `${name}@mail.test`, 'x');
      privacy.pass(800);
      await disposeOfWhatIsDue(privacy.deps);
    }
    const { db } = privacy;
    await expect(sql`update disposal_certificates set held = 3`.execute(db)).rejects.toThrow(
      'append-only',
    );
    await expect(sql`delete from disposal_certificates`.execute(db)).rejects.toThrow('append-only');
    await sql`alter table disposal_certificates disable trigger user`.execute(db);
    await sql`update disposal_certificates set counts = '{"emails": 9}' where number = 2`.execute(
      db,
    );
    expect((await verifyCertificates(db)).fault).toEqual({ number: 2, problem: 'altered' });
    await sql`delete from disposal_certificates where number = 2`.execute(db);
    expect((await verifyCertificates(db)).fault).toEqual({ number: 2, problem: 'missing' });
  });
});
