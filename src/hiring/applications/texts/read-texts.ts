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

/** How many applications are read in one run. */
export const textsAtOnce = 50;

/** Characters of one text that are searched: a long book, and less than a tsvector can hold. */
const longest = 200_000;

/**
 * Reads, for search, what no search knows yet: the answers of each application and the text of its
 * documents, whole or not at all. A document that cannot be read is passed over: its answers are
 * found all the same. Answers how many applications were read.
 */
export async function readTexts(deps: Deps): Promise<number> {
  const waiting = await deps.db
    .selectFrom('applications as a')
    .leftJoin('application_texts as t', 't.application_id', 'a.id')
    .where((eb) =>
      eb.or([eb('t.application_id', 'is', null), eb('t.version', '<>', eb.ref('a.version'))]),
    )
    .select(['a.id', 'a.version', 'a.statement', 'a.answers', 'a.work_samples as samples'])
    .orderBy('a.submitted_at')
    .limit(textsAtOnce)
    .execute();
  for (const { id, version, statement, answers, samples } of waiting) {
    const said = [statement, ...Object.values(answers), ...samples].join('\n');
    const documents = await documentsOf(deps, id, version);
    const row = {
      version,
      answers: words(said),
      everything: words([said, ...documents].join('\n')),
    };
    await deps.db.transaction().execute(async (tx) => {
      // It may have been deleted while its documents were read.
      if (!(await isThere(tx, id))) return;
      await tx
        .insertInto('application_texts')
        .values({ application_id: id, ...row })
        .onConflict((conflict) => conflict.column('application_id').doUpdateSet(row))
        .execute();
    });
  }
  return waiting.length;
}

/** Has the texts of applications read again: one of their documents may not be searched any more. */
export async function forgetTexts(tx: Tx, applicationIds: readonly string[]): Promise<void> {
  if (applicationIds.length === 0) return;
  await tx.deleteFrom('application_texts').where('application_id', 'in', applicationIds).execute();
}

async function documentsOf(deps: Deps, id: string, version: number): Promise<string[]> {
  const documents = await deps.db
    .selectFrom('application_files as f')
    .innerJoin('stored_files as s', 's.sha256', 'f.file_sha256')
    .where('f.application_id', '=', id)
    .where('f.number', '=', version)
    .where('s.scan_status', '<>', 'infected')
    .select(['s.sha256', 's.document_type as type'])
    .execute();
  const texts: string[] = [];
  for (const document of documents) {
    const text = await textOf(deps, document);
    if (text !== null) texts.push(text);
  }
  return texts;
}

async function textOf(
  { files, extractor, log }: Deps,
  { sha256, type }: { sha256: string; type: DocumentType },
): Promise<string | null> {
  if (!(await files.has(sha256))) return null;
  const extraction = await extractor.extractText({ path: files.pathOf(sha256), type });
  if (extraction.ok) return extraction.text;
  log.warn({ sha256, reason: extraction.error.kind }, 'no text of a document for search');
  return null;
}

function words(text: string): RawBuilder<string> {
  return sql<string>`to_tsvector('simple', ${foldForSearch(text.slice(0, longest)).replaceAll('\0', ' ')})`;
}

async function isThere(tx: Tx, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('applications')
    .select('id')
    .where('id', '=', id)
    .forShare()
    .executeTakeFirst();
  return row !== undefined;
}
