import type { Db } from '#platform/database';
import type { LoadedContent } from '../loader/load.ts';
import type { Pair } from '../loader/pair.ts';
import type { Origin, Provenance } from '../provenance.ts';
import type { Memory } from './memory.ts';
import { originColumns } from './record.ts';
import { versionOf } from './version.ts';

export type OriginOf = (pair: Pair) => Origin | null;

/** Where the versions come from that the database does not know as the latest ones. */
export async function lookUpOrigins(
  provenance: Provenance | null,
  { pairs, root }: LoadedContent,
  memory: Memory,
): Promise<OriginOf> {
  const fresh = pairs.filter(
    (pair) => memory.byKey.get(pair.translationKey)?.version?.hash !== versionOf(pair),
  );
  const origins = await originsOf(provenance, root, fresh);
  return (pair) => origins.get(pair) ?? null;
}

/**
 * Looks again at the versions whose text was in no commit: an author commits after looking at the
 * site. Writes down what was found and resolves to whether anything was.
 */
export async function noteCommitted(
  db: Db,
  provenance: Provenance | null,
  { pairs, root }: LoadedContent,
  memory: Memory,
): Promise<boolean> {
  const open = pairs.filter((pair) => {
    const version = memory.byKey.get(pair.translationKey)?.version;
    return version?.uncommitted && version.hash === versionOf(pair);
  });
  let changed = false;
  for (const [pair, origin] of await originsOf(provenance, root, open)) {
    if (origin.uncommitted) continue;
    changed = true;
    await db
      .updateTable('posting_versions')
      .set(originColumns(origin))
      .where('hash', '=', versionOf(pair))
      .execute();
  }
  return changed;
}

async function originsOf(
  provenance: Provenance | null,
  root: string | null,
  pairs: readonly Pair[],
): Promise<Map<Pair, Origin>> {
  if (!provenance || root === null || pairs.length === 0) return new Map();
  const groups = pairs.map(({ halves: { en, fr }, factsFile }) =>
    [en.text.file, fr.text.file, factsFile?.file].filter((file) => file !== undefined),
  );
  const origins = await provenance.originsOf(root, groups);
  return new Map(origins?.map((origin, index) => [pairs[index]!, origin]));
}
