import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';

/** Forms begun or sent per address and ten minutes: above what an office or a library shares. */
export const sendsPerTenMinutes = 60;

/** Saves of drafts likewise: a dozen steps each, and those of the page itself while people write. */
const savesPerTenMinutes = 3000;

/** Links to one draft by e-mail in a day: an address may be mistyped a few times, not fifty. */
const linksPerDay = 5;

/** The status of an answer to a form that could not be read. */
export const unreadableStatus = { truncated: 400, 'too-large': 413, 'not-a-form': 415 } as const;

/** How a sender stands: `flood` is beyond doubt no person, and its forms are not even read. */
export type Pressure = 'fine' | 'busy' | 'flood';

export type Limits = {
  /** Counts a form that is begun or sent. */
  send(address: string): Promise<Pressure>;
  /** Counts a save of a draft. */
  save(address: string): Promise<Pressure>;
  /** Whether a link to this draft may still be sent by e-mail. */
  mayMail(key: string): Promise<boolean>;
};

export function createLimits(): Limits {
  const sends = new RateLimiterMemory({ points: sendsPerTenMinutes, duration: 600 });
  const saves = new RateLimiterMemory({ points: savesPerTenMinutes, duration: 600 });
  const links = new RateLimiterMemory({ points: linksPerDay, duration: 86_400 });
  const count = async (limiter: RateLimiterMemory, key: string): Promise<number> => {
    const { consumedPoints } = await limiter
      .consume(key)
      .catch((refusal: RateLimiterRes) => refusal);
    return consumedPoints;
  };
  const judge = (counted: number, points: number): Pressure =>
    counted > 3 * points ? 'flood' : counted > points ? 'busy' : 'fine';
  return {
    send: async (address) => judge(await count(sends, address), sendsPerTenMinutes),
    save: async (address) => judge(await count(saves, address), savesPerTenMinutes),
    mayMail: async (key) => (await count(links, key)) <= linksPerDay,
  };
}
