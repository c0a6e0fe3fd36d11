/** A piece of a document's text, to be shown as plain text in an element of its kind. */
export type TextBlock =
  | { kind: 'heading'; /** 1 to 6. */ level: number; text: string }
  /** May hold line breaks and tabs. */
  | { kind: 'paragraph'; text: string }
  | { kind: 'list-item'; /** 1 is the outermost; up to 9. */ level: number; text: string };

export interface ExtractedBlocks {
  blocks: TextBlock[];
  /** True if the document has more text than was asked for. */
  truncated: boolean;
}

/** What a block costs besides its text, so that millions of empty ones are bounded too. */
const BLOCK_BYTES = 32;

export interface BlockList {
  add: (block: TextBlock) => void;
  /** True once there is no room for more. */
  isFull: () => boolean;
  result: () => ExtractedBlocks;
}

/** Collects blocks up to a size in bytes, leaving out those without any text. */
export function createBlockList(maxBytes: number): BlockList {
  const blocks: TextBlock[] = [];
  let bytesLeft = maxBytes;
  let truncated = false;
  return {
    add(block) {
      const text = cleanText(block.text);
      if (text === '') return;
      const cost = Buffer.byteLength(text) + BLOCK_BYTES;
      if (truncated || cost > bytesLeft) {
        if (!truncated && bytesLeft > BLOCK_BYTES) {
          blocks.push({ ...block, text: cutToBytes(text, bytesLeft - BLOCK_BYTES) });
        }
        truncated = true;
        return;
      }
      bytesLeft -= cost;
      blocks.push({ ...block, text });
    },
    isFull: () => truncated,
    result: () => ({ blocks, truncated }),
  };
}

/** Line breaks as line feeds; no other control characters, nor spaces around the text. */
function cleanText(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
      // oxlint-disable-next-line no-control-regex -- control characters are what this is about
      .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\ufeff\ufffe\uffff]/g, '')
      .replace(/[^\S\n]+$/gm, '')
      .trim()
  );
}

function cutToBytes(text: string, maxBytes: number): string {
  const bytes = Buffer.from(text).subarray(0, maxBytes);
  return bytes.toString('utf8').replace(/\ufffd+$/, '');
}

/** The level within the range that a kind of block allows. */
export function clampLevel(level: number, highest: number): number {
  return Number.isFinite(level) ? Math.min(Math.max(Math.trunc(level), 1), highest) : 1;
}
