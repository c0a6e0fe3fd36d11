import { vi } from 'vitest';

/** Freezes the time that everything reads, better-auth included; timers go on as usual. */
export function freezeTime(at: string): void {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(at) });
}

export function advance(minutes: number): void {
  vi.setSystemTime(Date.now() + minutes * 60_000);
}
