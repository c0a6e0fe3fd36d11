import { createHmac } from 'node:crypto';
import type { ApplicationInput } from './model.ts';

/**
 * The submission key of answers that came without a form of ours: a UUID made of the answers
 * themselves, with our secret. The same answers to the same posting are the same application,
 * however often a program or a double click sends them; nobody else can compute the key, which
 * opens the receipt.
 */
export function contentKey(
  secret: string,
  postingId: string,
  input: ApplicationInput,
  resumeSha256: string | null,
): string {
  const { name, email, phone, statement, workSamples, heardFrom, correspondenceLang } = input;
  const said: unknown[] = [name, email.toLowerCase(), phone, statement, workSamples, heardFrom];
  // Only where there are some, so that the keys of before stay what they were.
  if (Object.keys(input.answers).length > 0) said.push(input.answers);
  if (input.preference) said.push(input.preference);
  const bytes = createHmac('sha256', secret)
    .update(`answers\n${JSON.stringify([postingId, said, correspondenceLang, resumeSha256])}`)
    .digest()
    .subarray(0, 16);
  // RFC 9562: version 8 (made by the application), variant 10.
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
