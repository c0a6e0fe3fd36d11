import { createSeal } from '#platform/sealing';

/** Turns the last row of a page into the address of the next one, and back. */
export type Cursors = {
  /** `list` names the list and its order; `keys` are the row's sort keys. */
  seal(list: string, keys: readonly string[]): string;
  /** Null where the text was not sealed by us, for this list and order. */
  open(list: string, text: string): string[] | null;
};

/**
 * Cursors sealed under the site's secret. The keys of a list sorted by name are a person's name:
 * encrypted, it does not end up in browser histories and in logs of proxies; authenticated, nothing
 * but what we wrote reaches a query.
 */
export function createCursors(secret: string): Cursors {
  const seal = createSeal(secret, 'desk-list-cursor-1');
  return {
    seal: (list, keys) => seal.close(list, JSON.stringify(keys)),
    open(list, text) {
      const keys = seal.open(list, text);
      return keys === null ? null : (JSON.parse(keys) as string[]);
    },
  };
}
