import type { SelfDeclarationDeps } from './deps.ts';
import { type Doors, createDoors } from './doors.ts';
import type { Declaration, DeclaringFor, EquityGroup } from './model.ts';
import type { Answer } from './model.ts';
import { type Pseudonyms, createPseudonyms } from './store/pseudonyms.ts';
import { createShelves } from './store/shelves.ts';
import { createDeclarationStore } from './store/store.ts';

/** Self-declaration: it holds the equity key, and nobody gets the key from it. */
export type SelfDeclaration = {
  /** False where the shelves were sealed under another key: nothing is offered then. */
  available: boolean;
  groups: readonly EquityGroup[];
  doors: Doors;
  find(applicationId: string): Promise<Declaration | null>;
  declare(application: DeclaringFor, answer: Answer): Promise<void>;
  withdraw(applicationId: string): Promise<void>;
  /** Takes away what was declared for applications whose time to be kept has passed. */
  dispose(applicationIds: readonly string[]): Promise<void>;
  /** Seals all shelves anew, as is done every hour: none shows any more when it was last used. */
  stir(): Promise<void>;
  stop(): void;
};

/** How often shelves are stirred, in milliseconds: an hour. */
const stirEvery = 3_600_000;

export async function createSelfDeclaration({
  equityDb,
  equityKey,
  groups,
  clock,
  log,
}: SelfDeclarationDeps): Promise<SelfDeclaration> {
  const pseudonymOf: Pseudonyms = createPseudonyms(equityKey);
  const store = createDeclarationStore(equityDb, createShelves(equityKey));
  const available = await store.prepare();
  if (!available) log.error({}, 'self-declarations are sealed under another key: none are taken');
  const stirring = setInterval(() => {
    store
      .stir()
      .catch((error: unknown) =>
        log.warn({ reason: nameOf(error) }, 'self-declarations not stirred'),
      );
  }, stirEvery);
  stirring.unref();
  if (!available) clearInterval(stirring);
  return {
    available,
    groups,
    doors: createDoors(equityKey, clock),
    find: (applicationId) => store.find(pseudonymOf(applicationId)),
    declare: ({ applicationId, postingId }, answer) =>
      store.put(pseudonymOf(applicationId), {
        postingId,
        day: clock().toISOString().slice(0, 10),
        answer,
      }),
    withdraw: (applicationId) => store.remove([pseudonymOf(applicationId)]),
    async dispose(applicationIds) {
      // What this key does not open cannot be picked from; applications go all the same.
      if (available) await store.remove(applicationIds.map(pseudonymOf));
    },
    stir: () => store.stir(),
    stop: () => clearInterval(stirring),
  };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
