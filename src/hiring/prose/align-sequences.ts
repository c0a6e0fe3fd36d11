/** How well units of two sequences go together; higher is better, below twice `gap` is no match. */
export type Scores = {
  one(i: number, j: number): number;
  /** Units i and i+1 of the first with j of the second. */
  twoToOne(i: number, j: number): number;
  oneToTwo(i: number, j: number): number;
  /** Cost (negative) of leaving a unit without counterpart. */
  gapFirst(i: number): number;
  gapSecond(j: number): number;
};

/** Two sequences' units, matched: `first` and `second` are ranges, either may be empty. */
export type Step = { first: readonly [number, number]; second: readonly [number, number] };

/** How many units of each sequence a move takes. */
const ofFirst = [1, 1, 0, 2, 1] as const;
const ofSecond = [1, 0, 1, 1, 2] as const;

/** Longest sequences that are compared whole; longer ones only near their diagonal. */
const wholeUpTo = 600;
/** Above so many pairs of units nothing is compared: no posting is that long. */
export const mostPairs = 1_500_000;

/** The best monotone alignment of two sequences, in order. */
export function alignSequences(n: number, m: number, scores: Scores): Step[] {
  if (n * m > mostPairs) return inOrder(n, m);
  const width = m + 1;
  const best = new Float64Array((n + 1) * width).fill(Number.NEGATIVE_INFINITY);
  const came = new Uint8Array((n + 1) * width);
  best[0] = 0;
  const band = Math.max(n, m) <= wholeUpTo ? m + 1 : Math.abs(n - m) + 150;
  for (let i = 0; i <= n; i += 1) {
    const middle = n === 0 ? 0 : (i * m) / n;
    const from = Math.max(0, Math.floor(middle - band));
    const to = Math.min(m, Math.ceil(middle + band));
    for (let j = from; j <= to; j += 1) {
      if (i === 0 && j === 0) continue;
      let top = Number.NEGATIVE_INFINITY;
      let move = 0;
      for (let k = 0; k < ofFirst.length; k += 1) {
        const [di, dj] = [ofFirst[k]!, ofSecond[k]!];
        if (i < di || j < dj) continue;
        const before = best[(i - di) * width + j - dj]!;
        if (before === Number.NEGATIVE_INFINITY) continue;
        const score = before + scoreOf(scores, k, i - di, j - dj);
        if (score > top) {
          top = score;
          move = k;
        }
      }
      best[i * width + j] = top;
      came[i * width + j] = move;
    }
  }
  const steps: Step[] = [];
  for (let i = n, j = m; i > 0 || j > 0;) {
    const move = came[i * width + j]!;
    const [di, dj] = [ofFirst[move]!, ofSecond[move]!];
    steps.push({ first: [i - di, i], second: [j - dj, j] });
    i -= di;
    j -= dj;
  }
  return steps.reverse();
}

function scoreOf(scores: Scores, move: number, i: number, j: number): number {
  switch (move) {
    case 0:
      return scores.one(i, j);
    case 1:
      return scores.gapFirst(i);
    case 2:
      return scores.gapSecond(j);
    case 3:
      return scores.twoToOne(i, j);
    default:
      return scores.oneToTwo(i, j);
  }
}

function inOrder(n: number, m: number): Step[] {
  return Array.from({ length: Math.max(n, m) }, (_, k) => ({
    first: [Math.min(k, n), Math.min(k + 1, n)],
    second: [Math.min(k, m), Math.min(k + 1, m)],
  }));
}
