/** Middle value: robust against the one run in which the machine was busy. */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The value below which the given share of all values lies (nearest rank). */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** One line of a result: what, its value, and its ratio to the reference. */
export function report(what: string, value: string, ratio?: number): void {
  const shown =
    ratio === undefined ? '' : `   ratio ${ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(2)}`;
  process.stdout.write(`${what.padEnd(52)} ${value.padStart(16)}${shown}\n`);
}
