import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The key that signs forms and sessions, or the one that seals self-declarations: the one configured,
 * else the one in the data folder, made at the first start. Readable by this account only; synced,
 * since sessions and open forms, or all self-declarations, die with it.
 */
export async function readOrMakeSecret(
  configured: string | null,
  dataFolder: string,
  name: 'secret' | 'equity-key' = 'secret',
): Promise<string> {
  if (configured) return configured;
  await mkdir(dataFolder, { recursive: true });
  const path = join(dataFolder, name);
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(`${randomBytes(48).toString('base64url')}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  }
  return (await readFile(path, 'utf8')).trim();
}
