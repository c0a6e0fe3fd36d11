import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inspectDocument } from './index.ts';
import {
  sampleDoc,
  sampleDocStreams,
  sampleDocx,
  sampleDocxParts,
  sampleOdt,
  sampleOdtParts,
  samplePdf,
  sampleRtf,
  writeCompoundFile,
  writePdf,
  writeZip,
  type ZipPart,
} from './testing/index.ts';

const MAX_BYTES = 10 * 1024 * 1024;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tandem-inspect-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Inspects content in a file whose name claims that it is a PDF. */
async function inspect(content: Buffer | string, maxBytes = MAX_BYTES) {
  const path = join(folder, 'resume.pdf');
  await writeFile(path, content);
  return inspectDocument(path, { maxBytes });
}

const refusal = (kind: string, detected?: string) => ({
  ok: false,
  error: detected === undefined ? { kind } : { kind, detected },
});
const acceptance = (type: string) => expect.objectContaining({ ok: true, type });

const pdf = samplePdf('Résumé');
const docxParts = sampleDocxParts(['Résumé']);
const docx = sampleDocx(['Résumé']);
const zip = writeZip([{ name: 'a.txt', content: 'a' }]);
const gif = Buffer.from('GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;', 'latin1');
const png = Buffer.concat([
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  Buffer.alloc(64),
]);
const exe = Buffer.concat([Buffer.from('MZ\u0090\u0000', 'latin1'), Buffer.alloc(200)]);
const join2 = (...parts: (Buffer | string)[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)),
  );

describe('documents are accepted as what they are, whatever their name', () => {
  test('PDF', async () => {
    expect(await inspect(pdf)).toEqual({
      ok: true,
      type: 'pdf',
      mediaType: 'application/pdf',
      extension: 'pdf',
    });
  });

  test('DOCX', async () => {
    expect(await inspect(docx)).toEqual({
      ok: true,
      type: 'docx',
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      extension: 'docx',
    });
  });

  test.each([
    ['doc', sampleDoc(['Résumé'])],
    ['odt', sampleOdt(['Résumé'])],
    ['rtf', sampleRtf(['Résumé'])],
    ['rtf', join2(sampleRtf(['Résumé']), '\r\n\0')],
    ['txt', Buffer.from('Résumé\n')],
    ['txt', Buffer.from('\ufeffRésumé\n')],
    ['txt', Buffer.from('\ufeffRésumé\n', 'utf16le')],
    ['txt', Buffer.from('\ufeffRésumé\n', 'utf16le').swap16()],
    ['txt', Buffer.from([0x52, 0xe9, 0x73, 0x75, 0x6d, 0xe9, 0x20, 0x92, 0x0d, 0x0a])],
    ['txt', join2('Old DOS file\r\n', Buffer.from([0x1a]))],
    ['txt', 'I wrote <html>, <script> and <svg> by hand.'],
  ])('%s (%#)', async (type, content) => {
    expect(await inspect(content)).toEqual(acceptance(type));
  });

  test('a DOCX that embeds a workbook, as charts do', async () => {
    const workbook = writeZip([{ name: 'xl/workbook.xml', content: '<workbook/>' }]);
    const parts = [...docxParts, { name: 'word/embeddings/book.xlsx', content: workbook }];
    expect(await inspect(writeZip(parts))).toEqual(acceptance('docx'));
  });

  test('a DOC with small streams beside the text', async () => {
    const streams = [
      ...sampleDocStreams(['Résumé']),
      { path: '\u0005SummaryInformation', content: Buffer.alloc(300, 1) },
      { path: 'ObjectPool/_1/Ole', content: Buffer.alloc(20, 2) },
    ];
    expect(await inspect(writeCompoundFile(streams))).toEqual(acceptance('doc'));
  });
});

describe('size', () => {
  test('nothing, or only white space', async () => {
    expect(await inspect('')).toEqual(refusal('empty'));
    expect(await inspect(' \r\n\t\0')).toEqual(refusal('empty'));
    expect(await inspect('\ufeff \u00a0\n')).toEqual(refusal('empty', 'txt'));
  });

  test('exactly the limit, and one byte more', async () => {
    expect(await inspect(samplePdf('x', { bytes: 50_000 }), 50_000)).toEqual(acceptance('pdf'));
    expect(await inspect(samplePdf('x', { bytes: 50_001 }), 50_000)).toEqual(refusal('too-large'));
  });
});

