/** Runs one piece of work at a time, in the order in which they were asked for. */
export type Lock = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** A lock of this process alone. Work that fails lets the next one begin. */
export function createLock(): Lock {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const run = last.then(work, work);
    last = run.catch(() => {});
    return run;
  };
}
