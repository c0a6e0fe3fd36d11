import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/**
 * The network address that a request came from. Behind `proxies` trusted reverse proxies it is the
 * entry that the outermost of them wrote into X-Forwarded-For; what stands further left may be
 * made up by the sender.
 */
export function clientAddress(c: Context, proxies: number): string {
  if (proxies > 0) {
    const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
    const claimed = forwarded.at(-proxies);
    if (claimed) return claimed;
  }
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    return 'unknown'; // called without a socket, as tests do
  }
}
