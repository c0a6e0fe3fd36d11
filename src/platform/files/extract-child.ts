/**
 * Runs in a process of its own, started by `createExtractor`: takes a document from standard input
 * and its type and the limit of text (bytes) from the command line, and writes the text blocks as
 * JSON to standard output. Exits with 1, saying nothing about the document, if it cannot be read.
 */
import { buffer as readWhole } from 'node:stream/consumers';
import { extractDoc } from './extract/doc.ts';
import { extractDocx } from './extract/docx.ts';
import { extractOdt } from './extract/odt.ts';
import { extractPdf } from './extract/pdf.ts';
import { extractPlainText } from './extract/plain-text.ts';
import { extractRtf } from './extract/rtf.ts';
import type { ExtractedBlocks } from './extract/text-block.ts';

type Extract = (bytes: Buffer, maxBytes: number) => ExtractedBlocks | Promise<ExtractedBlocks>;

const EXTRACTORS = new Map<string, Extract>([
  ['pdf', extractPdf],
  ['docx', extractDocx],
  ['doc', extractDoc],
  ['odt', extractOdt],
  ['rtf', extractRtf],
  ['txt', extractPlainText],
]);

try {
  const [type, maxBytes] = process.argv.slice(2);
  const extract = EXTRACTORS.get(type ?? '');
  if (extract === undefined) throw new Error('This type has no text to extract.');
  const extracted = await extract(await readWhole(process.stdin), Number(maxBytes));
  process.stdout.write(JSON.stringify(extracted));
} catch {
  process.exitCode = 1;
}
