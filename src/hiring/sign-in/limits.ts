import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { networkOf } from '#web/client-address.ts';

/** Links asked for in a quarter of an hour: by one address of e-mail, and from one network. */
const perEmail = 5;
const perNetwork = 20;
const windowSeconds = 15 * 60;

export type LinkLimits = {
  /** Counts a request for a link. Not ok: ask again in so many seconds. */
  take(email: string, address: string): Promise<{ ok: true } | { ok: false; retryAfter: number }>;
};

/**
 * Limits on asking for links, known or unknown address alike, so that neither a mailbox can be
 * flooded nor addresses be tried by the thousand. Kept in memory: one process serves a site.
 */
export function createLinkLimits(): LinkLimits {
  const emails = new RateLimiterMemory({ points: perEmail, duration: windowSeconds });
  const networks = new RateLimiterMemory({ points: perNetwork, duration: windowSeconds });
  return {
    async take(email, address) {
      try {
        await networks.consume(networkOf(address));
        await emails.consume(email);
        return { ok: true };
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return { ok: false, retryAfter: Math.ceil(refusal.msBeforeNext / 1000) };
      }
    },
  };
}
