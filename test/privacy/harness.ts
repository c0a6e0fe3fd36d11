import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { personalData as accommodationData, disposeArrangements } from '#hiring/accommodation';
import { applicationsPersonalData, correctIdentity } from '#hiring/applications';
import { deskPersonalData } from '#hiring/desk';
import { jobAlertsPersonalData } from '#hiring/job-alerts';
import { noticesPersonalData } from '#hiring/notices';
import { personalData as questionsData } from '#hiring/standing';
import { type PrivacyDeps, loadSchedule, ownPersonalData } from '#hiring/privacy';
import { createFileStore } from '#platform/files';
import { randomIds } from '#platform/ids';
import { createMail } from '#platform/mail';
import { type TestDatabase, createTestDatabase } from '../support/database.ts';
import { writeNotice } from '../support/notices.ts';

export const silent = { info() {}, warn() {}, error() {} };
export const origin = 'http://jobs.test';
export const schedulePath = join(import.meta.dirname, '../../reference/retention/schedule.yml');

/** Privacy on a database and a folder of its own, with a clock that tests move. */
export async function startPrivacy() {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'tandem-privacy-'));
  const time = { now: new Date('2026-11-24T15:00:00.000Z') };
  const clock = (): Date => time.now;
  const files = createFileStore({ folder, log: silent });
  const open = { postings: [] as string[] };
  const deps: PrivacyDeps = {
    db: database.db,
    clock,
    ids: randomIds,
    log: silent,
    mail: await createMail({ db: database.db, clock, ids: randomIds, sending: null }),
    queue: {
      enqueue: async () => {},
      work: async () => {},
      repeat: async () => {},
      stop: async () => {},
    },
    files,
    origins: { en: origin, fr: origin },
    schedule: await loadSchedule(schedulePath),
    organization: () => ({ en: 'Sample Service', fr: 'Service modèle' }),
    openPostings: () => open.postings,
    postingTitle: async () => ({ en: 'Designer', fr: 'Conception' }),
    sources: [
      applicationsPersonalData,
      deskPersonalData,
      questionsData,
      noticesPersonalData,
      accommodationData,
      jobAlertsPersonalData,
      ownPersonalData,
    ],
    erasers: [disposeArrangements],
    correctIdentity,
  };
  return {
    database,
    db: database.db,
    deps,
    files,
    folder,
    time,
    open,
    /** Moves the clock on by days. */
    pass(days: number): void {
      time.now = new Date(time.now.getTime() + days * 86_400_000);
    },
    async close() {
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type Privacy = Awaited<ReturnType<typeof startPrivacy>>;

/** Puts bytes into the store, with their row, as old as the clock says. */
export async function storeFile({ deps, db, files }: Privacy, text: string): Promise<string> {
  const { Readable } = await import('node:stream');
  const put = await files.put(Readable.from([Buffer.from(text)]), { maxBytes: 1_000_000 });
  if (!put.ok) throw new Error(put.error.kind);
  await utimes(files.pathOf(put.sha256), deps.clock(), deps.clock());
  await db
    .insertInto('stored_files')
    .values({
      sha256: put.sha256,
      size_bytes: put.size,
      document_type: 'txt',
      scan_status: 'not-scanned',
      scan_detail: null,
      stored_at: deps.clock(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return put.sha256;
}

export async function addPosting({ db, deps }: Privacy): Promise<{ id: string; version: string }> {
  const id = randomUUID();
  const version = createHash('sha256').update(id).digest('hex');
  await db
    .insertInto('postings')
    .values({ id, translation_key: id, first_seen_at: deps.clock() })
    .execute();
  await db
    .insertInto('posting_versions')
    .values({
      hash: version,
      posting_id: id,
      en_source: 'x',
      fr_source: 'x',
      process_source: null,
      recorded_at: deps.clock(),
      commit_id: null,
      commit_author: null,
      committed_at: null,
    })
    .execute();
  return { id, version };
}

export async function addStaff({ db, deps }: Privacy, name = 'sam'): Promise<string> {
  await db
    .insertInto('staff')
    .values({
      id: name,
      email: `${name}@staff.test`,
      name: `Name of ${name}`,
      image: null,
      role: 'admin',
      lang: 'en',
      disabled_at: null,
      created_at: deps.clock(),
      updated_at: deps.clock(),
      email_verified: true,
    })
    .execute();
  return name;
}

export async function addCandidate({ db, deps }: Privacy, name: string): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('candidates')
    .values({
      id,
      email: `${name}@mail.test`,
      lang: 'fr',
      created_at: deps.clock(),
      proven_at: deps.clock(),
    })
    .execute();
  return id;
}

/** An application whose every text names its candidate, decided and remarked on. */
export async function addApplication(
  privacy: Privacy,
  name: string,
  options: {
    posting: { id: string; version: string };
    file?: string;
    status?: 'received' | 'screened-in' | 'screened-out';
  },
): Promise<{ id: string; reference: string; submissionKey: string }> {
  const { db, deps } = privacy;
  const { posting, status = 'screened-out' } = options;
  const id = randomUUID();
  const submissionKey = randomUUID();
  const reference = randomIds.reference();
  const now = deps.clock();
  const sha256 = await storeFile(privacy, options.file ?? `résumé of ${name}`);
  await db
    .insertInto('applications')
    .values({
      id,
      reference,
      posting_id: posting.id,
      posting_version: posting.version,
      submission_key: submissionKey,
      page_lang: 'fr',
      correspondence_lang: 'fr',
      statement: `statement of ${name}`,
      work_samples: [`https://${name}.test/work`],
      heard_from: 'event',
      resume_sha256: sha256,
      questions: '[]',
      privacy_notice: 'x',
      within_grace: false,
      status,
      submitted_at: now,
      answers: JSON.stringify({ research: `answer of ${name}` }),
    })
    .execute();
  await db
    .insertInto('applicant_identities')
    .values({
      application_id: id,
      full_name: `Full ${name}`,
      name_sort: `full ${name}`,
      email: `${name.charAt(0).toUpperCase()}${name.slice(1)}@mail.test`,
      phone: `613-${name}`,
      resume_name: `${name}.txt`,
      search_text: `search ${name}`,
      preference: JSON.stringify({ priority: `priority of ${name}` }),
    })
    .execute();
  await addVersion(privacy, id, name, { posting, sha256, now });
  await db
    .insertInto('application_events')
    .values({
      application_id: id,
      kind: 'submitted',
      actor_kind: 'candidate',
      actor_id: null,
      detail: '{}',
      happened_at: now,
    })
    .execute();
  if (status !== 'received') {
    const decisionId = randomUUID();
    await db
      .insertInto('screening_decisions')
      .values({
        id: decisionId,
        application_id: id,
        outcome: status,
        reason: `reason-${name}`,
        words: `words to ${name}`,
        words_lang: 'fr',
        decided_by: 'sam',
        decided_at: now,
      })
      .execute();
    // A decision counts for its candidate once they were told of it.
    const subject = `notice to ${name}`;
    await writeNotice(db, id, { decisionId, subject, body: subject, lang: 'fr', leftAt: now });
    await db
      .insertInto('screening_findings')
      .values({
        decision_id: decisionId,
        criterion: 'writing',
        place: 0,
        kind: 'essential',
        text_en: 'Ability to write',
        text_fr: 'Capacité de rédiger',
        result: 'not-met',
        words: `why, to ${name}`,
      })
      .execute();
    await db
      .insertInto('application_notes')
      .values({
        id: randomUUID(),
        application_id: id,
        body: `note about ${name}`,
        written_by: 'sam',
        written_at: now,
      })
      .execute();
  }
  await addEmail(privacy, `${name}@mail.test`, `Receipt ${reference} of ${name}`);
  return { id, reference, submissionKey };
}

export async function addEmail(
  { db, deps }: Privacy,
  recipient: string,
  text: string,
): Promise<void> {
  await db
    .insertInto('emails')
    .values({
      id: randomUUID(),
      kind: 'application-receipt',
      lang: 'fr',
      recipient,
      subject: `subject: ${text}`,
      text_body: `text: ${text}`,
      html_body: `<p>${text}</p>`,
      forget_once_sent: false,
      created_at: deps.clock(),
      sent_at: deps.clock(),
      last_failure: `failure of ${recipient}`,
      unsubscribe_url: `https://stop/${recipient}`,
    })
    .execute();
}

/** How many rows a table has. */
export async function countOf({ db }: Privacy, table: string): Promise<number> {
  const { sql } = await import('kysely');
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.table(table)}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** The bytes in the store: SHA-256 of each. */
export async function namesOf({ files }: Privacy): Promise<string[]> {
  const names: string[] = [];
  for await (const name of files.names()) names.push(name);
  return names;
}

export type { TestDatabase };

/** The first version of an application, with who sent it and its file. */
async function addVersion(
  { db }: Privacy,
  id: string,
  name: string,
  { posting, sha256, now }: { posting: { version: string }; sha256: string; now: Date },
): Promise<void> {
  const key = { application_id: id, number: 1 };
  await db
    .insertInto('application_versions')
    .values({
      ...key,
      posting_version: posting.version,
      page_lang: 'fr',
      answers: JSON.stringify({ statement: `statement of ${name}` }),
      questions: '[]',
      privacy_notice: 'x',
      within_grace: false,
      submitted_at: now,
      sent_sha256: null,
    })
    .execute();
  await db
    .insertInto('application_version_identities')
    .values({ ...key, answers: JSON.stringify({ name: `Full ${name}` }) })
    .execute();
  await db
    .insertInto('application_files')
    .values({ ...key, document: 'resume', file_sha256: sha256, file_name: `${name}.txt` })
    .execute();
}
