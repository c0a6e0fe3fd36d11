import { sql } from 'kysely';
import { recordEvent } from '#hiring/applications';
import type { Clock } from '#platform/clock';
import type { Db, Tx } from '#platform/database';
import type { DocumentType } from '#platform/files';
import type { Can } from './deps.ts';
import { isUuid } from '#platform/ids';

export type OpenedResume = { sha256: string; type: DocumentType; name: string };

/** How often the same person opening the same résumé is worth a line of history: once a day. */
const quietMs = 24 * 3_600_000;

/**
 * Gives a document, the résumé unless another is named, to someone who may read it, and says so in the history of the application: once
 * a day for reading, and once for taking a copy away. Null where there is no such application, or
 * this reader may not read résumés; nothing was then read.
 */
export async function openResume(
  { db, clock }: { db: Db; clock: Clock },
  reader: { id: string; can: Can },
  applicationId: string,
  way: 'read' | 'download',
  document = 'resume',
): Promise<OpenedResume | null> {
  if (!reader.can('read-resume') || !isUuid(applicationId)) return null;
  return db.transaction().execute(async (tx) => {
    const resume = await (document === 'resume'
      ? findResume(tx, applicationId)
      : findDocument(tx, applicationId, document));
    if (!resume) return null;
    const at = clock();
    const told = await tx
      .selectFrom('application_events')
      .select('id')
      .where('application_id', '=', applicationId)
      .where('kind', '=', 'resume-opened')
      .where('actor_id', '=', reader.id)
      .where('happened_at', '>', new Date(at.getTime() - quietMs))
      .where(sql`detail ->> 'way'`, '=', way)
      .where(sql`coalesce(detail ->> 'document', 'resume')`, '=', document)
      .executeTakeFirst();
    if (!told) {
      await recordEvent(tx, {
        applicationId,
        kind: 'resume-opened',
        actor: { kind: 'staff', id: reader.id },
        detail: { way, ...(document !== 'resume' && { document }) },
        at,
      });
    }
    return { ...resume, name: resume.name ?? '' };
  });
}

/** What the scanner found something in is put away, for everybody. */
function findResume(tx: Tx, applicationId: string) {
  return tx
    .selectFrom('applications as a')
    .innerJoin('applicant_identities as i', 'i.application_id', 'a.id')
    .innerJoin('stored_files as f', 'f.sha256', 'a.resume_sha256')
    .where('a.id', '=', applicationId)
    .where('f.scan_status', '<>', 'infected')
    .select(['f.sha256', 'f.document_type as type', 'i.resume_name as name'])
    .executeTakeFirst();
}

/** A document of the sending that counts. */
function findDocument(tx: Tx, applicationId: string, document: string) {
  return tx
    .selectFrom('applications as a')
    .innerJoin('application_files as d', (join) =>
      join.onRef('d.application_id', '=', 'a.id').onRef('d.number', '=', 'a.version'),
    )
    .innerJoin('stored_files as f', 'f.sha256', 'd.file_sha256')
    .where('a.id', '=', applicationId)
    .where('d.document', '=', document)
    .where('f.scan_status', '<>', 'infected')
    .select(['f.sha256', 'f.document_type as type', 'd.file_name as name'])
    .executeTakeFirst();
}