describe('other formats', () => {
  test.each([
    ['png', png],
    ['gif', gif],
    ['exe', exe],
    ['zip', zip],
    ['zip', writeZip([])],
    ['elf', join2(Buffer.from('7f454c4602010100', 'hex'), Buffer.alloc(100))],
    ['html', '<!DOCTYPE html><title>Résumé</title>'],
    ['html', '\ufeff\n  <html lang="fr">'],
    ['html', '<script>alert(1)</script>'],
    ['svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['svg', '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['xml', '<?xml version="1.0"?><w:wordDocument/>'],
    ['sh', '#!/bin/sh\necho'],
    ['eml', 'Received: from a\r\nMIME-Version: 1.0\r\nSubject: x\r\n\r\nHello'],
    ['xls', writeCompoundFile([{ path: 'Workbook', content: Buffer.alloc(5000, 1) }])],
    ['msi', writeCompoundFile([{ path: '\u4840\u3f3f', content: Buffer.alloc(5000, 1) }])],
    ['msg', writeCompoundFile([{ path: '__properties_version1.0', content: Buffer.alloc(99) }])],
    ['cfb', writeCompoundFile([{ path: 'folder/WordDocument', content: Buffer.alloc(5000) }])],
  ])('%s (%#)', async (detected, content) => {
    expect(await inspect(content)).toEqual(refusal('unsupported-type', detected));
  });

  test.each([
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'],
    ['xlsx', 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'],
    ['dotx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml'],
  ])('%s: %s', async (detected, contentType) => {
    const types = `<Types><Override PartName="/x.xml" ContentType="${contentType}"/></Types>`;
    const content = writeZip([
      { name: '[Content_Types].xml', content: types },
      { name: 'x.xml', content: '<x/>' },
    ]);
    expect(await inspect(content)).toEqual(refusal('unsupported-type', detected));
  });

  test.each([
    ['ods', 'application/vnd.oasis.opendocument.spreadsheet'],
    ['ott', 'application/vnd.oasis.opendocument.text-template'],
    ['epub', 'application/epub+zip'],
    ['zip', 'application/vnd.oasis.opendocument.toString'],
  ])('%s: %s', async (detected, mediaType) => {
    const content = writeZip([{ name: 'mimetype', content: mediaType, compress: false }]);
    expect(await inspect(content)).toEqual(refusal('unsupported-type', detected));
  });

  test('binary data of no known format, and UTF-16 without a mark', async () => {
    expect(await inspect(Buffer.from([1, 2, 3, 0xff, 0xfe, 0]))).toEqual(
      refusal('unsupported-type'),
    );
    expect(await inspect(Buffer.from('Résumé', 'utf16le'))).toEqual(refusal('unsupported-type'));
    expect(await inspect('text with a bell \u0007')).toEqual(refusal('unsupported-type'));
    expect(await inspect(Buffer.from([0xff, 0xfe, 0x41]))).toEqual(refusal('unsupported-type'));
  });
});

describe('two formats in one file', () => {
  test.each([
    ['a ZIP after a PDF', join2(pdf, zip), 'zip'],
    [
      'a PDF whose end is a ZIP’s comment',
      join2(
        '%PDF-1.4\n1 0 obj\n',
        writeZip([{ name: 'a', content: 'a' }], { comment: '\n%%EOF\n' }),
      ),
      'zip',
    ],
    [
      'a PDF in a stored entry of a ZIP',
      writeZip([{ name: 'a', content: pdf, compress: false }]),
      'zip',
    ],
    ['a ZIP and a PDF end after a PDF', join2(pdf, zip, '\n%%EOF'), 'zip'],
    ['a GIF before a PDF', join2(gif, pdf), 'gif'],
    ['a program before a PDF', join2(exe, pdf), 'exe'],
    ['a page before a PDF', join2('<html><!--', pdf), 'html'],
    [
      'a page within a PDF’s first lines',
      join2('%PDF-1.4\n<script>alert(1)</script>\n', pdf),
      'html',
    ],
    ['a page after a PDF', join2(pdf, '<script>alert(1)</script>'), 'html'],
    ['a program after a PDF', join2(pdf, '\n', exe), 'exe'],
    ['a PDF far behind white space', join2(' '.repeat(500), pdf), 'pdf'],
    ['a ZIP after text', join2('hello', zip), 'zip'],
    ['a ZIP after a PNG', join2(png, docx), 'zip'],
    ['a ZIP after RTF', join2(sampleRtf(['x']), zip), 'zip'],
    ['a ZIP after a DOC', join2(sampleDoc(['x']), zip), 'zip'],
    ['a ZIP after a DOCX', join2(docx, zip), 'zip'],
    ['anything after a DOCX', join2(docx, '<html>'), 'zip'],
    ['a long comment on a DOCX', writeZip(docxParts, { comment: '<html>'.repeat(100) }), 'zip'],
    [
      'a spreadsheet and a text in one',
      writeCompoundFile([
        ...sampleDocStreams(['x']),
        { path: 'Workbook', content: Buffer.alloc(100) },
      ]),
      'xls',
    ],
  ])('%s', async (_, content, detected) => {
    expect(await inspect(content)).toEqual(refusal('polyglot', detected));
  });

  test('entries that begin after bytes which no entry covers', async () => {
    const shifted = join2('PK\u0003\u0004 hidden ', docx);
    // The directory and its offsets are moved along, as tools for self-extracting archives do.
    const end = shifted.length - 22;
    const by = shifted.length - docx.length;
    shifted.writeUInt32LE(shifted.readUInt32LE(end + 16) + by, end + 16);
    for (let at = shifted.readUInt32LE(end + 16); at < end;) {
      shifted.writeUInt32LE(shifted.readUInt32LE(at + 42) + by, at + 42);
      at += 46 + shifted.readUInt16LE(at + 28);
    }
    expect(await inspect(shifted)).toEqual(refusal('polyglot', 'zip'));
  });

  test('what readers and servers add in good faith is no second format', async () => {
    expect(await inspect(join2('\ufeff'.replace('\ufeff', '\u00ef\u00bb\u00bf'), pdf))).toEqual(
      acceptance('pdf'),
    );
    expect(await inspect(join2('\r\n', pdf))).toEqual(acceptance('pdf'));
    expect(await inspect(join2(pdf, Buffer.alloc(4096)))).toEqual(acceptance('pdf'));
    expect(await inspect(join2(pdf, '\r\n% printed by a sample'))).toEqual(acceptance('pdf'));
  });
});

describe('encryption', () => {
  const catalog = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Kids [] /Count 0 >>'),
  ];

  test('a PDF whose trailer says so, also in disguise', async () => {
    expect(await inspect(writePdf(catalog, '/Encrypt 3 0 R '))).toEqual(
      refusal('encrypted', 'pdf'),
    );
    expect(await inspect(writePdf(catalog, '/#45ncr#79pt<< >>'))).toEqual(
      refusal('encrypted', 'pdf'),
    );
  });

  test('a PDF whose cross-reference stream says so', async () => {
    const stream = (entries: string) =>
      writePdf([
        ...catalog,
        Buffer.from(`<< /Type /XRef ${entries} /Length 1 >>\nstream\nx\nendstream`),
      ]);
    expect(await inspect(stream('/Encrypt 3 0 R'))).toEqual(refusal('encrypted', 'pdf'));
    expect(await inspect(stream('/Size 3'))).toEqual(acceptance('pdf'));
  });

  test('a PDF that only mentions the word', async () => {
    expect(await inspect(samplePdf('/Type /XRef /Encrypt trailer /Encrypt'))).toEqual(
      acceptance('pdf'),
    );
    expect(await inspect(writePdf(catalog, '/EncryptMetadata false '))).toEqual(acceptance('pdf'));
    const table = Buffer.from('<< /Type /XRef /Length 1 >>\nstream\nx\nendstream');
    const other = Buffer.from('<< /Encrypt 3 0 R >>');
    expect(await inspect(writePdf([...catalog, other, table, other]))).toEqual(acceptance('pdf'));
  });

  test('a DOCX with a password, which is a compound file', async () => {
    const content = writeCompoundFile([
      { path: 'EncryptionInfo', content: Buffer.alloc(200, 1) },
      { path: 'EncryptedPackage', content: Buffer.alloc(6000, 2) },
    ]);
    expect(await inspect(content)).toEqual(refusal('encrypted', 'docx'));
  });

  test('a DOC with a password', async () => {
    expect(await inspect(writeCompoundFile(sampleDocStreams(['x'], 0x0100)))).toEqual(
      refusal('encrypted', 'doc'),
    );
  });

  test('an encrypted entry of an archive', async () => {
    const parts = docxParts.map((part) => ({ ...part, encrypted: part.name.startsWith('word/') }));
    expect(await inspect(writeZip(parts))).toEqual(refusal('encrypted', 'zip'));
  });

  test('an ODT with a password', async () => {
    const parts = sampleOdtParts(['x']).map((part) =>
      part.name === 'META-INF/manifest.xml'
        ? { ...part, content: '<manifest:manifest><manifest:encryption-data/></manifest:manifest>' }
        : part,
    );
    expect(await inspect(writeZip(parts))).toEqual(refusal('encrypted', 'odt'));
  });
});

describe('macros', () => {
  test.each<[string, ZipPart]>([
    ['a project', { name: 'word/vbaProject.bin', content: 'x' }],
    ['a project in another place and case', { name: 'other/VBAPROJECT.BIN', content: 'x' }],
    [
      'a project in an embedded workbook',
      {
        name: 'word/embeddings/a.xlsm',
        content: writeZip([{ name: 'xl/vbaProject.bin', content: 'x' }]),
      },
    ],
  ])('a DOCX with %s', async (_, part) => {
    expect(await inspect(writeZip([...docxParts, part]))).toEqual(refusal('macros', 'docx'));
  });

  test('a macro-enabled document under any name', async () => {
    const contentType = 'application/vnd.ms-word.document.macroEnabled.main+xml';
    const types = `<Types><Override PartName="/word/document.xml" ContentType="${contentType}"/></Types>`;
    const parts = docxParts.map((part) =>
      part.name === '[Content_Types].xml' ? { ...part, content: types } : part,
    );
    expect(await inspect(writeZip(parts))).toEqual(refusal('macros', 'docm'));
  });

  test('a DOC with a project', async () => {
    const streams = [
      ...sampleDocStreams(['x']),
      { path: 'Macros/VBA/_VBA_PROJECT', content: Buffer.alloc(100, 1) },
    ];
    expect(await inspect(writeCompoundFile(streams))).toEqual(refusal('macros', 'doc'));
  });

  test('an ODT with a module; the list that every document may have is none', async () => {
    const list = { name: 'Basic/script-lc.xml', content: '<x/>' };
    const macro = { name: 'Basic/Standard/Module1.xml', content: '<x/>' };
    expect(await inspect(writeZip([...sampleOdtParts(['x']), list]))).toEqual(acceptance('odt'));
    expect(await inspect(writeZip([...sampleOdtParts(['x']), list, macro]))).toEqual(
      refusal('macros', 'odt'),
    );
  });
});

describe('damage', () => {
  test.each([
    ['PDF', pdf],
    ['PDF of some size', samplePdf('x', { bytes: 20_000 })],
    ['DOCX', docx],
    ['ODT', sampleOdt(['Résumé'])],
    ['RTF', sampleRtf(['Résumé', 'and more'])],
    ['DOC', sampleDoc(['Résumé'.repeat(500)])],
  ])('a %s cut off anywhere in its second half', async (_, content) => {
    const results = new Set<string>();
    for (let part = 0; part < 12; part++) {
      const length = Math.floor(content.length * (0.5 + part / 24.5));
      const result = await inspect(content.subarray(0, length));
      results.add(result.ok ? 'ok' : result.error.kind);
    }
    expect([...results]).toEqual(['damaged']);
  });

  test('a linearized PDF cut off, which keeps an end marker near its start', async () => {
    const content = join2(pdf, '\n6 0 obj\n<< /Length 5000 >>\nstream\n', Buffer.alloc(3000, 'x'));
    expect(await inspect(content)).toEqual(refusal('damaged', 'pdf'));
  });

  test('a PDF without any object', async () => {
    expect(await inspect('%PDF-1.7\nstartxref\n0\n%%EOF')).toEqual(refusal('damaged', 'pdf'));
  });

  test('an archive with a changed byte, a wrong checksum, a missing or a double part', async () => {
    const stored = writeZip(docxParts.map((part) => ({ ...part, compress: false })));
    stored.write('XXXX', stored.indexOf('sumé'));
    expect(await inspect(stored)).toEqual(refusal('damaged', 'docx'));
    const wrongSum = docxParts.map((part, index) =>
      index === 2 ? { ...part, declaredCrc32: 1 } : part,
    );
    expect(await inspect(writeZip(wrongSum))).toEqual(refusal('damaged', 'docx'));
    const withoutMain = docxParts.filter((part) => part.name !== 'word/document.xml');
    expect(await inspect(writeZip(withoutMain))).toEqual(refusal('damaged', 'docx'));
    const double = [...docxParts, { name: 'WORD/document.xml', content: '<x/>' }];
    expect(await inspect(writeZip(double))).toEqual(refusal('damaged', 'zip'));
    const absolute = [...docxParts, { name: '../../evil', content: 'x' }];
    expect(await inspect(writeZip(absolute))).toEqual(refusal('damaged', 'zip'));
  });

  test('a list of content types that is not XML, or declares entities', async () => {
    for (const content of ['<Types', '<!DOCTYPE Types [<!ENTITY a "b">]><Types/>']) {
      const parts = docxParts.map((part) =>
        part.name === '[Content_Types].xml' ? { ...part, content } : part,
      );
      expect(await inspect(writeZip(parts))).toEqual(refusal('damaged', 'docx'));
    }
  });

  test('a compound file whose chains run in a circle', async () => {
    const content = sampleDoc(['x']);
    const tableSector = content.readUInt32LE(76);
    const table = 512 * (tableSector + 1);
    const directorySector = content.readUInt32LE(48);
    content.writeUInt32LE(directorySector, table + directorySector * 4);
    expect(await inspect(content)).toEqual(refusal('damaged', 'cfb'));
  });

  test('a compound file whose names refer to each other', async () => {
    const content = sampleDoc(['x']);
    const directory = 512 * (content.readUInt32LE(48) + 1);
    content.writeUInt32LE(1, directory + 128 + 68);
    expect(await inspect(content)).toEqual(refusal('damaged', 'cfb'));
  });

  test('a DOC without the stream that its text needs', async () => {
    const streams = sampleDocStreams(['x']).filter(({ path }) => path === 'WordDocument');
    expect(await inspect(writeCompoundFile(streams))).toEqual(refusal('damaged', 'doc'));
  });
});

describe('archive bombs', () => {
  const withPart = (part: ZipPart) => writeZip([...docxParts, part]);
  const bomb = refusal('archive-bomb', 'zip');

  test('a part that says it is huge', async () => {
    const zeros = Buffer.alloc(30 * 1024 * 1024);
    expect(await inspect(withPart({ name: 'word/media/a.bmp', content: zeros }))).toEqual(bomb);
  });

  test('a part that is larger than it says', async () => {
    const zeros = Buffer.alloc(30 * 1024 * 1024);
    const part = { name: 'word/media/a.bmp', content: zeros, declaredSize: 1000 };
    expect(await inspect(withPart(part))).toEqual(refusal('archive-bomb', 'docx'));
  });

  test('the document itself being larger than it says', async () => {
    const parts = docxParts.map((part) =>
      part.name === 'word/document.xml'
        ? {
            ...part,
            content: `<w:document>${' '.repeat(5_000_000)}</w:document>`,
            declaredSize: 20,
          }
        : part,
    );
    expect(await inspect(writeZip(parts))).toEqual(refusal('archive-bomb', 'docx'));
  });

  test('declared sizes within the ratio but beyond the total', async () => {
    const parts = Array.from({ length: 8 }, (_, index) => ({
      name: `word/media/${index}.bin`,
      content: randomBytes(150_000),
      declaredSize: 14 * 1024 * 1024,
    }));
    expect(await inspect(writeZip([...docxParts, ...parts]))).toEqual(bomb);
  });

  test('a great many entries', async () => {
    const parts = Array.from({ length: 2_001 }, (_, index) => ({
      name: `word/${index}`,
      content: '',
      compress: false,
    }));
    expect(await inspect(writeZip([...docxParts, ...parts]))).toEqual(bomb);
  });

  test('entries that share their data', async () => {
    const shared = Array.from({ length: 50 }, (_, index) => ({
      name: `word/${index}`,
      content: docxParts[2]?.content ?? '',
      sharesDataOf: 2,
    }));
    expect(await inspect(writeZip([...docxParts, ...shared]))).toEqual(bomb);
  });

  test('archives within archives within archives', async () => {
    let nested = writeZip([{ name: 'a', content: 'a' }]);
    for (let depth = 0; depth < 2; depth++) nested = writeZip([{ name: 'a.zip', content: nested }]);
    expect(await inspect(withPart({ name: 'word/embeddings/a.docx', content: nested }))).toEqual(
      refusal('archive-bomb', 'docx'),
    );
  });

  test('a nested archive draws on the same budget', async () => {
    const inner = writeZip([{ name: 'zeros', content: Buffer.alloc(30 * 1024 * 1024) }]);
    expect(await inspect(withPart({ name: 'word/embeddings/a.xlsx', content: inner }))).toEqual(
      refusal('archive-bomb', 'docx'),
    );
  });

  test('compressed content that is no such thing', async () => {
    const garbage = deflateRawSync(Buffer.alloc(1000)).fill(0xff);
    const content = withPart({ name: 'word/media/a', content: garbage, compress: false });
    // Says “compressed” of what is not.
    const local = content.indexOf('word/media/a') - 30;
    const central = content.lastIndexOf('word/media/a') - 46;
    content.writeUInt16LE(8, local + 8);
    content.writeUInt16LE(8, central + 10);
    expect(await inspect(content)).toEqual(refusal('damaged', 'docx'));
  });
});

test('an absent file is a defect, not a result', async () => {
  await expect(inspectDocument(join(folder, 'absent'), { maxBytes: 1 })).rejects.toThrow('ENOENT');
});
