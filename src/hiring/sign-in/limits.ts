import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { networkOf } from '#web/client-address.ts';

/** Links asked for in a quarter of an hour: by one address of e-mail, and from one network. */
const perEmail = 5;
const perNetwork = 20;
const windowSeconds = 15 * 60;

export type LinkLimits = {
  /** Counts a request for a link. Not ok: ask again in so many seconds. */
  take(email: string, address: string): Promise<Taken>;
};

type Taken = { ok: true } | { ok: false; retryAfter: number };

/**
 * Limits on asking for links, known or unknown address alike, so that neither a mailbox can be
 * flooded nor addresses be tried by the thousand. Kept in memory: one process serves a site.
 */
export function createLinkLimits(): LinkLimits {
  const emails = new RateLimiterMemory({ points: perEmail, duration: windowSeconds });
  const networks = new RateLimiterMemory({ points: perNetwork, duration: windowSeconds });
  return {
    async take(email, address) {
      const ofNetwork = await take(networks, networkOf(address));
      return ofNetwork.ok ? take(emails, email) : ofNetwork;
    },
  };
}

/** A limit on requests from one network in a quarter of an hour, whatever they ask. */
export function createNetworkLimit(points: number): (address: string) => Promise<Taken> {
  const networks = new RateLimiterMemory({ points, duration: windowSeconds });
  return (address) => take(networks, networkOf(address));
}

async function take(limiter: RateLimiterMemory, key: string): Promise<Taken> {
  try {
    await limiter.consume(key);
    return { ok: true };
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return { ok: false, retryAfter: Math.ceil(refusal.msBeforeNext / 1000) };
  }
}
