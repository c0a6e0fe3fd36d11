import { Decrypter, Encrypter, armor } from 'age-encryption';
import { expect, it } from 'vitest';
import {
  keyPairOf,
  keyPairOfIdentity,
  lockWithPassphrase,
  newKeyPair,
  openWith,
  sealTo,
  unlockWithPassphrase,
} from './age.ts';

it('opens what was sealed to the pair, and to no other', async () => {
  const [mine, other] = await Promise.all([newKeyPair(), newKeyPair()]);
  const sealed = await sealTo(mine.recipient, 'Zoë');
  expect(sealed).toContain('BEGIN AGE ENCRYPTED FILE');
  expect(await openWith(mine.identity, sealed)).toBe('Zoë');
  expect(await openWith(other.identity, sealed)).toBeNull();
  const changed = armor.decode(sealed);
  changed[changed.length - 20]! ^= 1;
  expect(await openWith(mine.identity, armor.encode(changed))).toBeNull();
  expect(await openWith(mine.identity, '')).toBeNull();
});

it('says little of how long a text is', async () => {
  const { recipient } = await newKeyPair();
  const lengths = await Promise.all(['a', 'b'.repeat(500)].map((text) => sealTo(recipient, text)));
  expect(new Set(lengths.map(({ length }) => length)).size).toBe(1);
});

it('makes the same pair of the same secret, in the form that age writes', async () => {
  const secret = new Uint8Array(32).fill(7);
  const pair = await keyPairOf(secret);
  expect(pair).toEqual(await keyPairOf(secret));
  expect(pair.identity).toMatch(/^AGE-SECRET-KEY-1[0-9A-Z]{58}$/);
  expect(await keyPairOfIdentity(` ${pair.identity.toLowerCase()}\n`)).toEqual(pair);
  expect(await keyPairOfIdentity(pair.identity.replace(/.$/, 'B'))).toBeNull();
  expect(await keyPairOfIdentity('')).toBeNull();
});

it('locks under a passphrase as the library itself does', async () => {
  const locked = await lockWithPassphrase('quatre mots bien à moi', 'a key');
  expect(await unlockWithPassphrase('quatre mots bien à moi', locked)).toBe('a key');
  expect(await unlockWithPassphrase('quatre mots bien à moi'.normalize('NFD'), locked)).toBe(
    'a key',
  );
  expect(await unlockWithPassphrase('quatre mots bien à toi', locked)).toBeNull();
  const theirs = new Decrypter();
  theirs.addPassphrase('quatre mots bien à moi');
  expect(await theirs.decrypt(armor.decode(locked), 'text')).toBe('a key');
});

it('refuses to work harder than it writes, whoever asks', async () => {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(4);
  encrypter.setPassphrase('a passphrase');
  const cheap = armor.encode(await encrypter.encrypt('a key'));
  expect(await unlockWithPassphrase('a passphrase', cheap)).toBeNull();
});
