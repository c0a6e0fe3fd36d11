import { writeCompoundFile, type CompoundStream } from './compound-file-writer.ts';
import { writeZip, type ZipPart } from './zip-writer.ts';

/** A paragraph of a sample document; a string is an ordinary one. */
export type SampleParagraph =
  | string
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'list-item'; level: number; text: string };

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org';
const WORD = `${OFFICE}/wordprocessingml/2006/main`;
const WORD_TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** The parts of a DOCX, for tests that change or add some before `writeZip`. */
export function sampleDocxParts(paragraphs: readonly SampleParagraph[]): ZipPart[] {
  const body = paragraphs.map(docxParagraph).join('');
  const headings = [1, 2, 3].map(
    (level) =>
      `<w:style w:type="paragraph" w:styleId="H${level}"><w:name w:val="heading ${level}"/></w:style>`,
  );
  const levels = [0, 1, 2].map(
    (level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>`,
  );
  return [
    {
      name: '[Content_Types].xml',
      content:
        `${XML}<Types xmlns="${OFFICE}/package/2006/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        `<Override PartName="/word/document.xml" ContentType="${WORD_TYPES}.document.main+xml"/>` +
        `<Override PartName="/word/styles.xml" ContentType="${WORD_TYPES}.styles+xml"/>` +
        `<Override PartName="/word/numbering.xml" ContentType="${WORD_TYPES}.numbering+xml"/></Types>`,
    },
    { name: '_rels/.rels', content: relationships([['officeDocument', 'word/document.xml']]) },
    {
      name: 'word/document.xml',
      content: `${XML}<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      content: relationships([
        ['styles', 'styles.xml'],
        ['numbering', 'numbering.xml'],
      ]),
    },
    {
      name: 'word/styles.xml',
      content: `${XML}<w:styles xmlns:w="${WORD}">${headings.join('')}</w:styles>`,
    },
    {
      name: 'word/numbering.xml',
      content:
        `${XML}<w:numbering xmlns:w="${WORD}"><w:abstractNum w:abstractNumId="0">${levels.join('')}` +
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
    },
  ];
}

/** A DOCX of these paragraphs. */
export function sampleDocx(paragraphs: readonly SampleParagraph[]): Buffer {
  return writeZip(sampleDocxParts(paragraphs));
}

function relationships(targets: readonly (readonly [string, string])[]): string {
  const items = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/officeDocument/2006/relationships/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${OFFICE}/package/2006/relationships">${items.join('')}</Relationships>`;
}

function docxParagraph(paragraph: SampleParagraph): string {
  const text = escapeXml(typeof paragraph === 'string' ? paragraph : paragraph.text);
  const run = `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
  if (typeof paragraph === 'string') return `<w:p>${run}</w:p>`;
  const properties =
    paragraph.kind === 'heading'
      ? `<w:pStyle w:val="H${paragraph.level}"/>`
      : `<w:numPr><w:ilvl w:val="${paragraph.level - 1}"/><w:numId w:val="1"/></w:numPr>`;
  return `<w:p><w:pPr>${properties}</w:pPr>${run}</w:p>`;
}

const OPEN_DOCUMENT = 'urn:oasis:names:tc:opendocument:xmlns';

/** The parts of an ODT, for tests that change or add some before `writeZip`. */
export function sampleOdtParts(paragraphs: readonly SampleParagraph[]): ZipPart[] {
  const mediaType = 'application/vnd.oasis.opendocument.text';
  return [
    { name: 'mimetype', content: mediaType, compress: false },
    {
      name: 'META-INF/manifest.xml',
      content:
        `${XML}<manifest:manifest xmlns:manifest="${OPEN_DOCUMENT}:manifest:1.0" manifest:version="1.3">` +
        `<manifest:file-entry manifest:full-path="/" manifest:media-type="${mediaType}"/>` +
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
    },
    {
      name: 'content.xml',
      content:
        `${XML}<office:document-content xmlns:office="${OPEN_DOCUMENT}:office:1.0" ` +
        `xmlns:text="${OPEN_DOCUMENT}:text:1.0" office:version="1.3"><office:body><office:text>` +
        `${paragraphs.map(odtParagraph).join('')}</office:text></office:body></office:document-content>`,
    },
  ];
}

/** An ODT of these paragraphs. */
export function sampleOdt(paragraphs: readonly SampleParagraph[]): Buffer {
  return writeZip(sampleOdtParts(paragraphs));
}

function odtParagraph(paragraph: SampleParagraph): string {
  if (typeof paragraph === 'string') return `<text:p>${escapeXml(paragraph)}</text:p>`;
  const text = escapeXml(paragraph.text);
  if (paragraph.kind === 'heading') {
    return `<text:h text:outline-level="${paragraph.level}">${text}</text:h>`;
  }
  const open = '<text:list><text:list-item>'.repeat(paragraph.level);
  return `${open}<text:p>${text}</text:p>${'</text:list-item></text:list>'.repeat(paragraph.level)}`;
}

/** An RTF of these paragraphs, in Windows-1252 with \u for all other characters. */
export function sampleRtf(paragraphs: readonly SampleParagraph[]): Buffer {
  const lines = paragraphs.map((paragraph) => {
    if (typeof paragraph === 'string') return `\\pard ${escapeRtf(paragraph)}\\par`;
    const text = escapeRtf(paragraph.text);
    return paragraph.kind === 'heading'
      ? `\\pard\\outlinelevel${paragraph.level - 1} ${text}\\par`
      : `\\pard\\ls1\\ilvl${paragraph.level - 1} {\\listtext\\bullet\\tab}${text}\\par`;
  });
  const fonts = '{\\fonttbl{\\f0\\fcharset0 Sample Sans;}}';
  return Buffer.from(`{\\rtf1\\ansi\\ansicpg1252\\deff0${fonts}\n${lines.join('\n')}\n}`, 'latin1');
}

function escapeRtf(text: string): string {
  return text.replace(/[\\{}]|[^ -~]/g, (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x80) return `\\${character}`;
    if (code >= 0xa0 && code <= 0xff) return `\\'${code.toString(16)}`;
    return `\\u${code > 0x7fff ? code - 0x10000 : code}?`;
  });
}

