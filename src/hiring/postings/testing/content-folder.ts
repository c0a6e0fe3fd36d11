import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** For tests: a content folder on the real file system. */
export type ContentFolder = {
  path: string;
  write(file: string, content: string | Uint8Array): Promise<void>;
  remove(file: string): Promise<void>;
  removeAll(): Promise<void>;
};

export async function contentFolder(files: Record<string, string> = {}): Promise<ContentFolder> {
  const path = await mkdtemp(join(tmpdir(), 'tandem-content-'));
  const folder: ContentFolder = {
    path,
    async write(file, content) {
      await mkdir(dirname(join(path, file)), { recursive: true });
      await writeFile(join(path, file), content);
    },
    remove: (file) => rm(join(path, file), { recursive: true, force: true }),
    removeAll: () => rm(path, { recursive: true, force: true }),
  };
  for (const [file, content] of Object.entries(files)) await folder.write(file, content);
  return folder;
}

/** The text of a posting file. A field set to `null` is left out. */
export function postingSource(
  key: string,
  fields: Record<string, string | null> = {},
  body = '## Work\n\nSome work.',
): string {
  const all = {
    layout: 'job-posting',
    type: 'section',
    title: `Title of ${key}`,
    description: `Description of ${key}`,
    archived: 'false',
    translationKey: key,
    ...fields,
  };
  const lines = Object.entries(all).filter(([, value]) => value !== null);
  return `---\n${lines.map(([name, value]) => `${name}: ${value}`).join('\n')}\n---\n\n${body}\n`;
}

/** Both files of a posting. */
export function pairSources(
  key: string,
  fields: { en?: Record<string, string | null>; fr?: Record<string, string | null> } = {},
): Record<string, string> {
  return {
    [`en/jobs/${key}.md`]: postingSource(key, { title: `English ${key}`, ...fields.en }),
    [`fr/emplois/${key}.md`]: postingSource(key, { title: `Français ${key}`, ...fields.fr }),
  };
}
