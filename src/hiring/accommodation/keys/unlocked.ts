import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '#platform/clock';
import type { KeyPair } from '#platform/sealing';

/** A custodian's key, open in the memory of this process. */
export type UnlockedKey = KeyPair & { keyId: string };

/** Minutes without use after which a key is locked again. */
export const unlockedMinutes = 30;

/**
 * Keys that custodians unlocked: in memory only, each for the one person and browser that unlocked
 * it. A restart locks them all.
 */
export type UnlockedKeys = {
  /** Answers the text for the browser's cookie: it opens nothing without this process. */
  keep(staffId: string, key: UnlockedKey): string;
  /** Null where nothing is unlocked for this person in this browser, or for too long unused. */
  find(staffId: string, token: string | undefined): UnlockedKey | null;
  lock(token: string | undefined): void;
  /** Locks all that a person unlocked, in whichever browser. */
  lockAll(staffId: string): void;
};

export function createUnlockedKeys(clock: Clock): UnlockedKeys {
  const kept = new Map<string, { staffId: string; key: UnlockedKey; usedAt: number }>();
  const isStale = (usedAt: number): boolean =>
    clock().getTime() - usedAt > unlockedMinutes * 60_000;

  function sweep(): void {
    for (const [name, { usedAt }] of kept) if (isStale(usedAt)) kept.delete(name);
  }

  return {
    keep(staffId, key) {
      sweep();
      const token = randomBytes(32).toString('base64url');
      kept.set(nameOf(token), { staffId, key, usedAt: clock().getTime() });
      return token;
    },
    find(staffId, token) {
      sweep();
      const found = token === undefined ? undefined : kept.get(nameOf(token));
      if (!found || found.staffId !== staffId) return null;
      found.usedAt = clock().getTime();
      return found.key;
    },
    lock(token) {
      if (token !== undefined) kept.delete(nameOf(token));
    },
    lockAll(staffId) {
      for (const [name, entry] of kept) if (entry.staffId === staffId) kept.delete(name);
    },
  };
}

function nameOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
