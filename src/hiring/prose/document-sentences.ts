import type { Block, Document } from './model.ts';

/** A sentence with the block that it stands in; offsets are those of the block's text. */
export type DocumentSentence = {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
  readonly text: string;
};

/** Every sentence of a document, in reading order. */
export function* sentencesOfDocument(document: Document): Generator<DocumentSentence> {
  for (const block of document.blocks) {
    if (block.kind === 'code') continue;
    for (const { start, end } of block.sentences) {
      yield { block, start, end, text: block.text.slice(start, end) };
    }
  }
}
