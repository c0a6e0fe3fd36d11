import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Group } from '#hiring/check';
import { splitFrontMatter } from '#hiring/postings/loader';

export type NotWritten = {
  readonly kind: 'exists' | 'has-facts' | 'bad-key' | 'not-writable';
  readonly file: string;
  readonly code: string;
};

type Written = { ok: true; file: string } | { ok: false; error: NotWritten };

/** Writes `process/<translationKey>.yml`. Facts that a person wrote are never touched. */
export async function writeFacts(folder: string, group: Group, text: string): Promise<Written> {
  const refuse = (kind: NotWritten['kind'], file: string, code = ''): Written => ({
    ok: false,
    error: { kind, file, code },
  });
  const posting = group.en[0]?.file ?? group.fr[0]?.file ?? '';
  const { key } = group;
  if (key === null || !/^[\p{L}\p{N}][\p{L}\p{N}._ -]*$/u.test(key))
    return refuse('bad-key', posting);
  const [existing] = group.process;
  if (existing) return refuse('exists', existing.file);
  for (const { file } of [...group.en, ...group.fr]) {
    if (hasFacts(file, await readFile(join(folder, file), 'utf8')))
      return refuse('has-facts', file);
  }
  const file = `process/${key}.yml`;
  try {
    await mkdir(join(folder, 'process'), { recursive: true });
    await writeFile(join(folder, file), text, { flag: 'wx' });
    return { ok: true, file };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return code === 'EEXIST' ? refuse('exists', file) : refuse('not-writable', file, code);
  }
}

function hasFacts(file: string, source: string): boolean {
  const split = splitFrontMatter(file, source);
  return split.ok && split.parts.yaml.rangeOf(['process']) !== null;
}
