import { createBlockList, type ExtractedBlocks } from './text-block.ts';

/**
 * The text of a DOC: body, text boxes, then notes; headers and footers are left out. The library
 * tells no headings or lists apart, so everything is a paragraph.
 */
export async function extractDoc(bytes: Buffer, maxBytes: number): Promise<ExtractedBlocks> {
  const { default: WordExtractor } = await import('word-extractor');
  const document = await new WordExtractor().extract(bytes);
  const asIs = { filterUnicode: false };
  const parts = [
    document.getBody(asIs),
    document.getTextboxes({ ...asIs, includeHeadersAndFooters: false }),
    document.getFootnotes(asIs),
    document.getEndnotes(asIs),
  ];
  const list = createBlockList(maxBytes);
  for (const part of parts) {
    for (const text of part.split('\n')) list.add({ kind: 'paragraph', text });
  }
  return list.result();
}
