import { isIPv6 } from 'node:net';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Links asked for in a quarter of an hour: by one address of e-mail, and from one network. */
const perEmail = 5;
const perNetwork = 20;
const windowSeconds = 15 * 60;

export type SignInLimits = {
  /** Counts a request for a link. Not ok: ask again in so many seconds. */
  take(email: string, address: string): Promise<{ ok: true } | { ok: false; retryAfter: number }>;
};

/**
 * Limits on asking for sign-in links, known or unknown address alike, so that neither a mailbox
 * can be flooded nor addresses be tried by the thousand. Kept in memory: one process serves a site.
 */
export function createSignInLimits(): SignInLimits {
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

/** One subscriber's network: an IPv4 address, or the first 64 bits of an IPv6 address. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array<string>(8 - left.length - right.length).fill('0');
  return [...left, ...zeros, ...right].slice(0, 4).join(':');
}
