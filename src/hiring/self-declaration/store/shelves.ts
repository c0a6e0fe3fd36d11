import { z } from 'zod';
import { createSeal } from '#platform/sealing';
import { type Declaration, uses } from '../model.ts';
import type { Pseudonym } from './pseudonyms.ts';

/** How many shelves there are: few, so that each holds many people's declarations. */
export const shelfCount = 16;

/** Characters to which a shelf is filled up: some thirty declarations, so that its size tells nothing. */
const block = 8192;

/** The declarations of a shelf, by pseudonym. */
export type Contents = Map<Pseudonym, Declaration>;

/** Seals a shelf's declarations as one text, and opens it again. */
export type Shelves = {
  shelfOf(pseudonym: Pseudonym): number;
  close(shelf: number, contents: Contents): string;
  /** Null where it was sealed under another key, or for another shelf. */
  open(shelf: number, sealed: string): Contents | null;
};

const answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('groups'), groups: z.array(z.string()), use: z.enum(uses) }),
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('undisclosed') }),
]);

const written = z.array(
  z.tuple([z.string(), z.strictObject({ postingId: z.string(), day: z.string(), answer })]),
);

export function createShelves(equityKey: string): Shelves {
  const seal = createSeal(equityKey, 'self-declaration-shelves-1');
  return {
    shelfOf: (pseudonym) => (Buffer.from(pseudonym, 'base64url')[0] ?? 0) % shelfCount,
    close(shelf, contents) {
      // By pseudonym, which is as good as shuffled: the order of arrival is not kept.
      const entries = [...contents].sort(([a], [b]) => (a < b ? -1 : 1));
      const text = JSON.stringify(entries);
      const bytes = Buffer.byteLength(text);
      const filled = Math.max(1, Math.ceil(bytes / block)) * block;
      return seal.close(contextOf(shelf), text + ' '.repeat(filled - bytes));
    },
    open(shelf, sealed) {
      const text = seal.open(contextOf(shelf), sealed);
      if (text === null) return null;
      return new Map(written.parse(JSON.parse(text)) as [Pseudonym, Declaration][]);
    },
  };
}

function contextOf(shelf: number): string {
  return `shelf ${shelf}`;
}
