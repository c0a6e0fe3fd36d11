import { hkdfSync, randomBytes } from 'node:crypto';
import { type KeyPair, keyPairOf } from '#platform/sealing';

/** Crockford's base 32: a code survives being read aloud and written down. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Twenty letters of five bits: no search through them ends. */
const letters = 20;

/** A candidate's code: with it, and with nothing that we keep, their case opens. "K7QM-…", 5 × 4. */
export function newCode(): string {
  const code = Array.from(randomBytes(letters), (byte) => alphabet[byte % alphabet.length]).join(
    '',
  );
  return grouped(code);
}

/** Reads a code however it was typed; null for what is none. */
export function parseCode(text: string | undefined): string | null {
  const code = (text ?? '')
    .toUpperCase()
    .replaceAll(/[\s‐-―-]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return code.length === letters && [...code].every((letter) => alphabet.includes(letter))
    ? grouped(code)
    : null;
}

/** The pair of keys that a code stands for. Made anew each time, and never written down. */
export function keyPairOfCode(code: string): Promise<KeyPair> {
  const secret = hkdfSync('sha256', code, '', 'tandem accommodation code', 32);
  return keyPairOf(new Uint8Array(secret));
}

function grouped(code: string): string {
  return code.replaceAll(/(.{4})(?=.)/g, '$1-');
}
