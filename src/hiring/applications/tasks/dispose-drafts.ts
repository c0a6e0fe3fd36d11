import { sql } from 'kysely';
import type { Tx } from '#platform/database';
import { holdFile } from '../intake/receive-resume.ts';
import type { ApplicationTasksDeps } from './settings.ts';

const day = 86_400_000;

/**
 * Deletes the drafts that can no longer be sent, and those nobody has touched for `draftDays`.
 * Answers how many.
 */
export async function disposeDrafts(
  tx: Tx,
  { postings, draftDays }: Pick<ApplicationTasksDeps, 'postings' | 'draftDays'>,
  now: Date,
): Promise<number> {
  const before = new Date(now.getTime() - draftDays * day);
  const closed = postings.snapshot().postings.flatMap(({ id, facts }) => {
    const closesAt = facts?.closesAt;
    return closesAt && closesAt < before ? [id] : [];
  });
  const { numDeletedRows } = await tx
    .deleteFrom('application_drafts')
    .where((eb) =>
      eb.or([
        eb('saved_at', '<', before),
        ...(closed.length > 0 ? [eb('posting_id', 'in', closed)] : []),
      ]),
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/**
 * Forgets the uploads that no draft names any more and that are older than a day: a form may be
 * under way for as long as that. What was sent is an application's, and is not touched.
 */
export async function disposeUploads(tx: Tx, now: Date): Promise<number> {
  const before = new Date(now.getTime() - day);
  const { numAffectedRows } = await sql`
    delete from uploads u
    where u.uploaded_at < ${before} and not exists (
      select from application_drafts d
      where d.key = u.submission_key and d.answers #>> '{documents,fields}' like '%' || u.id || '%'
    )`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/**
 * Deletes the files that nothing refers to, a few at a time: row and bytes while nobody can keep
 * the same bytes again. A crash between the two leaves a row, which the next run deletes.
 * Answers the SHA-256 of each.
 */
export async function disposeFiles(
  { db, files }: Pick<ApplicationTasksDeps, 'db' | 'files'>,
  most = 500,
): Promise<string[]> {
  const { rows } = await unreferenced(most).execute(db);
  const gone: string[] = [];
  for (const { sha256 } of rows) {
    const deleted = await db.transaction().execute(async (tx) => {
      await holdFile(tx, sha256);
      const { numAffectedRows } = await sql`
        delete from stored_files f where f.sha256 = ${sha256} and ${isFree}`.execute(tx);
      if (!numAffectedRows) return false;
      await files.remove(sha256);
      return true;
    });
    if (deleted) gone.push(sha256);
  }
  return gone;
}

const isFree = sql`
  not exists (select from uploads u where u.file_sha256 = f.sha256)
  and not exists (select from applications a where a.resume_sha256 = f.sha256)
  and not exists (select from application_files a where a.file_sha256 = f.sha256)`;

function unreferenced(most: number) {
  return sql<{ sha256: string }>`
    select f.sha256 from stored_files f where ${isFree} limit ${most}`;
}
