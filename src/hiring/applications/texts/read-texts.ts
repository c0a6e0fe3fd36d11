import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#platform/database';
import type { DocumentType, Extractor, FileStore } from '#platform/files';
import { foldForSearch } from '#platform/i18n';
import type { Log } from '#platform/log';

type Deps = {
  db: Db;
  files: Pick<FileStore, 'has' | 'pathOf'>;
  extractor: Pick<Extractor, 'extractText'>;
  log: Log;
};

/** Bytes of what is searched of one application: a long book, and less than a tsvector can hold. */
const mostBytes = 250_000;

/**
 * Reads, for search, what no search knows yet: the answers of each application and the text of its
 * documents, each application whole or not at all. A document that cannot be read is passed over, and
 * an application that cannot be does not hold up the others. Ends early, and leaves the rest to the
 * next time, once `isStopping`. Answers how many applications were read.
 */
export async function readTexts(
  deps: Deps,
  isStopping: () => boolean = () => false,
): Promise<number> {
  const waiting = await deps.db
    .selectFrom('applications as a')
    .leftJoin('application_texts as t', 't.application_id', 'a.id')
    .where((eb) =>
      eb.or([eb('t.application_id', 'is', null), eb('t.version', '<>', eb.ref('a.version'))]),
    )
    .select('a.id')
    .orderBy('a.submitted_at')
    .execute();
  let read = 0;
  for (const { id } of waiting) {
    if (isStopping()) break;
    try {
      if (await readOne(deps, id, isStopping)) read += 1;
    } catch (error) {
      // The text of an error may hold what it could not read.
      deps.log.error({ applicationId: id, reason: nameOf(error) }, 'no words for search');
    }
  }
  return read;
}

/** Has the texts of applications read again: one of their documents may not be searched any more. */
export async function forgetTexts(tx: Tx, applicationIds: readonly string[]): Promise<void> {
  if (applicationIds.length === 0) return;
  await tx.deleteFrom('application_texts').where('application_id', 'in', applicationIds).execute();
}

async function readOne(deps: Deps, id: string, isStopping: () => boolean): Promise<boolean> {
  const application = await deps.db
    .selectFrom('applications')
    .where('id', '=', id)
    .select(['version', 'statement', 'answers', 'work_samples as samples'])
    .executeTakeFirst();
  if (!application) return false;
  const { version, statement, answers, samples } = application;
  const said = [statement, ...Object.values(answers), ...samples].join('\n');
  const documents = await documentsOf(deps.db, id, version);
  const texts: string[] = [];
  for (const document of documents) {
    const text = await textOf(deps, document);
    if (text !== null) texts.push(text);
  }
  // What was being read when the program was told to stop may have been cut short.
  if (isStopping()) return false;
  const row = { version, answers: words(said), everything: words([said, ...texts].join('\n')) };
  return deps.db.transaction().execute(async (tx) => {
    // It may have gone, been sent again, or had a document put away while its documents were read.
    const now = await tx
      .selectFrom('applications')
      .select('version')
      .where('id', '=', id)
      .forShare()
      .executeTakeFirst();
    const still = await documentsOf(tx, id, version);
    if (now?.version !== version || still.length !== documents.length) return false;
    await tx
      .insertInto('application_texts')
      .values({ application_id: id, ...row })
      .onConflict((conflict) => conflict.column('application_id').doUpdateSet(row))
      .execute();
    return true;
  });
}

type Document = { sha256: string; type: DocumentType };

/** The documents of a version that may be opened; in a transaction, none is put away meanwhile. */
async function documentsOf(db: Db | Tx, id: string, version: number): Promise<Document[]> {
  return db
    .selectFrom('application_files as f')
    .innerJoin('stored_files as s', 's.sha256', 'f.file_sha256')
    .where('f.application_id', '=', id)
    .where('f.number', '=', version)
    .where('s.scan_status', '<>', 'infected')
    .select(['s.sha256', 's.document_type as type'])
    .forShare('s')
    .execute();
}

async function textOf(
  { files, extractor, log }: Deps,
  { sha256, type }: Document,
): Promise<string | null> {
  if (!(await files.has(sha256))) return null;
  const extraction = await extractor.extractText({ path: files.pathOf(sha256), type });
  if (extraction.ok) return extraction.text;
  log.warn({ sha256, reason: extraction.error.kind }, 'no text of a document for search');
  return null;
}

function words(text: string): RawBuilder<string> {
  const folded = Buffer.from(foldForSearch(text).replaceAll('\0', ' '));
  // A character cut in half becomes a mark that is no part of any word.
  return sql<string>`to_tsvector('simple', ${folded.subarray(0, mostBytes).toString()})`;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
