import type { Db, Tx } from '#platform/database';
import { type Memory, arrangeMemory } from './memory.ts';
import type { VersionSources } from './version.ts';

/** Rows per statement: PostgreSQL takes 65,535 parameters. */
const rowsAtOnce = 1000;

/** Texts that someone published in spite of what the check found. */
export async function readOverridden(tx: Tx | Db): Promise<Set<string>> {
  const rows = await tx.selectFrom('gate_overrides').select('version_hash').execute();
  return new Set(rows.map(({ version_hash: hash }) => hash));
}

/** What the database remembers of all postings. */
export async function readMemory(tx: Tx | Db): Promise<Memory> {
  const postings = await tx.selectFrom('postings').selectAll().execute();
  const slugs = await tx
    .selectFrom('posting_slugs')
    .select(['lang', 'slug', 'posting_id as postingId', 'is_current as isCurrent', 'since'])
    .execute();
  const versions = await tx
    .selectFrom('posting_versions')
    .distinctOn('posting_id')
    .select(['posting_id', 'hash', 'recorded_at', 'uncommitted'])
    .orderBy('posting_id')
    .orderBy('recorded_at', 'desc')
    .execute();
  const ready = await tx
    .selectFrom('posting_publications')
    .distinct()
    .select('posting_id')
    .where('version_hash', 'is not', null)
    .where('draft', '=', false)
    .execute();
  const everReady = new Set(ready.map((row) => row.posting_id));
  return arrangeMemory(postings, slugs, versions, everReady);
}

/** Texts that were advertised last under the keys, by key. */
export async function readSources(
  tx: Tx,
  memory: Memory,
  keys: readonly string[],
): Promise<Map<string, VersionSources>> {
  const keyOf = new Map<string, string>();
  for (const key of keys) {
    const hash = memory.byKey.get(key)?.version?.hash;
    if (hash !== undefined) keyOf.set(hash, key);
  }
  const sources = new Map<string, VersionSources>();
  await inChunks([...keyOf.keys()], async (hashes) => {
    const rows = await tx
      .selectFrom('posting_versions')
      .select(['hash', 'en_source', 'fr_source', 'process_source'])
      .where('hash', 'in', hashes)
      .execute();
    for (const row of rows) {
      const { hash, en_source: en, fr_source: fr, process_source: process } = row;
      sources.set(keyOf.get(hash)!, { en, fr, process });
    }
  });
  return sources;
}

/** Writes or reads in statements of a size that PostgreSQL takes. */
export async function inChunks<Row>(
  rows: readonly Row[],
  write: (chunk: Row[]) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    await write(rows.slice(start, start + rowsAtOnce));
  }
}
