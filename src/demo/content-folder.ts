import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Whether a content folder has a posting by one of these translation keys: if not, it is another
 * folder than the one that the database advertises. A folder that cannot be read is not another one.
 */
export async function isFolderOf(contentFolder: string, keys: readonly string[]): Promise<boolean> {
  const folder = join(contentFolder, 'en');
  try {
    const names = await readdir(folder, { recursive: true });
    const texts = await Promise.all(
      names
        .filter((name) => name.endsWith('.md'))
        .map((name) => readFile(join(folder, name), 'utf8')),
    );
    const found = texts.map((text) => /^translationKey:\s*(.*?)\s*$/m.exec(text)?.[1] ?? '');
    const bare = new Set(found.map((key) => key.replaceAll(/^["']|["']$/g, '')));
    return keys.some((key) => bare.has(key));
  } catch {
    return true;
  }
}
