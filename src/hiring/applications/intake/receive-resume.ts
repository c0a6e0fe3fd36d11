import type { Readable } from 'node:stream';
import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import {
  type DocumentType,
  type FileStore,
  type RefusalKind,
  type StagedFile,
  inspectDocument,
  safeFilename,
} from '#platform/files';
import type { Ids } from '#platform/ids';
import type { ScanResult, Scanner } from '#platform/scanner';
import type { SentFile } from '../model.ts';

/** Why a file was refused: the last part of the message key `problem.resume.…`. */
export type ResumeRefusal = RefusalKind | 'infected';

/** A résumé that arrived whole, of a proven type and not known to be harmful; not yet kept. */
export type CheckedResume = {
  staged: StagedFile;
  name: string;
  type: DocumentType;
  scan: Exclude<ScanResult, { status: 'infected' }>;
};

export type CheckResult =
  | { ok: true; resume: CheckedResume }
  | { ok: false; error: { kind: ResumeRefusal | 'disk-full' | 'aborted' }; name: string };

/**
 * Takes a résumé off the wire: to disk and synced, type proven by content, scanned where a scanner
 * is configured. A refused file is deleted at once.
 */
export async function checkResume(
  deps: { files: FileStore; scanner: Scanner; maxBytes: number },
  stream: Readable,
  clientName: string,
): Promise<CheckResult> {
  const name = safeFilename(clientName);
  const arrival = await deps.files.stage(stream, { maxBytes: deps.maxBytes });
  if (!arrival.ok) return { ok: false, error: arrival.error, name };

  const { staged } = arrival;
  const refuse = async (kind: ResumeRefusal): Promise<CheckResult> => {
    await staged.discard();
    return { ok: false, error: { kind }, name };
  };
  try {
    const document = await inspectDocument(staged.path, { maxBytes: deps.maxBytes });
    if (!document.ok) return await refuse(document.error.kind);
    const scan = await deps.scanner.scan(staged.path);
    if (scan.status === 'infected') return await refuse('infected');
    // A DOCX that came as "cv.pdf" is given back as "cv.docx", which its reader can open.
    const proven = safeFilename(clientName, { extension: document.extension });
    return { ok: true, resume: { staged, name: proven, type: document.type, scan } };
  } catch (error) {
    await staged.discard();
    throw error;
  }
}

/** Forgets a résumé that will not be kept. */
export async function discardResume(check: CheckResult | null): Promise<void> {
  if (check?.ok) await check.resume.staged.discard();
}

/** A document kept for a submission. */
export type KeptUpload = SentFile & { id: string };

/**
 * Keeps a checked document for a submission: into the file store, then its facts and its link to
 * the submission into the database, so that a form that comes back for correction still has its
 * file.
 */
export async function keepResume(
  deps: { db: Db; clock: Clock; ids: Ids },
  submissionKey: string,
  resume: CheckedResume,
  document = 'resume',
): Promise<{ ok: true; resume: KeptUpload } | { ok: false; error: { kind: 'disk-full' } }> {
  const now = deps.clock();
  const { scan, staged } = resume;
  return deps.db.transaction().execute(async (tx) => {
    const stored = await staged.commit();
    if (!stored.ok) return stored;
    const { sha256, size: sizeBytes } = stored;
    await tx
      .insertInto('stored_files')
      .values({
        sha256,
        size_bytes: sizeBytes,
        document_type: resume.type,
        scan_status: scan.status,
        scan_detail: scan.status === 'not-scanned' ? scan.reason : null,
        stored_at: now,
        scanned_at: scan.status === 'clean' ? now : null,
      })
      // The same bytes again: keep the first record, unless this scan knows more.
      .onConflict((conflict) =>
        conflict
          .column('sha256')
          .doUpdateSet({ scan_status: scan.status, scan_detail: null, scanned_at: now })
          .where('stored_files.scan_status', '=', 'not-scanned')
          .where('excluded.scan_status', '=', 'clean'),
      )
      .execute();
    const id = deps.ids.uuid();
    await tx
      .insertInto('uploads')
      .values({
        id,
        submission_key: submissionKey,
        file_sha256: sha256,
        file_name: resume.name,
        uploaded_at: now,
        document,
      })
      .execute();
    return { ok: true, resume: { id, document, sha256, name: resume.name, sizeBytes } };
  });
}
