import { hasSignature, SIGNATURES } from './signatures.ts';

const END_RECORD_LENGTH = 22;
const MAX_COMMENT_LENGTH = 0xffff;
const ZIP64_LOCATOR = Buffer.from('504b0607', 'hex');
const ZIP64_LOCATOR_LENGTH = 20;

/** An end-of-central-directory record (PKWARE APPNOTE.TXT, 4.3.16). */
export interface ZipEnd {
  /** How many bytes lie before the directory that its own offset does not account for. */
  unaccounted: number;
  commentLength: number;
  /** Bytes after the record and its comment; an archive proper has none. */
  trailing: number;
}

/** The end records where a ZIP reader looks for one: the last first, comments included. */
export function findZipEnds(bytes: Buffer): ZipEnd[] {
  const window = bytes.subarray(-(END_RECORD_LENGTH + MAX_COMMENT_LENGTH));
  const windowStart = bytes.length - window.length;
  const found: ZipEnd[] = [];
  let offset = window.length - END_RECORD_LENGTH;
  while (offset >= 0) {
    offset = window.lastIndexOf(SIGNATURES.zipEnd, offset);
    if (offset === -1) break;
    const commentLength = window.readUInt16LE(offset + 20);
    const trailing = window.length - offset - END_RECORD_LENGTH - commentLength;
    if (trailing >= 0) {
      const isZip64 =
        offset >= ZIP64_LOCATOR_LENGTH &&
        hasSignature(window, ZIP64_LOCATOR, offset - ZIP64_LOCATOR_LENGTH);
      const directoryEnd = window.readUInt32LE(offset + 12) + window.readUInt32LE(offset + 16);
      const unaccounted = isZip64 ? 0 : windowStart + offset - directoryEnd;
      found.push({ unaccounted, commentLength, trailing });
    }
    offset--;
  }
  return found;
}

/**
 * True if a ZIP reader, which starts at the end, would take the file for an archive. Only a record
 * that closes the file exactly counts: office documents and PDFs may hold archives inside.
 */
export function endsAsZip(bytes: Buffer): boolean {
  return findZipEnds(bytes).some((end) => end.trailing === 0);
}
