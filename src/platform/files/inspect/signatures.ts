/** Bytes that show which format begins at a place. Sources: each format's own specification. */
export const SIGNATURES = {
  zipEntry: Buffer.from('504b0304', 'hex'),
  zipEnd: Buffer.from('504b0506', 'hex'),
  zipSpanned: Buffer.from('504b0708', 'hex'),
  compoundFile: Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  rtf: Buffer.from('{\\rtf', 'latin1'),
  pdf: Buffer.from('%PDF-', 'latin1'),
} as const;

/** Readers look for a PDF header only this far into a file (ISO 32000-1, implementation note 13). */
export const PDF_HEADER_WINDOW = 1024;

/** True if `bytes` holds `signature` at `offset`. */
export function hasSignature(bytes: Buffer, signature: Buffer, offset = 0): boolean {
  return bytes.subarray(offset, offset + signature.length).equals(signature);
}

const FOREIGN_ANYWHERE = [
  ['zip', SIGNATURES.zipEntry],
  ['zip', SIGNATURES.zipEnd],
] as const;

const FOREIGN_MARKUP = /<(?:!doctype\s+html|html|script|svg|iframe|body|\?php)[\s>/]/i;

const FOREIGN_AT_START: readonly (readonly [string, Buffer])[] = [
  ...FOREIGN_ANYWHERE,
  ['exe', Buffer.from('MZ', 'latin1')],
  ['elf', Buffer.from('7f454c46', 'hex')],
  ['class', Buffer.from('cafebabe', 'hex')],
  ['gif', Buffer.from('GIF8', 'latin1')],
  ['png', Buffer.from('89504e47', 'hex')],
  ['jpg', Buffer.from('ffd8ff', 'hex')],
  ['rar', Buffer.from('Rar!', 'latin1')],
  ['7z', Buffer.from('377abcaf271c', 'hex')],
  ['cfb', SIGNATURES.compoundFile],
  ['ps', Buffer.from('%!PS', 'latin1')],
];

/**
 * Names a second format hidden in a part of a file that should hold none, such as what precedes
 * or follows a PDF; null if there is no sign of one.
 */
export function foreignContent(part: Buffer): string | null {
  for (const [name, signature] of FOREIGN_ANYWHERE) {
    if (part.includes(signature)) return name;
  }
  if (FOREIGN_MARKUP.test(part.toString('latin1'))) return 'html';
  return foreignStart(part, 0);
}

/** Names a second format that begins at `offset`, blanks aside; null if there is no sign of one. */
export function foreignStart(bytes: Buffer, offset: number): string | null {
  let start = offset;
  while (start < bytes.length && isBlank(bytes[start])) start++;
  for (const [name, signature] of FOREIGN_AT_START) {
    if (hasSignature(bytes, signature, start)) return name;
  }
  return null;
}

/** White space and NUL as PDF defines them (ISO 32000-1, table 1). */
export function isBlank(byte: number | undefined): boolean {
  return (
    byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x0c || byte === 0
  );
}

/** The length of `bytes` once the blanks that some systems pad files with are left off. */
export function lengthWithoutPadding(bytes: Buffer): number {
  let end = bytes.length;
  while (end > 0 && isBlank(bytes[end - 1])) end--;
  return end;
}