/** The streams of a Word 97 document, for tests that change or add some before writing them. */
export function sampleDocStreams(paragraphs: readonly string[], flags = 0): CompoundStream[] {
  const text = Buffer.from(paragraphs.map((paragraph) => `${paragraph}\r`).join(''), 'utf16le');
  const characters = text.length / 2;
  const textStart = 0x800;
  const document = Buffer.alloc(Math.max(textStart + text.length, 4096));
  // File information block ([MS-DOC] 2.5).
  document.writeUInt16LE(0xa5ec, 0x00);
  document.writeUInt16LE(0x00c1, 0x02);
  document.writeUInt16LE(0x1200 | flags, 0x0a); // The table is in 1Table.
  document.writeUInt32LE(textStart, 0x18);
  document.writeUInt32LE(textStart + text.length, 0x1c);
  document.writeUInt16LE(14, 0x20);
  document.writeUInt16LE(22, 0x3e);
  document.writeUInt32LE(document.length, 0x40);
  document.writeUInt32LE(characters, 0x4c);
  document.writeUInt16LE(0x5d, 0x98);
  // One piece, in UTF-16 ([MS-DOC] 2.9.38).
  const pieces = Buffer.alloc(21);
  pieces.writeUInt8(2, 0);
  pieces.writeUInt32LE(16, 1);
  pieces.writeUInt32LE(characters, 9);
  pieces.writeUInt32LE(textStart, 15);
  document.writeUInt32LE(0, 0x1a2);
  document.writeUInt32LE(pieces.length, 0x1a6);
  text.copy(document, textStart);
  return [
    { path: 'WordDocument', content: document },
    { path: '1Table', content: pieces },
  ];
}

/** A DOC of these paragraphs, enough of one for text to be found in it. */
export function sampleDoc(paragraphs: readonly string[]): Buffer {
  return writeCompoundFile(sampleDocStreams(paragraphs));
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
