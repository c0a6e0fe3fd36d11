import { Readable } from 'node:stream';
import type { Context } from 'hono';
import { contentDisposition, mediaTypeOf, safeFilename } from '#platform/files';
import type { ApplicationsDeps } from '../deps.ts';
import { findFile } from '../queries.ts';

/** Nothing in a file may load, run or frame anything, even from our own address. */
const nothing =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

/** Somebody's own file, to save: never shown in our pages, whatever is in it. */
export async function sendFile(
  { db, files, log }: ApplicationsDeps,
  c: Context,
  { sha256, name }: { sha256: string; name: string },
): Promise<Response> {
  const known = await findFile(db, sha256);
  const file = known && (await files.open(sha256));
  if (!known || !file) {
    if (known) log.error({ sha256 }, 'a stored file is missing');
    return c.notFound();
  }
  const { type } = known;
  c.header('Content-Type', mediaTypeOf(type));
  c.header('Content-Length', String(file.size));
  c.header(
    'Content-Disposition',
    contentDisposition('attachment', safeFilename(name, { extension: type })),
  );
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Content-Security-Policy', nothing);
  c.header('Cross-Origin-Resource-Policy', 'same-origin');
  c.header('Cache-Control', 'private, no-store');
  c.header('Referrer-Policy', 'no-referrer');
  if (c.req.method === 'HEAD') {
    file.stream.destroy();
    return c.body(null);
  }
  return c.body(Readable.toWeb(file.stream) as ReadableStream<Uint8Array>);
}
