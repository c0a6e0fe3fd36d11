import { open } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import { refused, type Inspection } from './inspect/inspection.ts';
import { inspectPackage } from './inspect/office-package.ts';
import { findPdfHeader, inspectPdf } from './inspect/pdf.ts';
import { inspectRtf, inspectText, isBlankFile } from './inspect/plain-text.ts';
import { hasSignature, SIGNATURES } from './inspect/signatures.ts';
import { inspectCompoundFile } from './inspect/word-binary.ts';
import { endsAsZip } from './inspect/zip-end.ts';

/**
 * Proves what kind of document a file is, from its content alone: its name and the media type a
 * browser declared play no part. A DOCX called `.pdf` is accepted as a DOCX.
 *
 * Reads the file into memory, so `maxBytes` (bytes) also bounds that. Refusals:
 * - `empty`: no bytes, or nothing but white space;
 * - `too-large`: more than `maxBytes`;
 * - `unsupported-type`: another format; `detected` names it when it is known;
 * - `encrypted`: needs a password or restricts its use, so nobody can scan or read it through;
 * - `polyglot`: can be read as a second format as well, or hides bytes around a document;
 * - `damaged`: cut off or broken;
 * - `archive-bomb`: unpacks to far more than it should, or its parts overlap;
 * - `macros`: carries a program.
 *
 * Rejects only if the file cannot be read.
 */
export async function inspectDocument(
  path: string,
  { maxBytes }: { maxBytes: number },
): Promise<Inspection> {
  const bytes = await readUpTo(path, maxBytes);
  if (bytes === null) return refused('too-large');
  if (isBlankFile(bytes)) return refused('empty');

  // First, because readers find a PDF behind other bytes: nothing else may contain its header here.
  const pdfHeader = findPdfHeader(bytes);
  if (pdfHeader !== -1) return inspectPdf(bytes, pdfHeader);
  if (hasSignature(bytes, SIGNATURES.zipEntry)) return inspectPackage(bytes);
  if (hasSignature(bytes, SIGNATURES.zipEnd) || hasSignature(bytes, SIGNATURES.zipSpanned)) {
    return refused('unsupported-type', 'zip');
  }
  if (endsAsZip(bytes)) return refused('polyglot', 'zip');
  if (hasSignature(bytes, SIGNATURES.compoundFile)) return inspectCompoundFile(bytes);
  if (hasSignature(bytes, SIGNATURES.rtf)) return inspectRtf(bytes);
  return inspectText(bytes) ?? refused('unsupported-type', await nameOf(bytes));
}

/** Null if the file is larger, also if it grows while it is read. */
async function readUpTo(path: string, maxBytes: number): Promise<Buffer | null> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size > maxBytes) return null;
    const buffer = Buffer.alloc(size + 1);
    let length = 0;
    while (length < buffer.length) {
      const { bytesRead } = await file.read(buffer, length, buffer.length - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return length > size ? null : buffer.subarray(0, length);
  } finally {
    await file.close();
  }
}

/** Only for the message to the person, so a sample is enough and a failure does not matter. */
async function nameOf(bytes: Buffer): Promise<string | undefined> {
  try {
    return (await fileTypeFromBuffer(bytes.subarray(0, 4_100)))?.ext;
  } catch {
    return undefined;
  }
}
