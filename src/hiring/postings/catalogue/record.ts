import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database';
import type { Ids } from '#platform/ids';
import type { Pair } from '../loader/pair.ts';
import type { ContentProblem } from '../problem.ts';
import { type Memory, arrangeMemory } from './memory.ts';
import { type RecordingPlan, planRecording } from './plan.ts';
import type { VersionSources } from './version.ts';

/** Key of the advisory lock under which the catalogue is recorded: "Tandem postings", invented. */
const lockKey = 7_263_360_001;

/** Rows per statement: PostgreSQL takes 65,535 parameters. */
const rowsAtOnce = 1000;

export type Recorded = {
  /** As it is after the recording. */
  memory: Memory;
  problems: readonly ContentProblem[];
  /** Last advertised texts of the postings in `brokenKeys`, by key. */
  lastGood: ReadonlyMap<string, VersionSources>;
};

/**
 * Writes down what is advertised, in one transaction: after it, every pair has an id, addresses and
 * its exact text in the database. `withdrawn` is decided from the memory found under the lock.
 * Throws where the database is away; nothing is then written.
 */
export async function recordCatalogue(
  db: Db,
  ids: Ids,
  now: Date,
  pairs: readonly Pair[],
  fate: (memory: Memory) => { withdrawn: string[]; brokenKeys: string[] },
): Promise<Recorded> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${lockKey})`.execute(tx);
    const before = await readMemory(tx);
    const { withdrawn, brokenKeys } = fate(before);
    const plan = planRecording(before, pairs, withdrawn, ids, now);
    const changes = await applyPlan(tx, plan, now);
    return {
      memory: changes ? await readMemory(tx) : before,
      problems: plan.problems,
      lastGood: await readSources(tx, before, brokenKeys),
    };
  });
}

async function readMemory(tx: Tx): Promise<Memory> {
  const postings = await tx.selectFrom('postings').selectAll().execute();
  const slugs = await tx
    .selectFrom('posting_slugs')
    .select(['lang', 'slug', 'posting_id as postingId', 'is_current as isCurrent', 'since'])
    .execute();
  const versions = await tx
    .selectFrom('posting_versions')
    .distinctOn('posting_id')
    .select(['posting_id', 'hash', 'recorded_at'])
    .orderBy('posting_id')
    .orderBy('recorded_at', 'desc')
    .execute();
  return arrangeMemory(postings, slugs, versions);
}

async function applyPlan(tx: Tx, plan: RecordingPlan, now: Date): Promise<boolean> {
  await inChunks(plan.newPostings, (rows) =>
    tx
      .insertInto('postings')
      .values(
        rows.map(({ id, translationKey }) => ({
          id,
          translation_key: translationKey,
          first_seen_at: now,
        })),
      )
      .execute(),
  );
  await inChunks(plan.newVersions, (rows) =>
    tx
      .insertInto('posting_versions')
      .values(
        rows.map(({ hash, postingId, sources, since }) => ({
          hash,
          posting_id: postingId,
          en_source: sources.en,
          fr_source: sources.fr,
          process_source: sources.process,
          recorded_at: since,
        })),
      )
      // A text that is advertised again is the latest again.
      .onConflict((conflict) =>
        conflict
          .column('hash')
          .doUpdateSet((row) => ({ recorded_at: row.ref('excluded.recorded_at') })),
      )
      .execute(),
  );
  // Retired first: a posting has one current address in each language.
  for (const { lang, slug } of plan.retired) {
    await setCurrent(tx, lang, slug, { is_current: false });
  }
  for (const { lang, slug, since } of plan.resumed) {
    await setCurrent(tx, lang, slug, { is_current: true, since });
  }
  await inChunks(plan.given, (rows) =>
    tx
      .insertInto('posting_slugs')
      .values(
        rows.map(({ lang, slug, postingId, since }) => ({
          lang,
          slug,
          posting_id: postingId,
          is_current: true,
          since,
        })),
      )
      .execute(),
  );
  const { newPostings, newVersions, retired, resumed, given } = plan;
  return [newPostings, newVersions, retired, resumed, given].some(({ length }) => length > 0);
}

async function setCurrent(
  tx: Tx,
  lang: 'en' | 'fr',
  slug: string,
  values: { is_current: boolean; since?: Date },
): Promise<void> {
  await tx
    .updateTable('posting_slugs')
    .set(values)
    .where('lang', '=', lang)
    .where('slug', '=', slug)
    .execute();
}

async function inChunks<Row>(
  rows: readonly Row[],
  write: (chunk: Row[]) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    await write(rows.slice(start, start + rowsAtOnce));
  }
}

async function readSources(
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
