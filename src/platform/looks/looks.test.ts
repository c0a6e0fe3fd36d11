import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLooks } from './index.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const onFound = vi.fn();
const onFailure = vi.fn();
beforeEach(() => vi.clearAllMocks());

it('looks at once and then by the clock, one at a time, until it is stopped', async () => {
  const ends: (() => void)[] = [];
  let count = 0;
  const looks = createLooks({
    everyMs: 1000,
    work: () => {
      count += 1;
      return new Promise<number>((resolve) => ends.push(() => resolve(count)));
    },
    onFound,
    onFailure,
  });
  looks.start();
  await vi.advanceTimersByTimeAsync(2500);
  expect(count).toBe(1);
  const joined = looks.look();
  ends[0]?.();
  expect(await joined).toBe(1);
  expect(onFound.mock.calls).toEqual([[1]]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(count).toBe(2);
  const stopped = vi.fn();
  void looks.stop().then(stopped);
  await vi.advanceTimersByTimeAsync(5000);
  expect([count, stopped.mock.calls.length]).toEqual([2, 0]);
  ends[1]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(stopped).toHaveBeenCalledOnce();
});

it('tells of a failure, goes on, and lets work know that it is being stopped', async () => {
  const seen: boolean[] = [];
  const looks = createLooks({
    everyMs: 1000,
    work: async (isStopping) => {
      seen.push(isStopping());
      throw new Error('away');
    },
    onFound,
    onFailure,
  });
  looks.start();
  await vi.advanceTimersByTimeAsync(1000);
  expect(onFailure).toHaveBeenCalledTimes(2);
  await looks.stop();
  await expect(looks.look()).rejects.toThrow('away');
  expect(seen).toEqual([false, false, true]);
  expect(onFound).not.toHaveBeenCalled();
});
