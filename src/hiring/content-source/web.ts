import { type Context, Hono } from 'hono';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { messages } from './messages/index.ts';
import { proofOf, verifyWebhook } from './webhook.ts';

export type ContentSourceWebDeps = {
  /** Null where no webhook is accepted. */
  webhook: { secret: string; refresh(): void } | null;
  /** Network address of the sender, for rate limits only. */
  clientAddress(c: Context): string;
};

/** Calls per sender and minute: above what pushing by hand or by a machine makes. */
const callsPerMinute = 60;

/** GitHub sends no larger ones. */
const maxBytes = 25_000_000;

type Answer = 'accepted' | 'unsigned' | 'too-large' | 'too-many' | 'off';

const statuses = {
  accepted: 202,
  unsigned: 401,
  'too-large': 413,
  'too-many': 429,
  off: 404,
} as const;

/**
 * `POST /hooks/content`: the Git server says that there is something new. What it says is not read:
 * a call that was made up, or sent again, leads to a look at the repository at most.
 */
export function contentSourceWeb({ webhook, clientAddress }: ContentSourceWebDeps): Hono {
  const app = new Hono();
  const limiter = new RateLimiterMemory({ points: callsPerMinute, duration: 60 });
  app.post('/hooks/content', async (c) => {
    if (!webhook) return answer(c, 'off');
    const allowed = await limiter.consume(clientAddress(c)).then(
      () => true,
      () => false,
    );
    if (!allowed) {
      c.header('Retry-After', '60');
      return answer(c, 'too-many');
    }
    const proof = proofOf((name) => c.req.header(name));
    if (!proof) return answer(c, 'unsigned');
    const length = Number(c.req.header('content-length') ?? 0);
    const verdict =
      length > maxBytes
        ? 'too-large'
        : await verifyWebhook(webhook.secret, proof, c.req.raw.body, maxBytes);
    if (verdict === 'too-large') return answer(c, 'too-large');
    if (verdict === 'wrong') return answer(c, 'unsigned');
    webhook.refresh();
    return answer(c, 'accepted');
  });
  return app;
}

function answer(c: Context, kind: Answer): Response {
  const message = { en: messages('en')(`hook.${kind}`), fr: messages('fr')(`hook.${kind}`) };
  c.header('Cache-Control', 'no-store');
  return c.json({ status: kind, message }, statuses[kind]);
}
