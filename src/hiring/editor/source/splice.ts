/** A text of a file, as it is read: without byte-order mark and with line feeds only. */
export function plainOf(source: string): string {
  return source.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
}

/**
 * Replaces what stands between two offsets of the plain text by other plain text. Whatever is the
 * same at the beginning and the end of both stays byte for byte as it is in the file, line ends and
 * byte-order mark included; new lines end as most of the file's do.
 */
export function splice(source: string, start: number, end: number, text: string): string {
  const plain = plainOf(source);
  const old = plain.slice(start, end);
  let same = 0;
  const most = Math.min(old.length, text.length);
  while (same < most && old[same] === text[same]) same += 1;
  let tail = 0;
  while (tail < most - same && old.at(-1 - tail) === text.at(-1 - tail)) tail += 1;
  const from = offsetIn(source, start + same);
  const to = offsetIn(source, end - tail);
  const fresh = text.slice(same, text.length - tail).replaceAll('\n', lineEndOf(source));
  return source.slice(0, from) + fresh + source.slice(to);
}

/** Where an offset of the plain text is in the file's own. */
function offsetIn(source: string, offset: number): number {
  let at = source.startsWith('\uFEFF') ? 1 : 0;
  for (let left = offset; left > 0; left -= 1) {
    at += source[at] === '\r' && source[at + 1] === '\n' ? 2 : 1;
  }
  return at;
}

function lineEndOf(source: string): string {
  const crlf = source.match(/\r\n/g)?.length ?? 0;
  const lf = (source.match(/\n/g)?.length ?? 0) - crlf;
  return crlf > lf ? '\r\n' : '\n';
}
