import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import type { Ids } from '#platform/ids';
import { admit, needsNoVerdict } from '../gate/admission.ts';
import type { Gatekeeper } from '../gate/gatekeeper.ts';
import type { LoadedContent } from '../loader/load.ts';
import type { Pair } from '../loader/pair.ts';
import type { Provenance } from '../provenance.ts';
import { buildCatalogue } from './build.ts';
import type { Catalogue } from './catalogue.ts';
import { lookUpOrigins, noteCommitted } from './look-up-origins.ts';
import { type Memory, isLive } from './memory.ts';
import { readMemory, readOverridden } from './recall.ts';
import { type Decision, recordCatalogue } from './record.ts';
import { versionOf } from './version.ts';

/** Turns what was loaded into what is advertised. Throws where the database is away. */
export type Publisher = {
  /** `unfinished`: some texts are still to be checked; publish the same content again. */
  publish(content: LoadedContent): Promise<{ catalogue: Catalogue; unfinished: boolean }>;
  /** Whether publishing the same content again would change something. */
  isOutdated(content: LoadedContent): Promise<boolean>;
};

type PublisherDeps = {
  db: Db;
  clock: Clock;
  ids: Ids;
  provenance: Provenance | null;
  gatekeeper: Gatekeeper;
  stopped(): boolean;
};

/**
 * Milliseconds of checking before the site is brought up to date with what has passed so far. What
 * one commit changes is far below it, and goes on the site at one instant.
 */
const checkingMs = 2000;

export function createPublisher(deps: PublisherDeps): Publisher {
  const { db, clock, ids, provenance, gatekeeper, stopped } = deps;
  let memory: Memory | null = null;
  /** Texts that were held back, when the site was last brought up to date. */
  let held: ReadonlySet<string> = new Set();
  let up = false;

  return {
    async publish(content) {
      await gatekeeper.open();
      memory ??= await readMemory(db);
      const unfinished = await check(content.pairs, memory);
      const originOf = await lookUpOrigins(provenance, content, memory);
      const recorded = await recordCatalogue(db, ids, clock(), (before, overridden) => {
        const admission = admit(content.pairs, before, overridden, gatekeeper.verdictOf);
        const { withdrawn, brokenKeys } = fateOfMissing(before, content, admission.held);
        return { ...admission, withdrawn, brokenKeys, originOf };
      });
      ({ memory } = recorded);
      held = new Set(recorded.held.map(({ versionHash }) => versionHash));
      return { catalogue: buildCatalogue(content, recorded, gatekeeper.verdictOf), unfinished };
    },
    async isOutdated(content) {
      if (!memory || (await gatekeeper.open())) return true;
      if (await noteCommitted(db, provenance, content, memory)) return true;
      if (held.size === 0) return false;
      const overridden = await readOverridden(db);
      return [...held].some((hash) => overridden.has(hash));
    },
  };

  /** First what waits to go on the site; then, with nothing waiting, what is on it already. */
  async function check(pairs: readonly Pair[], known: Memory): Promise<boolean> {
    const waits = (pair: Pair): boolean => !needsNoVerdict(pair, versionOf(pair), known);
    if (await gatekeeper.check(pairs.filter(waits), checkingMs, stopped)) return true;
    const rest = pairs.filter((pair) => gatekeeper.verdictOf(versionOf(pair)) === null);
    // The site must not wait for warnings: what is up already is checked from the second round on.
    if (up) return gatekeeper.check(rest, checkingMs, stopped);
    up = true;
    return rest.length > 0;
  }
}

/**
 * What to do with the postings that the database knows and no pair makes. A posting that no file
 * claims any more was withdrawn; where a file still claims it, or the folder could not be read
 * whole, it is a slip, and its last good text stays; so it does where a new text is held back.
 */
function fateOfMissing(
  memory: Memory,
  { pairs, incomplete, brokenKeys: broken }: LoadedContent,
  held: Decision['held'],
): { withdrawn: string[]; brokenKeys: string[] } {
  const kept = new Set(held.map(({ pair }) => pair.translationKey));
  const found = new Set(pairs.map(({ translationKey }) => translationKey));
  const withdrawn: string[] = [];
  const brokenKeys: string[] = [];
  for (const [key, known] of memory.byKey) {
    if (!isLive(known)) continue;
    if (kept.has(key)) brokenKeys.push(key);
    else if (found.has(key)) continue;
    else if (incomplete || broken.has(key)) brokenKeys.push(key);
    else withdrawn.push(key);
  }
  return { withdrawn, brokenKeys };
}
