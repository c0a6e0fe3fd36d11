import { Decrypter, Encrypter, armor, generateIdentity, identityToRecipient } from 'age-encryption';
import { bech32 } from '@scure/base';
import { passphraseIdentity, passphraseRecipient } from './age-passphrase.ts';

/** A pair of keys of age: the `identity` opens what was sealed to the `recipient`. */
export type KeyPair = { identity: string; recipient: string };

/** Sealed texts grow in steps of so many bytes, so that their length says little of what they say. */
const paddedTo = 512;

/** A new random pair. */
export async function newKeyPair(): Promise<KeyPair> {
  const identity = await generateIdentity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** The pair whose secret half is these 32 bytes. */
export async function keyPairOf(secret: Uint8Array): Promise<KeyPair> {
  const words = bech32.toWords(secret);
  const identity = bech32.encode('age-secret-key-', words, false).toUpperCase();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** Null for a text that is no identity of age ("AGE-SECRET-KEY-1…"). */
export async function keyPairOfIdentity(text: string): Promise<KeyPair | null> {
  const identity = text.trim().toUpperCase();
  if (!/^AGE-SECRET-KEY-1[0-9A-Z]{58}$/.test(identity)) return null;
  try {
    return { identity, recipient: await identityToRecipient(identity) };
  } catch {
    return null;
  }
}

/** Encrypts a text to one recipient: an armored age file, which the program `age` opens as well. */
export async function sealTo(recipient: string, text: string): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const bytes = Buffer.byteLength(text);
  const padding = ' '.repeat((paddedTo - (bytes % paddedTo)) % paddedTo);
  return armor.encode(await encrypter.encrypt(text + padding));
}

/** The text, without the spaces at its end; null where it was sealed to somebody else, or changed. */
export async function openWith(identity: string, sealed: string): Promise<string | null> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    return (await decrypter.decrypt(armor.decode(sealed), 'text')).trimEnd();
  } catch {
    return null;
  }
}

/** Encrypts a text under a passphrase, as `age --passphrase` does. Takes some tenths of a second. */
export async function lockWithPassphrase(passphrase: string, text: string): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(passphraseRecipient(passphrase));
  return armor.encode(await encrypter.encrypt(text));
}

/** Null where the passphrase is another one, or the text was changed. */
export async function unlockWithPassphrase(
  passphrase: string,
  locked: string,
): Promise<string | null> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(passphraseIdentity(passphrase));
  try {
    return await decrypter.decrypt(armor.decode(locked), 'text');
  } catch {
    return null;
  }
}
