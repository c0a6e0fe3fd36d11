import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { type Remembered, nothingRemembered, rememberedSchema } from '#hiring/postings/static';
import type { Output } from './output.ts';

/** The addresses of the given file, else of the build before; `null` where the file is not ours. */
export function rememberedIn(file: string | null, { previous }: Output): Remembered | null {
  if (file !== null) {
    const text = readIfThere(file);
    if (text !== null) return parse(text);
  }
  return (previous && parse(previous.manifest.remembered)) ?? nothingRemembered;
}

function parse(text: string): Remembered | null {
  try {
    return rememberedSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** One fact on a line, in order: made to be committed and compared. */
export function formatRemembered({ postings, slugs, versions }: Remembered): string {
  const lines = (rows: readonly object[]): string => {
    const sorted = rows.map((row) => `    ${JSON.stringify(row)}`).sort();
    return `[\n${sorted.join(',\n')}\n  ]`;
  };
  return `{
  "postings": ${lines(postings)},
  "slugs": ${lines(slugs)},
  "versions": ${lines(versions)}
}
`;
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return null;
    throw error;
  }
}

/** Replaces the file as a whole, where its text is another. */
export function writeWhole(path: string, text: string): void {
  if (readIfThere(path) === text) return;
  writeFileSync(`${path}.next`, text);
  renameSync(`${path}.next`, path);
}
