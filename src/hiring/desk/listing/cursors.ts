import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/** Turns the last row of a page into the address of the next one, and back. */
export type Cursors = {
  /** `list` names the list and its order; `keys` are the row's sort keys. */
  seal(list: string, keys: readonly string[]): string;
  /** Null where the text was not sealed by us, for this list and order. */
  open(list: string, text: string): string[] | null;
};

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Cursors sealed under the site's secret. The keys of a list sorted by name are a person's name:
 * encrypted, it does not end up in browser histories and in logs of proxies; authenticated, nothing
 * but what we wrote reaches a query.
 */
export function createCursors(secret: string): Cursors {
  const key = createHmac('sha256', secret).update('desk-list-cursor-1').digest();
  return {
    seal(list, keys) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(list));
      const sealed = Buffer.concat([cipher.update(JSON.stringify(keys)), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    open(list, text) {
      const bytes = Buffer.from(text, 'base64url');
      if (bytes.length <= nonceBytes + tagBytes) return null;
      const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceBytes))
        .setAAD(Buffer.from(list))
        .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      try {
        const opened = [decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()];
        return JSON.parse(Buffer.concat(opened).toString('utf8')) as string[];
      } catch {
        return null;
      }
    },
  };
}
