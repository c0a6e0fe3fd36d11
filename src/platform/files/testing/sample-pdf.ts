/**
 * A valid one-page PDF (1.4) showing `text`, one line per line; characters outside Windows-1252
 * show as a question mark. With `bytes`, padded to exactly that size (at least the bare size plus
 * about 60), by a stream that no page uses.
 */
export function samplePdf(text: string, { bytes }: { bytes?: number } = {}): Buffer {
  const bare = writePdf(pageObjects(text));
  if (bytes === undefined) return bare;
  let padding = Math.max(bytes - bare.length, 0);
  // Offsets grow by a digit now and then, so a second or third try may be needed.
  for (let attempt = 0; attempt < 5; attempt++) {
    const pdf = writePdf([...pageObjects(text), paddingObject(padding)]);
    if (pdf.length === bytes) return pdf;
    padding += bytes - pdf.length;
    if (padding < 0) throw new RangeError(`A sample PDF cannot be as small as ${bytes} bytes.`);
  }
  throw new RangeError(`No sample PDF is exactly ${bytes} bytes long.`);
}

function pageObjects(text: string): Buffer[] {
  const lines = text.split('\n').map((line) => `(${escapeText(line)}) Tj T*`);
  const content = Buffer.from(`BT /F1 11 Tf 14 TL 72 720 Td\n${lines.join('\n')}\nET`, 'latin1');
  return [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from(
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R ' +
        '/Resources << /Font << /F1 4 0 R >> >> >>',
    ),
    Buffer.from(
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ),
    streamObject(content),
  ];
}

function streamObject(content: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`<< /Length ${content.length} >>\nstream\n`),
    content,
    Buffer.from('\nendstream'),
  ]);
}

/** Bytes that hardly compress, the same every time, in letters so that they mean nothing. */
function paddingObject(length: number): Buffer {
  const content = Buffer.alloc(length);
  let state = 1;
  for (let index = 0; index < length; index++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    content[index] = 0x61 + ((state >>> 16) % 26);
  }
  return streamObject(content);
}

function escapeText(line: string): string {
  const special: Record<string, string> = { '’': '\\222', œ: '\\234', Œ: '\\214', '€': '\\200' };
  return line.replace(/[()\\]|[^ -\u00ff]/gu, (character) =>
    '()\\'.includes(character) ? `\\${character}` : (special[character] ?? '?'),
  );
}

/** Writes numbered objects, the first being the catalog, with their cross-reference table. */
export function writePdf(objects: readonly Buffer[], trailerEntries = ''): Buffer {
  const chunks: Buffer[] = [Buffer.from('%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1')];
  let length = chunks[0]?.length ?? 0;
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(length);
    const chunk = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      object,
      Buffer.from('\nendobj\n'),
    ]);
    chunks.push(chunk);
    length += chunk.length;
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  chunks.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}` +
        `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailerEntries}>>\n` +
        `startxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(chunks);
}
