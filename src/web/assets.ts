import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const manifestSchema = z.record(z.string(), z.string());

/**
 * Reads the manifest that the build writes (source name to hashed URL path) and returns the
 * look-up. An unknown name throws: a page that asks for it could never work.
 */
export function loadAssets(publicFolder: string): (name: string) => string {
  const manifest = manifestSchema.parse(
    JSON.parse(readFileSync(join(publicFolder, 'manifest.json'), 'utf8')),
  );
  return (name) => {
    const url = manifest[name];
    if (!url) throw new Error(`No built asset '${name}'`);
    return url;
  };
}
