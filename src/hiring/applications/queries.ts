import type { Db } from '#platform/database';
import type { Lang } from '#platform/i18n';
import type { AskedQuestion, StoredResume } from './model.ts';

/** What a receipt shows: everything that was sent, to the one person who holds its address. */
export type Receipt = {
  applicationId: string;
  reference: string;
  submittedAt: Date;
  withinGrace: boolean;
  postingId: string;
  postingVersion: string;
  name: string;
  email: string;
  phone: string | null;
  statement: string;
  workSamples: string[];
  heardFrom: string;
  correspondenceLang: Lang;
  /** Null where it came without one. */
  resume: StoredResume | null;
  questions: AskedQuestion[];
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The receipt of a submission, or null. The key is unguessable (a UUID we made and signed). */
export async function findReceipt(db: Db, submissionKey: string): Promise<Receipt | null> {
  if (!uuid.test(submissionKey)) return null;
  const row = await db
    .selectFrom('applications as a')
    .innerJoin('applicant_identities as i', 'i.application_id', 'a.id')
    .leftJoin('stored_files as f', 'f.sha256', 'a.resume_sha256')
    .where('a.submission_key', '=', submissionKey)
    .select([
      'a.id as applicationId',
      'a.reference',
      'a.submitted_at as submittedAt',
      'a.within_grace as withinGrace',
      'a.posting_id as postingId',
      'a.posting_version as postingVersion',
      'i.full_name as name',
      'i.email',
      'i.phone',
      'a.statement',
      'a.work_samples as workSamples',
      'a.heard_from as heardFrom',
      'a.correspondence_lang as correspondenceLang',
      'i.resume_name as resumeName',
      'f.size_bytes as resumeBytes',
      'f.sha256 as resumeSha256',
      'a.questions',
    ])
    .executeTakeFirst();
  if (!row) return null;
  const { resumeName: name, resumeBytes: sizeBytes, resumeSha256: sha256, ...rest } = row;
  const resume =
    sha256 !== null && sizeBytes !== null ? { sha256, sizeBytes, name: name ?? '' } : null;
  return { ...rest, resume, questions: row.questions as AskedQuestion[] };
}

/** What a submission that already made an application said; null where it made none. */
export async function findSubmitted(
  db: Db,
  submissionKey: string,
): Promise<{ name: string; email: string; statement: string; resumeSha256: string | null } | null> {
  const row = await db
    .selectFrom('applications as a')
    .innerJoin('applicant_identities as i', 'i.application_id', 'a.id')
    .select(['i.full_name as name', 'i.email', 'a.statement', 'a.resume_sha256 as resumeSha256'])
    .where('a.submission_key', '=', submissionKey)
    .executeTakeFirst();
  return row ?? null;
}

/** The résumé kept from an earlier try of the same submission, newest first, or null. */
export async function findKeptResume(db: Db, submissionKey: string): Promise<StoredResume | null> {
  const row = await db
    .selectFrom('uploads as u')
    .innerJoin('stored_files as f', 'f.sha256', 'u.file_sha256')
    .where('u.submission_key', '=', submissionKey)
    .orderBy('u.uploaded_at', 'desc')
    .select(['f.sha256', 'u.file_name as name', 'f.size_bytes as sizeBytes'])
    .executeTakeFirst();
  return row ?? null;
}
