/** Work that is done again and again: whatever one look misses, the next one finds. */
export type Looks<Found> = {
  /** Looks now; at the same time as another look, joins it. */
  look(): Promise<Found>;
  /** Looks now and then by the clock. */
  start(): void;
  /** Ends it, and waits for a look under way. */
  stop(): Promise<void>;
};

/**
 * Makes looks, one at a time. What those by the clock find, and why one failed, is told to the
 * caller; `look` itself answers and rejects as the work does.
 */
export function createLooks<Found>({
  everyMs,
  work,
  onFound,
  onFailure,
}: {
  everyMs: number;
  /** Long work ends early once `isStopping`. */
  work(isStopping: () => boolean): Promise<Found>;
  onFound(found: Found): void;
  onFailure(error: unknown): void;
}): Looks<Found> {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<Found> | null = null;
  let stopping = false;

  function look(): Promise<Found> {
    running ??= work(() => stopping).finally(() => {
      running = null;
    });
    return running;
  }

  function byTheClock(): void {
    // The one under way finds what this one would.
    if (!running) void look().then(onFound, onFailure);
  }

  return {
    look,
    start() {
      byTheClock();
      timer = setInterval(byTheClock, everyMs);
      timer.unref();
    },
    async stop() {
      stopping = true;
      clearInterval(timer);
      await running?.catch(() => {});
    },
  };
}
