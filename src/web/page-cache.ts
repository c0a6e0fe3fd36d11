import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context } from 'hono';
import type { Clock } from '#platform/clock';
import { type Coding, chooseCoding, matchesTag } from './negotiate.ts';

/** What a cached answer depends on: it stays true for this revision, until this instant. */
export type Validity = { revision: string; until: Date | null };

/**
 * Keeps whole answers in memory, compressed once, with strong entity tags. For pages that are the
 * same for every visitor: they are rendered when first asked for after something changed.
 */
export type PageCache = {
  serve(
    c: Context,
    key: string,
    validity: () => Validity,
    render: () => string,
    contentType?: string,
  ): Promise<Response>;
};

/** Bytes of all that is kept: the least recently used go first. */
const maxBytes = 64_000_000;

type Entry = {
  validity: Validity;
  builtAt: Date;
  bodies: Promise<Record<Coding, Uint8Array<ArrayBuffer>>>;
  digest: string;
  bytes: number;
};

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

export function createPageCache(clock: Clock): PageCache {
  const entries = new Map<string, Entry>();
  let total = 0;

  function drop(key: string, entry: Entry): void {
    if (entries.get(key) !== entry) return;
    entries.delete(key);
    total -= entry.bytes;
  }

  function find(key: string, revision: string): Entry | null {
    const entry = entries.get(key);
    if (!entry) return null;
    const now = clock();
    const { until } = entry.validity;
    const fresh =
      entry.validity.revision === revision && now >= entry.builtAt && !(until && now >= until);
    drop(key, entry);
    if (!fresh) return null;
    // Set again, so that the map's order is that of use.
    entries.set(key, entry);
    total += entry.bytes;
    return entry;
  }

  function add(key: string, validity: Validity, html: string): Entry {
    const body = new TextEncoder().encode(html);
    const entry: Entry = {
      validity,
      builtAt: clock(),
      bodies: compressAll(body),
      digest: createHash('sha256').update(body).digest('base64url').slice(0, 27),
      // What compression adds is about a third.
      bytes: Math.round(body.length * 1.4),
    };
    entry.bodies.catch(() => drop(key, entry));
    entries.set(key, entry);
    total += entry.bytes;
    for (const [oldest, old] of entries) {
      if (total <= maxBytes) break;
      drop(oldest, old);
    }
    return entry;
  }

  return {
    async serve(c, key, validity, render, contentType = 'text/html; charset=UTF-8') {
      const now = validity();
      const entry = find(key, now.revision) ?? add(key, now, render());
      const coding = chooseCoding(c.req.header('accept-encoding'));
      const tag = `"${entry.digest}-${coding}"`;
      const headers: Record<string, string> = {
        'Cache-Control': 'public, max-age=0, must-revalidate',
        ETag: tag,
        Vary: 'Accept-Encoding',
      };
      if (matchesTag(c.req.header('if-none-match'), tag)) return c.body(null, 304, headers);
      const body = (await entry.bodies)[coding];
      headers['Content-Type'] = contentType;
      headers['Content-Length'] = String(body.length);
      if (coding !== 'identity') headers['Content-Encoding'] = coding;
      return c.body(body, 200, headers);
    },
  };
}

async function compressAll(
  identity: Uint8Array<ArrayBuffer>,
): Promise<Record<Coding, Uint8Array<ArrayBuffer>>> {
  const [br, gz] = await Promise.all([
    compressBrotli(identity, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        // The best quality takes a second for each megabyte, which the first to ask would wait for.
        [constants.BROTLI_PARAM_QUALITY]: identity.length > 250_000 ? 5 : 11,
        [constants.BROTLI_PARAM_SIZE_HINT]: identity.length,
      },
    }),
    compressGzip(identity, { level: 9 }),
  ]);
  return { identity, br: new Uint8Array(br), gzip: new Uint8Array(gz) };
}
