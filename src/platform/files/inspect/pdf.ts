import { accepted, refused, type Inspection } from './inspection.ts';
import {
  foreignContent,
  foreignStart,
  isBlank,
  lengthWithoutPadding,
  PDF_HEADER_WINDOW,
  SIGNATURES,
} from './signatures.ts';
import { endsAsZip } from './zip-end.ts';

/** The offset of a PDF header where a reader would look for one; -1 if there is none. */
export function findPdfHeader(bytes: Buffer): number {
  return bytes.subarray(0, PDF_HEADER_WINDOW + SIGNATURES.pdf.length).indexOf(SIGNATURES.pdf);
}

/** Blank bytes or a byte-order mark may precede the header; anything else is another format. */
const LEADING_TOLERANCE = 64;
/** Readers look for the end marker this far from the end (ISO 32000-1, implementation note 18). */
const TRAILING_TOLERANCE = 1024;
/** How often a file may have been added to: far beyond any real one, and it bounds the work. */
const MAX_UPDATES = 1_000;
const END_MARKER = Buffer.from('%%EOF');

/**
 * Inspects a file in which a PDF header was found at `headerAt`.
 *
 * Encryption of any kind is refused, also the kind that opens without a password and only forbids
 * printing: neither a malware scanner nor an assessor's assistive technology can rely on it.
 */
export function inspectPdf(bytes: Buffer, headerAt: number): Inspection {
  const before = bytes.subarray(0, headerAt);
  if (headerAt > LEADING_TOLERANCE || !isHarmlessLead(before)) {
    return refused('polyglot', foreignContent(before) ?? 'pdf');
  }
  if (endsAsZip(bytes)) return refused('polyglot', 'zip');

  const beforeObjects = bytes.subarray(headerAt, headerAt + PDF_HEADER_WINDOW);
  const firstObject = /\d\s+obj\b/.exec(beforeObjects.toString('latin1'))?.index;
  const hidden = foreignContent(beforeObjects.subarray(0, firstObject ?? beforeObjects.length));
  if (hidden !== null) return refused('polyglot', hidden);

  const ends = findEnds(bytes);
  const lastEnd = ends.at(-1);
  if (lastEnd === undefined || ends.length > MAX_UPDATES) return refused('damaged', 'pdf');
  const after = bytes.subarray(lastEnd, lengthWithoutPadding(bytes));
  const appended = foreignContent(after) ?? firstOf(ends, (end) => foreignStart(bytes, end));
  if (appended !== null) return refused('polyglot', appended);
  // A cut-off file can keep an earlier end marker: linearized files have one near their start.
  if (after.length > TRAILING_TOLERANCE) return refused('damaged', 'pdf');

  const structure = readStructure(bytes);
  if (structure.encrypted) return refused('encrypted', 'pdf');
  if (!structure.hasObjects || !bytes.includes('startxref', 0, 'latin1')) {
    return refused('damaged', 'pdf');
  }
  return accepted('pdf');
}

/** Where each of a file's parts ends: there is one for every time that it was changed. */
function findEnds(bytes: Buffer): number[] {
  const ends: number[] = [];
  let at = bytes.indexOf(END_MARKER);
  while (at !== -1 && ends.length <= MAX_UPDATES) {
    ends.push(at + END_MARKER.length);
    at = bytes.indexOf(END_MARKER, at + END_MARKER.length);
  }
  return ends;
}

function firstOf<T>(items: readonly T[], find: (item: T) => string | null): string | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}

function isHarmlessLead(before: Buffer): boolean {
  const withoutMark = before.subarray(
    before.subarray(0, 3).equals(Buffer.from('efbbbf', 'hex')) ? 3 : 0,
  );
  return withoutMark.every(isBlank);
}

/** A PDF name as a pattern: any of its characters may be written as # and two hex digits. */
function namePattern(name: string): string {
  const characters = name.replace(/./g, (character) => {
    const hex = character.charCodeAt(0).toString(16);
    return `(?:${character}|#(?:${hex}|${hex.toUpperCase()}))`;
  });
  return `/${characters}(?=[\\x00\\t\\n\\f\\r ()<>\\[\\]{}/%]|$)`;
}

const STRUCTURE = new RegExp(
  [
    `(${namePattern('Encrypt')})`,
    `(${namePattern('XRef')})`,
    String.raw`(?<![A-Za-z])(?:(trailer)|(obj)|(stream(?=\r?\n)))(?![A-Za-z])`,
  ].join('|'),
  'g',
);

/**
 * One pass over the file's dictionaries, passing over stream data: is there an object at all, and
 * does a trailer or a cross-reference stream name an encryption dictionary?
 */
function readStructure(bytes: Buffer): { hasObjects: boolean; encrypted: boolean } {
  const text = bytes.toString('latin1');
  const tokens = new RegExp(STRUCTURE);
  let hasObjects = false;
  let inTrailer = false;
  let sawEncrypt = false;
  let sawXref = false;
  for (let token = tokens.exec(text); token !== null; token = tokens.exec(text)) {
    const [, encrypt, xref, trailer, object, stream] = token;
    if (encrypt !== undefined) sawEncrypt = true;
    else if (xref !== undefined) sawXref = true;
    else if (trailer !== undefined || object !== undefined) {
      hasObjects ||= object !== undefined;
      inTrailer = trailer !== undefined;
      sawEncrypt = false;
      sawXref = false;
    } else if (stream !== undefined) {
      const end = text.indexOf('endstream', tokens.lastIndex);
      if (end === -1) break;
      tokens.lastIndex = end + 'endstream'.length;
    }
    if (sawEncrypt && (inTrailer || sawXref)) return { hasObjects, encrypted: true };
  }
  return { hasObjects, encrypted: false };
}
