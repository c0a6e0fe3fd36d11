import { clampLevel, createBlockList, type ExtractedBlocks, type TextBlock } from './text-block.ts';

/** What is used of mammoth's document model (its lib/documents.js), which has no types. */
interface DocxElement {
  type: string;
  value?: string;
  children?: DocxElement[];
  styleName?: string | null;
  numbering?: { level?: string | number } | null;
  noteType?: string;
  noteId?: string;
  checked?: boolean;
  notes?: { resolve(reference: DocxElement): { body: DocxElement[] } | null };
}

/**
 * The text of a DOCX: body with tables cell by cell, then the notes that it refers to; headers,
 * footers and comments are left out. The library's own HTML is not used: plain blocks cannot carry
 * markup into a page.
 */
export async function extractDocx(bytes: Buffer, maxBytes: number): Promise<ExtractedBlocks> {
  const { default: mammoth } = await import('mammoth');
  const list = createBlockList(maxBytes);
  await mammoth.convertToHtml(
    { buffer: bytes },
    {
      externalFileAccess: false,
      transformDocument(document: DocxElement) {
        collect(document, list.add);
        // Nothing is left to turn into HTML.
        return { ...document, children: [] };
      },
    },
  );
  return list.result();
}

function collect(document: DocxElement, add: (block: TextBlock) => void): void {
  const references: DocxElement[] = [];
  const walk = (element: DocxElement): void => {
    if (element.type === 'paragraph') add(toBlock(element, references));
    else for (const child of element.children ?? []) walk(child);
  };
  walk(document);
  for (const reference of references) {
    for (const element of document.notes?.resolve(reference)?.body ?? []) walk(element);
  }
}

function toBlock(paragraph: DocxElement, references: DocxElement[]): TextBlock {
  const text = textOf(paragraph, references);
  const style = paragraph.styleName ?? '';
  const heading = /^heading (\d)$/i.exec(style)?.[1] ?? (/^title$/i.test(style) ? '1' : undefined);
  if (heading !== undefined)
    return { kind: 'heading', level: clampLevel(Number(heading), 6), text };
  if (paragraph.numbering) {
    const level = clampLevel(Number(paragraph.numbering.level ?? 0) + 1, 9);
    return { kind: 'list-item', level, text };
  }
  return { kind: 'paragraph', text };
}

function textOf(element: DocxElement, references: DocxElement[]): string {
  switch (element.type) {
    case 'text':
      return element.value ?? '';
    case 'tab':
      return '\t';
    case 'break':
      return '\n';
    case 'checkbox':
      return element.checked === true ? '☒' : '☐';
    case 'noteReference':
      references.push(element);
      return '';
    default:
      return (element.children ?? []).map((child) => textOf(child, references)).join('');
  }
}
