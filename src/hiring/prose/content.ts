import { perBlock } from './passages.ts';
import { type Word, wordsOfBlock } from './words.ts';

/**
 * What the words of a block or sentence say, as far as it can be looked for in the other language:
 * plain lists of numbers, as they are gone through for every posting.
 */
export type Content = {
  /** Every key of every word, once. */
  readonly keys: readonly number[];
  /** Of the words that say something, once each: twice its weight. */
  readonly weights: readonly number[];
  /** Where the keys of each such word end in `wordKeys`: they begin where the last one's end. */
  readonly ends: readonly number[];
  /** Places in `keys`. */
  readonly wordKeys: readonly number[];
};

export function contentOfWords(all: readonly Word[]): Content {
  const places = new Map<number, number>();
  const [weights, ends, wordKeys]: [number[], number[], number[]] = [[], [], []];
  const seen = new Set<string>();
  for (const { form } of all) {
    if (form.isLight) continue;
    const isKnown = seen.has(form.folded);
    for (const key of form.marks) {
      let place = places.get(key);
      if (place === undefined) places.set(key, (place = places.size));
      if (!isKnown) wordKeys.push(place);
    }
    if (isKnown) continue;
    seen.add(form.folded);
    weights.push(form.kind === 'number' ? 3 : 2);
    ends.push(wordKeys.length);
  }
  return { keys: [...places.keys()], weights, ends, wordKeys };
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
  beginRound();
  const numbers = { en: numbersOf(en), fr: numbersOf(fr) };
  const places = { en: placesOf(en, numbers.en), fr: placesOf(fr, numbers.fr) };
  const most = mostUnits(places.en, places.fr);
  const found = { en: new Float64Array(n * m), fr: new Float64Array(n * m) };
  const weights = { en: new Float64Array(n), fr: new Float64Array(m) };
  const toFr = { most, others: places.fr, found: found.en, step: 1 };
  addShared({ contents: en, numbers: numbers.en }, toFr, weights.en, m);
  const toEn = { most, others: places.en, found: found.fr, step: m };
  addShared({ contents: fr, numbers: numbers.fr }, toEn, weights.fr, 1);
  return { found, weights };
}

/**
 * Keys are many in all and few in two texts: these are numbered from 0, in an array used again. A key
 * has two places there, its round and its number, side by side: it is far to look for each.
 */
const mostKeys = 2 ** 22;
let numberOf = new Int32Array(2 ** 17);
let round = 0;
let numbered = 0;

function beginRound(): void {
  round += 1;
  numbered = 0;
}

/** The numbers of all keys of all units, one unit's after the other's. */
function numbersOf(contents: Contents): Int32Array {
  let count = 0;
  for (const { keys } of contents) count += keys.length;
  const numbers = new Int32Array(count);
  let at = 0;
  for (const { keys } of contents) {
    for (let k = 0; k < keys.length; k += 1) {
      numbers[at] = numberFor(keys[k]!);
      at += 1;
    }
  }
  return numbers;
}

function numberFor(key: number): number {
  const place = (key % mostKeys) * 2;
  if (place >= numberOf.length) numberOf = grown(numberOf, place + 2);
  if (numberOf[place] !== round) {
    numberOf[place] = round;
    numberOf[place + 1] = numbered;
    numbered += 1;
  }
  return numberOf[place + 1]!;
}

function grown(array: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(array.length * 2, least));
  larger.set(array);
  return larger;
}

/** For each numbered key the units that have it: those of key k stand from `starts[k]` on. */
type Places = { readonly starts: Int32Array; readonly units: Int32Array; readonly size: number };

function placesOf(contents: Contents, numbers: Int32Array): Places {
  const starts = new Int32Array(numbered + 1);
  for (let at = 0; at < numbers.length; at += 1) starts[numbers[at]! + 1]! += 1;
  for (let k = 0; k < numbered; k += 1) starts[k + 1]! += starts[k]!;
  const units = new Int32Array(numbers.length);
  const next = starts.slice();
  let at = 0;
  for (let unit = 0; unit < contents.length; unit += 1) {
    for (const end = at + contents[unit]!.keys.length; at < end; at += 1) {
      const k = numbers[at]!;
      const place = next[k]!;
      next[k] = place + 1;
      units[place] = unit;
    }
  }
  return { starts, units, size: contents.length };
}

/** In how many units of the text that repeats it more each key stands. */
function mostUnits(en: Places, fr: Places): Int32Array {
  const most = new Int32Array(numbered);
  for (let k = 0; k < numbered; k += 1) {
    const [inEn, inFr] = [en.starts[k + 1]! - en.starts[k]!, fr.starts[k + 1]! - fr.starts[k]!];
    most[k] = inEn > inFr ? inEn : inFr;
  }
  return most;
}

type Side = { readonly contents: Contents; readonly numbers: Int32Array };
type Target = {
  readonly most: Int32Array;
  readonly others: Places;
  readonly found: Float64Array;
  /** How far apart in `found` two units of the other text stand, beside the same of this one. */
  readonly step: number;
};

/**
 * Adds the weight of each word wherever one of its keys leads, once. Words that stand in many units
 * say little: each weighs less the more there are. `ownStep`: as `step`, of this text's units.
 */
function addShared(
  { contents, numbers }: Side,
  { most, others: { starts, units, size }, found, step }: Target,
  totals: Float64Array,
  ownStep: number,
): void {
  const reachedBy = new Int32Array(size);
  let word = 0;
  let first = 0;
  for (let own = 0; own < contents.length; own += 1) {
    const { keys, weights, ends, wordKeys } = contents[own]!;
    let total = 0;
    let from = 0;
    for (let w = 0; w < weights.length; w += 1) {
      const to = ends[w]!;
      let spread = 1;
      for (let at = from; at < to; at += 1) {
        const count = most[numbers[first + wordKeys[at]!]!]!;
        if (count > spread) spread = count;
      }
      const weight = weights[w]! / 2 / Math.sqrt(spread);
      total += weight;
      word += 1;
      for (; from < to; from += 1) {
        const k = numbers[first + wordKeys[from]!]!;
        for (let place = starts[k]!, end = starts[k + 1]!; place < end; place += 1) {
          const unit = units[place]!;
          if (reachedBy[unit] === word) continue;
          reachedBy[unit] = word;
          found[own * ownStep + unit * step]! += weight;
        }
      }
    }
    totals[own] = total;
    first += keys.length;
  }
}
