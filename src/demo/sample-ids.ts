import { createHash } from 'node:crypto';

/**
 * Id of something in the sample process, the same at every run: what was made before is recognized,
 * and a run that was cut short goes on where it stopped. A UUID of version 8 (RFC 9562, 5.8).
 *
 * The keys of submissions are made this way too, so whoever reads this can find a receipt: of
 * sample candidates only, on a server that is not in production.
 */
export function sampleId(what: string): string {
  const hash = createHash('sha256').update(`Tandem sample process\n${what}`).digest('hex');
  const part = (from: number, to: number): string => hash.slice(from, to);
  return `${part(0, 8)}-${part(8, 12)}-8${part(13, 16)}-a${part(17, 20)}-${part(20, 32)}`;
}
