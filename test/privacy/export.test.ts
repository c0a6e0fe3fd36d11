import { rm } from 'node:fs/promises';
import { on } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Entry, type Options, type ZipFile, fromBuffer as fromBufferWith } from 'yauzl';
import { type ColumnClass, columnClasses } from '#platform/database';
import { buildExport, createExports } from '#hiring/privacy/testing';
import {
  type Privacy,
  addApplication,
  addCandidate,
  addPosting,
  addStaff,
  startPrivacy,
  storeFile,
} from './harness.ts';

let privacy: Privacy;
let ids: { xan: string; zyq: string };
beforeEach(async () => {
  privacy = await startPrivacy();
  await addStaff(privacy);
  const posting = await addPosting(privacy);
  ids = { xan: await addCandidate(privacy, 'xan'), zyq: await addCandidate(privacy, 'zyq') };
  for (const name of ['xan', 'zyq'] as const) {
    const { id } = await addApplication(privacy, name, { posting });
    await addRest(name, ids[name], id);
  }
});
afterEach(() => privacy.close());

/** Everything else that there can be of a candidate, in every column. */
async function addRest(name: string, candidateId: string, applicationId: string): Promise<void> {
  const { db, deps } = privacy;
  const now = deps.clock();
  await addUnsent(name, applicationId);
  await db
    .insertInto('job_alerts')
    .values({
      id: crypto.randomUUID(),
      email: `${name}@mail.test`,
      lang: 'fr',
      search: `q=search+of+${name}`,
      asked_at: now,
      confirmed_at: now,
    })
    .execute();
  await db
    .insertInto('candidate_passkeys')
    .values({
      id: crypto.randomUUID(),
      candidate_id: candidateId,
      credential_id: `credential-${name}`,
      domain: 'jobs.test',
      public_key: Buffer.from(`key of ${name}`),
      uses: 1,
      transports: [],
      name: `phone of ${name}`,
      created_at: now,
      used_at: null,
    })
    .execute();
  await db
    .insertInto('candidate_sessions')
    .values({
      id: crypto.randomUUID(),
      candidate_id: candidateId,
      token_hash: `hash of ${name}`,
      started_at: now,
      seen_at: now,
      expires_at: new Date(now.getTime() + 3_600_000),
    })
    .execute();
  await db
    .insertInto('kept_forms')
    .values({
      id: crypto.randomUUID(),
      staff_id: null,
      candidate_id: candidateId,
      path: '/x',
      action: '/x',
      fields: JSON.stringify({ asked: `typed by ${name}` }),
      kept_at: now,
      shown_at: null,
    })
    .execute();
  await db
    .insertInto('privacy_requests')
    .values({
      id: crypto.randomUUID(),
      reference: `P-${name}`,
      candidate_id: candidateId,
      kind: 'correction',
      lang: 'fr',
      application_id: applicationId,
      item: 'phone',
      asked: `asked by ${name}`,
      consented: false,
      asked_at: now,
      due_at: now,
      extended_at: now,
      extension_reason: `extended for ${name}`,
      outcome: 'refused',
      answer: `answer to ${name}`,
      closed_by: 'sam',
      closed_at: now,
      warned: null,
    })
    .execute();
  await db
    .insertInto('privacy_annotations')
    .values({
      id: crypto.randomUUID(),
      application_id: applicationId,
      kind: 'notation',
      item: 'phone',
      body: `notation of ${name}`,
      attached_by: 'sam',
      attached_at: now,
    })
    .execute();
  await db
    .insertInto('privacy_disclosures')
    .values({
      id: crypto.randomUUID(),
      application_id: applicationId,
      recipient: `tribunal of ${name}`,
      recipient_email: `tribunal-${name}@mail.test`,
      what: `all of ${name}`,
      disclosed_at: now,
      recorded_by: 'sam',
      recorded_at: now,
    })
    .execute();
}

