import type { Db, Tx } from '#platform/database';
import type { DocumentType } from '#platform/files';
import { isUuid } from '#platform/ids';
import type { KeptUpload } from './intake/receive-resume.ts';
import type { ApplicationStatus, AskedQuestion, SentFile } from './model.ts';
import { toldStatus } from './told-status.ts';

/** One sending of an application, with everything that was sent. */
export type SentVersion = {
  number: number;
  submittedAt: Date;
  withinGrace: boolean;
  postingVersion: string;
  /** Null for what was sent before there was such a thing. */
  sha256: string | null;
  questions: AskedQuestion[];
  /** By question id, the identity's among them. */
  answers: Record<string, string | string[] | null>;
  files: SentFile[];
};

/** What a receipt shows: everything that was sent, to the one person who holds its address. */
export type Receipt = {
  id: string;
  key: string;
  reference: string;
  /** What its candidate has been told. */
  status: ApplicationStatus;
  postingId: string;
  /** The one that counts first. */
  versions: [SentVersion, ...SentVersion[]];
};

/** The receipt of a submission, or null. The key is unguessable (a UUID we made). */
export async function findReceipt(db: Db, submissionKey: string): Promise<Receipt | null> {
  if (!isUuid(submissionKey)) return null;
  const application = await db
    .selectFrom('applications as a')
    .select(['a.id', 'a.reference', 'a.posting_id as postingId'])
    .select(toldStatus.as('status'))
    .where('a.submission_key', '=', submissionKey)
    .executeTakeFirst();
  if (!application) return null;
  const [rows, files] = await Promise.all([
    db
      .selectFrom('application_versions as v')
      .innerJoin('application_version_identities as i', (join) =>
        join.onRef('i.application_id', '=', 'v.application_id').onRef('i.number', '=', 'v.number'),
      )
      .where('v.application_id', '=', application.id)
      .orderBy('v.number', 'desc')
      .select([
        'v.number',
        'v.submitted_at as submittedAt',
        'v.within_grace as withinGrace',
        'v.posting_version as postingVersion',
        'v.sent_sha256 as sha256',
        'v.questions',
        'v.answers',
        'i.answers as identity',
      ])
      .execute(),
    findSentFiles(db, application.id),
  ]);
  const [latest, ...before] = rows.map(({ identity, questions, ...row }): SentVersion => ({
    ...row,
    questions: questions as AskedQuestion[],
    answers: { ...row.answers, ...identity },
    files: files.flatMap(({ number, ...file }) => (number === row.number ? [file] : [])),
  }));
  return latest ? { ...application, key: submissionKey, versions: [latest, ...before] } : null;
}

/** The files of every version of an application. */
export async function findSentFiles(
  db: Db,
  applicationId: string,
): Promise<(SentFile & { number: number })[]> {
  return db
    .selectFrom('application_files as a')
    .innerJoin('stored_files as f', 'f.sha256', 'a.file_sha256')
    .where('a.application_id', '=', applicationId)
    .orderBy('a.document')
    .select([
      'a.number',
      'a.document',
      'f.sha256',
      'a.file_name as name',
      'f.size_bytes as sizeBytes',
    ])
    .execute();
}

/** Who a submission that already made an application said they were; null where it made none. */
export async function findSubmitted(
  db: Db | Tx,
  submissionKey: string,
): Promise<{ name: string; email: string; phone: string | null } | null> {
  if (!isUuid(submissionKey)) return null;
  const row = await db
    .selectFrom('applications as a')
    .innerJoin('applicant_identities as i', 'i.application_id', 'a.id')
    .select(['i.full_name as name', 'i.email', 'i.phone'])
    .where('a.submission_key', '=', submissionKey)
    .executeTakeFirst();
  return row ?? null;
}

/** The files kept for a submission, by upload id. */
export async function findUploads(
  db: Db,
  submissionKey: string,
): Promise<ReadonlyMap<string, KeptUpload>> {
  const rows = await db
    .selectFrom('uploads as u')
    .innerJoin('stored_files as f', 'f.sha256', 'u.file_sha256')
    .where('u.submission_key', '=', submissionKey)
    .where('f.scan_status', '<>', 'infected')
    .select(['u.id', 'u.document', 'f.sha256', 'u.file_name as name', 'f.size_bytes as sizeBytes'])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** What serving a file needs; null where there is none, or the scanner found something in it. */
export async function findFile(db: Db, sha256: string): Promise<{ type: DocumentType } | null> {
  const row = await db
    .selectFrom('stored_files')
    .select('document_type as type')
    .where('sha256', '=', sha256)
    .where('scan_status', '<>', 'infected')
    .executeTakeFirst();
  return row ?? null;
}
