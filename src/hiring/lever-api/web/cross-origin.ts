import type { Context, Next } from 'hono';

/**
 * Lets pages of the given origins call the API from a browser (Fetch Standard, CORS protocol).
 * Without credentials: no cookie of ours means anything here.
 */
export function crossOrigin(allowed: readonly string[]) {
  return async (c: Context, next: Next): Promise<Response | void> => {
    const origin = c.req.header('origin');
    const isAllowed = origin !== undefined && allowed.includes(origin);
    const asks = c.req.method === 'OPTIONS' && c.req.header('access-control-request-method');
    if (asks) {
      const headers: Record<string, string> = {
        Vary: 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers',
      };
      if (isAllowed) {
        headers['Access-Control-Allow-Origin'] = origin;
        headers['Access-Control-Allow-Methods'] = 'GET, HEAD, POST';
        headers['Access-Control-Allow-Headers'] =
          'Accept-Language, Authorization, Content-Type, Idempotency-Key, If-None-Match';
        headers['Access-Control-Max-Age'] = '600';
      }
      return c.body(null, 204, headers);
    }
    await next();
    c.res.headers.append('Vary', 'Origin');
    if (!isAllowed) return;
    c.res.headers.set('Access-Control-Allow-Origin', origin);
    c.res.headers.set('Access-Control-Expose-Headers', 'ETag, Idempotent-Replay, Retry-After');
  };
}
