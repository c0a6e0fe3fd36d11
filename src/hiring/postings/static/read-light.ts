import { hash } from 'node:crypto';
import type { Lang } from '#platform/i18n';
import { bodyOf } from '../loader/front-matter.ts';
import { type HalfReading, readHalf } from '../loader/half.ts';
import { type FactsReading, readFactsFile, readPostingFile } from '../loader/read-file.ts';
import { type ListedFile, readFileNow } from '../loader/read-folder.ts';

/**
 * What a file says, without its text: of thousands of files only the facts are kept in memory. The
 * hash of the text stands where the text would, and changes with it. A body is kept only where the
 * list has to quote it, for want of a description.
 */
export type LightReading =
  | { branch: Lang; file: string; reading: HalfReading }
  | { branch: 'process'; file: string; reading: FactsReading };

const scratch = { bytes: Buffer.allocUnsafe(65_536) };

/** Reads one file. It fails in no other way than by the problems of the reading. */
export function readLight(branch: LightReading['branch'], listed: ListedFile): LightReading {
  const { file } = listed;
  const found = readFileNow(listed, scratch);
  if (branch === 'process') {
    const reading = readFactsFile(found);
    const { facts } = reading;
    const light = facts && { ...facts, source: hashOfText(facts.source) };
    return { branch, file, reading: { ...reading, facts: light } };
  }
  const reading = readPostingFile(found, (source) => readHalf(branch, file, source));
  const { half } = reading;
  if (!half) return { branch, file, reading };
  const text = half.text.description === '' ? half.text : { ...half.text, body: '' };
  const light = { ...half, text, source: hashOfText(half.source) };
  return { branch, file, reading: { ...reading, half: light } };
}

/** The body of a file that was read before; `null` where the file has changed since. */
export function bodyAgain(listed: ListedFile, hash: string): string | null {
  const found = readFileNow(listed, scratch);
  return 'source' in found && hashOfText(found.source) === hash ? bodyOf(found.source) : null;
}

function hashOfText(source: string): string {
  return hash('sha256', source, 'base64url');
}
