import { decodeText } from '../text-decoding.ts';
import { createBlockList, type ExtractedBlocks } from './text-block.ts';

/** The text of a TXT, one paragraph for each run of lines between empty ones. */
export function extractPlainText(bytes: Buffer, maxBytes: number): ExtractedBlocks {
  const text = decodeText(bytes);
  if (text === null) throw new Error('This is not text.');
  const list = createBlockList(maxBytes);
  for (const paragraph of text.replace(/\r\n?/g, '\n').split(/\n[^\S\n]*\n/)) {
    if (list.isFull()) break;
    list.add({ kind: 'paragraph', text: paragraph });
  }
  return list.result();
}
