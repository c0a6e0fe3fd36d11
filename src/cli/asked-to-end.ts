/** Signals that ask a program to end. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export type Why = (typeof signals)[number] | 'parent gone';

/** Calls `end` whenever this program is asked to end: by a signal, or as its launcher is gone. */
export function whenAskedToEnd(end: (why: Why) => void): void {
  for (const signal of signals) process.on(signal, () => end(signal));
  process.on('disconnect', () => end('parent gone'));
  // To listen to the launcher must not keep a program alive that has nothing left to do.
  process.channel?.unref();
  // It may have been gone before anyone listened.
  if (process.send && !process.connected) end('parent gone');
}
