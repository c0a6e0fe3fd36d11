import { readFileSync, readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Context } from 'hono';

type PublicFile = { body: Buffer; br: Buffer | null; gzip: Buffer | null; type: string };

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * The built assets, read once and compressed once: some hundred kilobytes. Answering from a map
 * leaves no path to climb out of. Hashed names never change and are kept a year by browsers.
 */
export function loadPublicFiles(folder: string): (c: Context) => Response | null {
  const files = new Map<string, PublicFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || !type) continue;
    const path = join(entry.parentPath, entry.name);
    const body = readFileSync(path);
    const compressible = !type.startsWith('font/') && !type.startsWith('image/p');
    files.set(`/${relative(folder, path).split(sep).join('/')}`, {
      body,
      br: compressible ? brotliCompressSync(body) : null,
      gzip: compressible ? gzipSync(body) : null,
      type,
    });
  }
  return (c) => {
    const file = files.get(c.req.path);
    if (!file) return null;
    const accepted = c.req.header('accept-encoding') ?? '';
    const [encoding, body] =
      file.br && /\bbr\b/.test(accepted)
        ? (['br', file.br] as const)
        : file.gzip && /\bgzip\b/.test(accepted)
          ? (['gzip', file.gzip] as const)
          : ([null, file.body] as const);
    c.header('Content-Type', file.type);
    c.header('Content-Length', String(body.length));
    c.header('Vary', 'Accept-Encoding');
    if (encoding) c.header('Content-Encoding', encoding);
    c.header(
      'Cache-Control',
      c.req.path.startsWith('/assets/')
        ? 'public, max-age=31536000, immutable'
        : 'public, max-age=3600',
    );
    return c.body(new Uint8Array(body));
  };
}
