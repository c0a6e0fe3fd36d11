import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database';
import type { Ids } from '#platform/ids';
import type { Held } from '../gate/admission.ts';
import type { ContentProblem } from '../problem.ts';
import type { Memory } from './memory.ts';
import type { Origin } from '../provenance.ts';
import { type Found, type RecordingPlan, planRecording } from './plan.ts';
import { inChunks, readMemory, readOverridden, readSources } from './recall.ts';
import type { VersionSources } from './version.ts';

/** Key of the advisory lock under which the catalogue is recorded: "Tandem postings", invented. */
const lockKey = 7_263_360_001;

/** What becomes of the pairs of a folder, and of the postings that no pair makes. */
export type Decision = Omit<Found, 'heldKeys'> & {
  readonly held: readonly Held[];
  /** Keys whose last good text is shown instead. */
  readonly brokenKeys: readonly string[];
};

export type Recorded = {
  /** As it is after the recording. */
  memory: Memory;
  held: readonly Held[];
  problems: readonly ContentProblem[];
  /** Last advertised texts of the postings in `brokenKeys`, by key. */
  lastGood: ReadonlyMap<string, VersionSources>;
};

/**
 * Writes down what is advertised, in one transaction: after it, every admitted pair has an id,
 * addresses and its exact text in the database. What to admit, and what was withdrawn, is decided
 * from the memory found under the lock.
 * Throws where the database is away; nothing is then written.
 */
export async function recordCatalogue(
  db: Db,
  ids: Ids,
  now: Date,
  decide: (memory: Memory, overridden: ReadonlySet<string>) => Decision,
): Promise<Recorded> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${lockKey})`.execute(tx);
    const before = await readMemory(tx);
    const decision = decide(before, await readOverridden(tx));
    const heldKeys = decision.held.map(({ pair }) => pair.translationKey);
    const plan = planRecording(before, { ...decision, heldKeys }, ids, now);
    const changes = await applyPlan(tx, plan, now);
    return {
      memory: changes ? await readMemory(tx) : before,
      held: decision.held,
      problems: plan.problems,
      lastGood: await readSources(tx, before, decision.brokenKeys),
    };
  });
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
        rows.map(({ hash, postingId, sources, since, origin }) => ({
          hash,
          posting_id: postingId,
          en_source: sources.en,
          fr_source: sources.fr,
          process_source: sources.process,
          recorded_at: since,
          ...originColumns(origin),
        })),
      )
      // A text that is advertised again is the latest again.
      .onConflict((conflict) =>
        conflict.column('hash').doUpdateSet((row) => ({
          recorded_at: row.ref('excluded.recorded_at'),
          commit_id: row.ref('excluded.commit_id'),
          commit_author: row.ref('excluded.commit_author'),
          committed_at: row.ref('excluded.committed_at'),
          uncommitted: row.ref('excluded.uncommitted'),
        })),
      )
      .execute(),
  );
  await inChunks(plan.publications, (rows) =>
    tx
      .insertInto('posting_publications')
      .values(
        rows.map(({ postingId, versionHash, draft, since }) => ({
          posting_id: postingId,
          version_hash: versionHash,
          draft,
          since,
        })),
      )
      .execute(),
  );
  await inChunks(plan.firstReady, (postingIds) =>
    tx.updateTable('postings').set({ first_seen_at: now }).where('id', 'in', postingIds).execute(),
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
  const { newPostings, newVersions, publications, firstReady, retired, resumed, given } = plan;
  return [newPostings, newVersions, publications, firstReady, retired, resumed, given].some(
    ({ length }) => length > 0,
  );
}

/** The columns in which a version's origin is kept. */
export function originColumns(origin: Origin | null) {
  return {
    commit_id: origin?.commit?.id ?? null,
    commit_author: origin?.commit?.author ?? null,
    committed_at: origin?.commit?.at ?? null,
    uncommitted: origin?.uncommitted ?? false,
  };
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
