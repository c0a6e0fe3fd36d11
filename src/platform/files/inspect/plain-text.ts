import { decodeText } from '../text-decoding.ts';
import { accepted, refused, type Inspection } from './inspection.ts';
import { isBlank, lengthWithoutPadding } from './signatures.ts';

/**
 * Control characters that no text file has. Allowed: tab, line feed, vertical tab (Word's line
 * break), form feed and carriage return. The range 0x80 to 0x9F is allowed too: badly converted
 * apostrophes end up there.
 */
// oxlint-disable-next-line no-control-regex -- control characters are what this is about
const BINARY = /[\u0000-\u0008\u000e-\u001f\u007f\ufffe\uffff]/;

/**
 * Inspects a file of no known signature. Null if it is not text at all.
 *
 * Text that begins as a web page, SVG, XML, script, PostScript or saved e-mail is refused: it is
 * the wrong file, and reads as gibberish on the desk. Markup further down is accepted, as web
 * developers quote it. Safety does not rest on this: text is served as text/plain with nosniff.
 */
export function inspectText(bytes: Buffer): Inspection | null {
  const text = decodeText(withoutDosEnd(bytes));
  if (text === null || BINARY.test(text)) return null;
  const start = text.slice(0, 4096).trimStart();
  if (start === '' && text.trim() === '') return refused('empty', 'txt');
  const other = nameOfMarkup(start);
  return other === null ? accepted('txt') : refused('unsupported-type', other);
}

/** Old DOS programs end a text with a single 0x1A. */
function withoutDosEnd(bytes: Buffer): Buffer {
  return bytes.at(-1) === 0x1a ? bytes.subarray(0, -1) : bytes;
}

/** Roughly the WHATWG MIME Sniffing table of HTML openings, and other formats that are text. */
const OPENINGS: readonly (readonly [RegExp, string])[] = [
  [
    /^<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|iframe|table|div|p|h1|a|b|br|font|center)[\s>/]/i,
    'html',
  ],
  [/^<svg[\s>]/i, 'svg'],
  [/^<!doctype\s+svg/i, 'svg'],
  [/^<\?php/i, 'php'],
  [/^<\?xml/i, 'xml'],
  [/^<!--/, 'html'],
  [/^#!/, 'sh'],
  [/^@echo\s+off/i, 'bat'],
  [/^%!PS/, 'ps'],
];

const MAIL_HEADER =
  /^(?:received|return-path|delivered-to|message-id|mime-version|content-type|x-[\w-]+):/i;

function nameOfMarkup(start: string): string | null {
  const opening = OPENINGS.find(([pattern]) => pattern.test(start));
  if (opening?.[1] === 'xml') return /<(svg|html)[\s>]/i.exec(start)?.[1]?.toLowerCase() ?? 'xml';
  if (opening !== undefined) return opening[1];
  const headers = start.split(/\r?\n/, 30).filter((line) => MAIL_HEADER.test(line));
  return headers.length >= 2 ? 'eml' : null;
}

/** Inspects a file that begins as RTF: one group, so a whole file ends with a closing brace. */
export function inspectRtf(bytes: Buffer): Inspection {
  const last = bytes[lengthWithoutPadding(bytes) - 1];
  return last === 0x7d ? accepted('rtf') : refused('damaged', 'rtf');
}

/** True if there is nothing in the file but padding. */
export function isBlankFile(bytes: Buffer): boolean {
  return bytes.every(isBlank);
}
