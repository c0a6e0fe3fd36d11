/** The bytes that Windows-1252 does not define: a file that has one is not text in it. */
const UNDEFINED_IN_WINDOWS_1252 = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

/**
 * Decodes Windows-1252 (WHATWG Encoding). Bytes that are not defined become the control character
 * of the same number.
 */
export function decodeWindows1252(bytes: Buffer): string {
  return new TextDecoder('windows-1252').decode(bytes);
}

/**
 * Decodes a text file: by its byte-order mark (UTF-8, UTF-16), else as UTF-8, else as
 * Windows-1252, which is what older Windows programs write in English and French. The mark is
 * left off. Null if the bytes are text in none of these.
 */
export function decodeText(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeStrictly('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeStrictly('utf-16be', bytes);
  const asUtf8 = decodeStrictly('utf-8', bytes);
  if (asUtf8 !== null) return asUtf8;
  return UNDEFINED_IN_WINDOWS_1252.some((byte) => bytes.includes(byte))
    ? null
    : decodeWindows1252(bytes);
}

function decodeStrictly(encoding: string, bytes: Buffer): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
