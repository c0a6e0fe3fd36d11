import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { type Identity, type Recipient, Stanza } from 'age-encryption';

/**
 * The passphrase stanza of age (C2SP age, "scrypt recipient stanza"), derived by Node's scrypt on a
 * thread of its own: the library's own would stop every other request for a second.
 */
const label = 'age-encryption.org/v1/scrypt';
/** 2^16 rounds of 1 KiB: 64 MiB and some tenths of a second for each guess. */
const workFactor = 16;
/** What is read is never dearer than what we write. */
const memory = 2 ** (workFactor + 11);
const saltBytes = 16;
const tagBytes = 16;
/** The key is used once, for one file key. */
const nonce = Buffer.alloc(12);

export function passphraseRecipient(passphrase: string): Recipient {
  return {
    async wrapFileKey(fileKey) {
      const salt = randomBytes(saltBytes);
      const cipher = createCipheriv('chacha20-poly1305', await derive(passphrase, salt), nonce, {
        authTagLength: tagBytes,
      });
      const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
      return [new Stanza(['scrypt', withoutPadding(salt), String(workFactor)], body)];
    },
  };
}

export function passphraseIdentity(passphrase: string): Identity {
  return {
    async unwrapFileKey(stanzas) {
      const [stanza, ...others] = stanzas;
      const [kind, salt = '', factor] = stanza?.args ?? [];
      if (!stanza || others.length > 0 || kind !== 'scrypt' || factor !== String(workFactor)) {
        return null;
      }
      const key = await derive(passphrase, Buffer.from(salt, 'base64'));
      const decipher = createDecipheriv('chacha20-poly1305', key, nonce, {
        authTagLength: tagBytes,
      }).setAuthTag(stanza.body.subarray(-tagBytes));
      try {
        const opened = decipher.update(stanza.body.subarray(0, -tagBytes));
        return new Uint8Array(Buffer.concat([opened, decipher.final()]));
      } catch {
        return null;
      }
    },
  };
}

function derive(passphrase: string, salt: Uint8Array): Promise<Buffer> {
  const salted = Buffer.concat([Buffer.from(label), salt]);
  const options = { N: 2 ** workFactor, r: 8, p: 1, maxmem: memory };
  return new Promise((resolve, reject) => {
    // The same letters typed on another keyboard are the same passphrase.
    scrypt(passphrase.normalize('NFKC'), salted, 32, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

function withoutPadding(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
