import { createHmac } from 'node:crypto';

/** Stands for an application where declarations are kept: 43 characters that say nothing. */
export type Pseudonym = string & { readonly pseudonym: true };

export type Pseudonyms = (applicationId: string) => Pseudonym;

/**
 * Makes the pseudonym of an application: HMAC-SHA256 under the equity key. It leads one way. Who has
 * the key can ask for an application's declaration, and so count declarations at the stages of which
 * the hiring side gives a list; nobody gets from a declaration to an application, and without the
 * key nobody gets from either to the other.
 */
export function createPseudonyms(equityKey: string): Pseudonyms {
  const key = createHmac('sha256', equityKey).update('self-declaration-pseudonyms-1').digest();
  return (applicationId) =>
    createHmac('sha256', key).update(applicationId).digest('base64url') as Pseudonym;
}