/** A draft with its file, a question, a notice and an arrangement. */
async function addUnsent(name: string, applicationId: string): Promise<void> {
  const { db, deps } = privacy;
  const now = deps.clock();
  const { posting_id: posting } = await db
    .selectFrom('applications')
    .select('posting_id')
    .where('id', '=', applicationId)
    .executeTakeFirstOrThrow();
  const [key, arrangement, batch] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  await db
    .insertInto('application_drafts')
    .values({
      key,
      posting_id: posting,
      lang: 'fr',
      answers: JSON.stringify({ statement: { fields: { statement: `draft of ${name}` } } }),
      revision: 1,
      opened_at: now,
      saved_at: now,
      email: `${name}@mail.test`,
      reminded_at: null,
    })
    .execute();
  await db
    .insertInto('uploads')
    .values({
      id: crypto.randomUUID(),
      submission_key: key,
      document: 'resume',
      file_sha256: await storeFile(privacy, `draft file of ${name}`),
      file_name: `draft-${name}.txt`,
      uploaded_at: now,
    })
    .execute();
  await db
    .insertInto('application_messages')
    .values({
      id: crypto.randomUUID(),
      application_id: applicationId,
      body: `question of ${name}`,
      answered_by: null,
      written_at: now,
    })
    .execute();
  await db
    .insertInto('notice_batches')
    .values({
      id: batch,
      posting_id: posting,
      template: 'update',
      prepared_by: 'sam',
      confirmed_at: now,
      leaves_at: now,
      stopped_at: null,
      stopped_by: null,
      left_at: now,
    })
    .execute();
  await db
    .insertInto('notices')
    .values({
      id: crypto.randomUUID(),
      batch_id: batch,
      application_id: applicationId,
      decision_id: null,
      lang: 'fr',
      subject: `subject for ${name}`,
      body: `letter to ${name}`,
      left_at: now,
      held_back: null,
    })
    .execute();
  await db
    .insertInto('arrangements')
    .values({
      id: arrangement,
      posting_id: posting,
      person: `code of ${name}`,
      told: JSON.stringify({ en: [`more time for ${name}`], fr: [`plus de temps pour ${name}`] }),
      closes_at: now,
      agreed_on: '2026-11-24',
    })
    .execute();
  await db
    .insertInto('application_arrangements')
    .values({ application_id: applicationId, arrangement_id: arrangement })
    .execute();
}

type Give<T> = (error: Error | null, given: T) => void;
const fromBuffer: (bytes: Buffer, options: Options, give: Give<ZipFile>) => void = fromBufferWith;

async function unzip(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await promisify(fromBuffer)(bytes, { lazyEntries: true });
  const found = new Map<string, Buffer>();
  zip.readEntry();
  for await (const [entry] of on(zip, 'entry', { close: ['end'] }) as AsyncIterable<[Entry]>) {
    found.set(entry.fileName, await buffer(await promisify(zip.openReadStream.bind(zip))(entry)));
    zip.readEntry();
  }
  return found;
}

const exportOf = async (name: 'xan' | 'zyq', lang: 'en' | 'fr' = 'fr') =>
  unzip(
    await buffer(
      buildExport(privacy.deps, { id: ids[name], email: `${name}@mail.test`, lang }, lang),
    ),
  );

/** Every text, number and truth in a value, however deep, as text. */
function leaves(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(leaves);
  if (value instanceof Date) return [value.toISOString()];
  if (value instanceof Uint8Array) return [Buffer.from(value).toString('base64')];
  if (value !== null && typeof value === 'object') return Object.values(value).flatMap(leaves);
  if (value === null || value === undefined) return [];
  return [typeof value === 'string' ? value : JSON.stringify(value)];
}

