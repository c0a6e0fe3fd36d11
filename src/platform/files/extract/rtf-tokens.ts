/** What an RTF file is made of (RTF Specification 1.9.1, "Formal Syntax"). */
export type RtfToken =
  | { kind: 'open' }
  | { kind: 'close' }
  /** A letter or symbol after a backslash; `value` is the number that follows, if any. */
  | { kind: 'control'; word: string; value: number | undefined }
  /** One character of text as a byte: written as is or as \'hh. */
  | { kind: 'byte'; byte: number };

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const CONTROL = /\\(?:([a-zA-Z]{1,32})(-?\d{1,10})? ?|'([0-9a-fA-F]{2})|([^]))/y;

/** Reads tokens one after the other; binary data (\bin) is passed over. */
export function* readRtf(bytes: Buffer): Generator<RtfToken, void, undefined> {
  const source = bytes.toString('latin1');
  const control = new RegExp(CONTROL);
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte === OPEN) yield { kind: 'open' };
    else if (byte === CLOSE) yield { kind: 'close' };
    else if (byte !== BACKSLASH) {
      // Line ends between control words mean nothing.
      if (byte !== 0x0a && byte !== 0x0d && byte !== 0) yield { kind: 'byte', byte };
    } else {
      control.lastIndex = at;
      const match = control.exec(source);
      if (match === null) return;
      at = control.lastIndex;
      const [, word, digits, hex, symbol] = match;
      const value = digits === undefined ? undefined : Number(digits);
      if (hex !== undefined) yield { kind: 'byte', byte: parseInt(hex, 16) };
      else if (word === 'bin') at += Math.max(value ?? 0, 0);
      else yield { kind: 'control', word: word ?? symbol ?? '', value };
      continue;
    }
    at++;
  }
}
