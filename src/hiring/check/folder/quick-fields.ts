import { isSlug, readHalf, uuid } from '#hiring/postings/loader';
import type { Lang } from '#platform/i18n';

/** What the index keeps of a posting file. Lines are counted from 1. */
export type IndexFields = {
  readonly key: string | null;
  readonly archived: boolean;
  readonly leverId: string | null;
  readonly leverIdLine: number;
  readonly slug: string | null;
  readonly slugLine: number;
};

const names = ['translationKey', 'archived', 'leverId', 'slug'] as const;

/** A value that YAML reads as it is written. */
const plain = /^(?:'([^']*)'|"([^"\\]*)"|([\p{L}\p{N}][\p{L}\p{N}_./() -]*))[ \t]*$/u;
const notText = /^(?:null|~|yes|no|on|off|[\d.eE+-]+)$/i;

/**
 * The fields that tie files together, without reading the whole front matter: thousands of files
 * are indexed before the first is checked. What is written in any unusual way is read in full.
 */
export function indexFields(lang: Lang, file: string, source: string): IndexFields {
  const front = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---/.exec(source)?.[1];
  if (front === undefined) return readInFull(lang, file, source);
  const values: Partial<Record<(typeof names)[number], { text: string; line: number }>> = {};
  for (const name of names) {
    const mentions = front.split(name).length - 1;
    if (mentions === 0) continue;
    const written = new RegExp(`^${name}:[ \\t]*([^\\r\\n]*)`, 'm').exec(front);
    const value = written && plain.exec(written[1]!);
    const text = value && (value[1] ?? value[2] ?? value[3]!).trim();
    if (mentions > 1 || !value || text === null || (value[3] !== undefined && notText.test(text))) {
      return readInFull(lang, file, source);
    }
    values[name] = { text, line: front.slice(0, written.index).split('\n').length + 1 };
  }
  const { translationKey, archived, leverId, slug } = values;
  return {
    key: translationKey?.text.normalize('NFC') || null,
    archived: archived !== undefined && archived.text !== 'false',
    leverId: leverId && uuid.test(leverId.text) ? leverId.text.toLowerCase() : null,
    leverIdLine: leverId?.line ?? 1,
    slug: slug && isSlug(slug.text) ? slug.text : null,
    slugLine: slug?.line ?? 1,
  };
}

function readInFull(lang: Lang, file: string, source: string): IndexFields {
  const { half, claim } = readHalf(lang, file, source);
  return {
    key: half?.translationKey ?? claim,
    archived: half?.archived ?? false,
    leverId: half?.text.leverId ?? null,
    leverIdLine: half?.leverIdPlace.line ?? 1,
    slug: half?.slug ?? null,
    slugLine: half?.slugPlace.line ?? 1,
  };
}