describe('the copy of everything held', () => {
  it('has every personal and sensitive column of every table that the schedule gives', async () => {
    const files = await exportOf('xan');
    const { schedule } = privacy.deps.schedule;
    const missing: string[] = [];
    for (const table of schedule.rules.flatMap(({ tables }) => tables)) {
      if (!table.export) continue;
      const json = files.get(`json/${table.export}.json`);
      if (!json) {
        missing.push(`${table.name}: no file ${table.export}`);
        continue;
      }
      const given = new Set(leaves(JSON.parse(json.toString())));
      const { rows } = await sql<Record<string, unknown>>`
        select * from ${sql.table(table.name)}`.execute(privacy.db);
      const classes = columnClasses[table.name as keyof typeof columnClasses];
      const about = rows.filter((row) => !JSON.stringify(leaves(row)).includes('zyq'));
      for (const [column, kind] of Object.entries<ColumnClass>(classes)) {
        if (kind !== 'personal' && kind !== 'sensitive') continue;
        if (table.withheld[column]) continue;
        const values = about.map((row) => row[column]).filter((value) => value !== null);
        // A column that no test fills proves nothing.
        if (values.length === 0) missing.push(`${table.name}.${column}: empty in this test`);
        const own = values.filter((value) => leaves(value).every((leaf) => given.has(leaf)));
        if (own.length === 0) missing.push(`${table.name}.${column}: not in the copy`);
      }
    }
    expect(missing).toEqual([]);
  });

  it('has nothing of anybody else', async () => {
    for (const [name, other] of [
      ['xan', 'zyq'],
      ['zyq', 'xan'],
    ] as const) {
      const files = await exportOf(name);
      const all = [...files.values()].map((content) => content.toString()).join('\n');
      expect(all).toContain(`statement of ${name}`);
      expect(all).toContain(`note about ${name}`);
      expect(all).not.toContain(other);
      expect(all).not.toContain('Name of sam');
    }
  });

  it('has no door in it', async () => {
    const all = [...(await exportOf('xan')).values()].map(String).join('\n');
    for (const secret of ['hash of xan', 'https://stop/']) expect(all).not.toContain(secret);
  });

  it.each([
    ['en', 'read-me.html', 'pages/applications.html', 'files/xan.txt'],
    ['fr', 'a-lire.html', 'consultation/applications.html', 'fichiers/xan.txt'],
  ] as const)('is readable in %s, with the files', async (lang, index, page, file) => {
    const files = await exportOf('xan', lang);
    expect(files.get(index)?.toString()).toContain(`<html lang="${lang}">`);
    expect(files.get(index)?.toString()).toContain(`href="${page}"`);
    expect(files.get(page)?.toString()).toContain('statement of xan');
    expect(files.get(page)?.toString()).toContain(`href="../${file}"`);
    expect(files.get(file)?.toString()).toBe('résumé of xan');
  });

  it('ends visibly where a file cannot be read, not as if it were whole', async () => {
    const { sha256 } = await privacy.db
      .selectFrom('applications as a')
      .innerJoin('applicant_identities as i', 'i.application_id', 'a.id')
      .select('a.resume_sha256 as sha256')
      .where('i.full_name', '=', 'Full xan')
      .executeTakeFirstOrThrow();
    await rm(privacy.files.pathOf(sha256 ?? ''));
    await expect(exportOf('xan')).rejects.toThrow('A stored file is missing');
  });

  it('is made one at a time for each candidate, and written down', async () => {
    const make = createExports(privacy.deps);
    const xan = { id: ids.xan, email: 'xan@mail.test', lang: 'en' as const };
    const first = await make(xan, 'en');
    expect(await make(xan, 'en')).toEqual({ ok: false, error: { kind: 'busy' } });
    if (!first.ok) throw new Error('busy');
    await buffer(first.stream);
    const second = await make(xan, 'en');
    if (second.ok) await buffer(second.stream);
    expect(second.ok).toBe(true);
    const requests = await privacy.db
      .selectFrom('privacy_requests')
      .select(['candidate_id', 'outcome'])
      .where('kind', '=', 'export')
      .execute();
    expect(requests).toEqual([
      { candidate_id: ids.xan, outcome: 'done' },
      { candidate_id: ids.xan, outcome: 'done' },
    ]);
  });
});
