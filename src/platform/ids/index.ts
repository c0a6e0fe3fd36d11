import { randomBytes, randomInt, randomUUID } from 'node:crypto';

/** Source of identifiers. Passed in, so that tests can predict them. */
export type Ids = {
  /** UUID for a row. */
  uuid(): string;
  /** Unguessable URL-safe secret of 256 bits. */
  secret(): string;
  /** Application reference that people read aloud and type: "T-7K3M-9QXD". */
  reference(): string;
};

/** Whether a text is a UUID as we write them: what a row's id in an address must be. */
export function isUuid(text: string | undefined): text is string {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text ?? '');
}

/** Crockford's base 32: no I, L, O or U, so that a reference survives a phone call. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function block(): string {
  return Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
}

export const randomIds: Ids = {
  uuid: () => randomUUID(),
  secret: () => randomBytes(32).toString('base64url'),
  reference: () => `T-${block()}-${block()}`,
};
