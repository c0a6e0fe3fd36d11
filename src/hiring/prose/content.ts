import { perBlock } from './passages.ts';
import { type Word, wordsOfBlock } from './words.ts';

/** What the words of a block or sentence say, as far as it can be looked for in the other language. */
export type Content = {
  /** Every key of every word, once. */
  readonly keys: readonly number[];
  /** The words that say something, once each. */
  readonly words: readonly { readonly base: number; readonly keys: readonly number[] }[];
};

export function contentOfWords(all: readonly Word[]): Content {
  const keys = new Set<number>();
  const words: Content['words'][number][] = [];
  const seen = new Set<string>();
  for (const { form } of all) {
    if (form.isLight) continue;
    for (const key of form.keys) keys.add(key);
    if (seen.has(form.folded)) continue;
    seen.add(form.folded);
    words.push({ base: form.kind === 'number' ? 1.5 : 1, keys: form.keys });
  }
  return { keys: [...keys], words };
}

export const contentOfBlock = perBlock((block) => contentOfWords(wordsOfBlock(block)));

type Contents = readonly Content[];

export type SharedWeights = {
  /** Weight of the words of `en[i]` that are found in `fr[j]`, at `i * fr.length + j`; and back. */
  readonly found: { readonly en: Float64Array; readonly fr: Float64Array };
  readonly weights: { readonly en: Float64Array; readonly fr: Float64Array };
};

/** How much of each unit is said in each of the other sequence. */
export function sharedWeights(en: Contents, fr: Contents): SharedWeights {
  const [n, m] = [en.length, fr.length];
  number(en, fr);
  const places = { en: placesOf(en), fr: placesOf(fr) };
  const found = { en: new Float64Array(n * m), fr: new Float64Array(n * m) };
  const weights = { en: new Float64Array(n), fr: new Float64Array(m) };
  const reach = { en: reaches(places.en, places.fr), fr: reaches(places.fr, places.en) };
  for (let i = 0; i < n; i += 1) {
    weights.en[i] = addShared(en[i]!, reach.en, found.en, i * m, 1);
  }
  for (let j = 0; j < m; j += 1) {
    weights.fr[j] = addShared(fr[j]!, reach.fr, found.fr, j, m);
  }
  return { found, weights };
}

/** Keys are many in all and few in two texts: these are numbered from 0, in arrays used again. */
const mostKeys = 2 ** 22;
let numberOf = new Int32Array(2 ** 16);
let roundOf = new Int32Array(2 ** 16);
let round = 0;
let numbered = 0;

function number(...sides: readonly Contents[]): void {
  round += 1;
  numbered = 0;
  for (const contents of sides) {
    for (const { keys } of contents) for (const key of keys) give(key);
  }
}

function give(key: number): void {
  const index = key % mostKeys;
  if (index >= numberOf.length) {
    numberOf = grown(numberOf, index);
    roundOf = grown(roundOf, index);
  }
  if (roundOf[index] === round) return;
  roundOf[index] = round;
  numberOf[index] = numbered;
  numbered += 1;
}

function grown(array: Int32Array<ArrayBuffer>, index: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(array.length * 2, index + 1));
  larger.set(array);
  return larger;
}

/** For each numbered key the units that have it: those of key k stand from `starts[k]` on. */
type Places = { readonly starts: Int32Array; readonly units: Int32Array; readonly size: number };

function placesOf(contents: Contents): Places {
  const starts = new Int32Array(numbered + 1);
  for (const { keys } of contents) {
    for (const key of keys) starts[numberOf[key % mostKeys]! + 1]! += 1;
  }
  for (let k = 0; k < numbered; k += 1) starts[k + 1]! += starts[k]!;
  const units = new Int32Array(starts[numbered]!);
  const next = starts.slice();
  for (let unit = 0; unit < contents.length; unit += 1) {
    for (const key of contents[unit]!.keys) {
      const k = numberOf[key % mostKeys]!;
      const at = next[k]!;
      next[k] = at + 1;
      units[at] = unit;
    }
  }
  return { starts, units, size: contents.length };
}

/** Where the keys of a word lead to; the same for the word wherever it stands. */
type Reach = { readonly spread: number; readonly units: readonly number[] };

/** Words that stand in many units say little: each weighs less the more there are. */
function reachOf(
  keys: readonly number[],
  own: Places,
  others: Places,
  isNew: (unit: number) => boolean,
): Reach {
  let most = 1;
  const units: number[] = [];
  for (const key of keys) {
    const k = numberOf[key % mostKeys]!;
    const start = others.starts[k]!;
    const end = others.starts[k + 1]!;
    const ownCount = own.starts[k + 1]! - own.starts[k]!;
    if (ownCount > most) most = ownCount;
    if (end - start > most) most = end - start;
    for (let at = start; at < end; at += 1) {
      const unit = others.units[at]!;
      if (isNew(unit)) units.push(unit);
    }
  }
  return { spread: Math.sqrt(most), units };
}

function addShared(
  { words }: Content,
  reach: (keys: readonly number[]) => Reach,
  found: Float64Array,
  from: number,
  step: number,
): number {
  let total = 0;
  for (const { base, keys } of words) {
    const { spread, units } = reach(keys);
    const weight = base / spread;
    total += weight;
    for (const unit of units) found[from + unit * step]! += weight;
  }
  return total;
}

function reaches(own: Places, others: Places): (keys: readonly number[]) => Reach {
  const known = new Map<readonly number[], Reach>();
  const reached = new Int32Array(others.size);
  return (keys) => {
    let reach = known.get(keys);
    if (!reach) {
      const word = known.size + 1;
      const isNew = (unit: number): boolean => {
        if (reached[unit] === word) return false;
        reached[unit] = word;
        return true;
      };
      known.set(keys, (reach = reachOf(keys, own, others, isNew)));
    }
    return reach;
  };
}
