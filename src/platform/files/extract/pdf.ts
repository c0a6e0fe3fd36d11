import { type ExtractedBlocks, createBlockList } from './text-block.ts';

/** What is used of a piece of text as PDF.js gives it. */
type Item = { str: string; hasEOL: boolean; transform: number[]; height: number };

/** Pages beyond this are not read: nobody's résumé, and pages can be many at no cost in bytes. */
const mostPages = 500;

/** A gap of this many line heights between lines starts another paragraph. */
const paragraphGap = 1.6;

/**
 * The text of a PDF, page by page: lines as they stand on the page, in paragraphs by the space
 * between them. Nothing is drawn and no script of the document runs. A page of images has no text.
 */
export async function extractPdf(bytes: Buffer, maxBytes: number): Promise<ExtractedBlocks> {
  const { getDocumentProxy } = await import('unpdf');
  const document = await getDocumentProxy(new Uint8Array(bytes), {
    disableFontFace: true,
    maxImageSize: 1,
    stopAtErrors: false,
    useSystemFonts: false,
    verbosity: 0,
  });
  const list = createBlockList(maxBytes);
  for (let number = 1; number <= Math.min(document.numPages, mostPages); number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    for (const text of paragraphs(
      items.filter((item): item is Item & typeof item => 'str' in item),
    ))
      list.add({ kind: 'paragraph', text });
    page.cleanup();
    if (list.isFull()) break;
  }
  return list.result();
}

/** The lines of a page, put together by the space between them. */
export function paragraphs(items: readonly Item[]): string[] {
  const found: string[][] = [];
  let line = '';
  let bottom: number | null = null;
  let above: number | null = null;
  let height = 0;
  const endLine = (): void => {
    if (line.trim() !== '' && bottom !== null) {
      const gap = above === null ? 0 : Math.abs(above - bottom);
      const last = found.at(-1);
      if (last && gap <= height * paragraphGap) last.push(line.trim());
      else found.push([line.trim()]);
      above = bottom;
    }
    line = '';
    bottom = null;
    height = 0;
  };
  for (const { str, hasEOL, transform, height: itemHeight } of items) {
    if (str !== '') {
      bottom = transform[5] ?? 0;
      height = Math.max(height, itemHeight);
      line += str;
    }
    if (hasEOL) endLine();
  }
  endLine();
  return found.map((lines) => lines.join('\n'));
}
