import { contentOfBlock } from './content.ts';
import { type Scores, alignSequences } from './align-sequences.ts';
import type { AlignedBlocks, Alignment, Block, Document } from './model.ts';
import { type Similarity, type Unit, oddityOfLengths, similarityOf } from './similarity.ts';

const gap = -0.42;
/** Below this, two blocks together are not what one says: worse than leaving all three alone. */
const leastLikeness = 0.2;
const unfit = -9;
/** Similarity from which blocks that stand in another order are still taken for counterparts. */
const crossing = 0.55;

/**
 * Finds for each block of one language the block that says the same in the other. Blocks are
 * compared by kind, length and words in common; the best order-keeping alignment is taken, and then
 * what remained alone is matched across it where it is nearly certain (lists put in another order).
 * See docs/check/alignment.md.
 */
export function alignDocuments(en: Document, fr: Document): Alignment {
  const pairs: Found[] = [];
  const bodies = { en: bodyBlocks(en), fr: bodyBlocks(fr) };
  for (const kind of ['title', 'description'] as const) {
    const [one, other] = [en, fr].map(({ blocks }) => blocks.find((block) => block.kind === kind));
    if (one || other) {
      pairs.push({ en: one ? [one.id] : [], fr: other ? [other.id] : [], confidence: 1 });
    }
  }
  const units = {
    en: bodies.en.map((one) => unitOf(one)),
    fr: bodies.fr.map((one) => unitOf(one)),
  };
  const similarity = similarityOf(units.en, units.fr);
  const steps = alignSequences(
    bodies.en.length,
    bodies.fr.length,
    blockScores(bodies.en, bodies.fr, units, similarity),
  );
  for (const { first, second } of steps) {
    pairs.push({
      en: bodies.en.slice(...first).map(({ id }) => id),
      fr: bodies.fr.slice(...second).map(({ id }) => id),
      confidence: confidenceOf(first, second, similarity, units),
    });
  }
  crossMatch(pairs, bodies, similarity);
  return alignmentOf(pairs, en, fr);
}

type Found = { en: number[]; fr: number[]; confidence: number };

function bodyBlocks({ blocks }: Document): Block[] {
  return blocks.filter(({ kind }) => kind !== 'title' && kind !== 'description');
}

function unitOf(block: Block): Unit {
  return { content: contentOfBlock(block), length: block.text.length };
}

function blockScores(
  en: readonly Block[],
  fr: readonly Block[],
  units: { en: readonly Unit[]; fr: readonly Unit[] },
  similarity: Similarity,
): Scores {
  const odd = (lengthEn: number, lengthFr: number): number =>
    Math.min(oddityOfLengths(lengthEn, lengthFr) * 0.06, 0.7);
  const lengthEn = units.en.map(({ length }) => length);
  const lengthFr = units.fr.map(({ length }) => length);
  const mergeableEn = en.map((block, i) => canMerge(block, en[i + 1]));
  const mergeableFr = fr.map((block, j) => canMerge(block, fr[j + 1]));
  return {
    one: (i, j) =>
      1.6 * similarity.of(i, j) -
      0.32 +
      kindScore(en[i]!, fr[j]!) -
      odd(lengthEn[i]!, lengthFr[j]!),
    twoToOne(i, j) {
      const likeness = mergeableEn[i] ? similarity.ofTwoToOne(i, j) : 0;
      if (likeness < leastLikeness) return unfit;
      const length = lengthEn[i]! + lengthEn[i + 1]!;
      return 1.6 * likeness - 0.8 + kindScore(en[i]!, fr[j]!) - odd(length, lengthFr[j]!);
    },
    oneToTwo(i, j) {
      const likeness = mergeableFr[j] ? similarity.ofOneToTwo(i, j) : 0;
      if (likeness < leastLikeness) return unfit;
      const length = lengthFr[j]! + lengthFr[j + 1]!;
      return 1.6 * likeness - 0.8 + kindScore(en[i]!, fr[j]!) - odd(lengthEn[i]!, length);
    },
    gapFirst: () => gap,
    gapSecond: () => gap,
  };
}

/** Headings are landmarks and are not merged; what a list's item says may be two items' words. */
function canMerge(one: Block, next: Block | undefined): boolean {
  return (
    next !== undefined &&
    one.kind !== 'heading' &&
    next.kind !== 'heading' &&
    one.kind !== 'cell' &&
    next.kind !== 'cell'
  );
}

function kindScore(one: Block, other: Block): number {
  if (one.kind !== other.kind) {
    return one.kind === 'code' ||
      other.kind === 'code' ||
      one.kind === 'cell' ||
      other.kind === 'cell'
      ? -1.2
      : -0.5;
  }
  if (one.kind === 'heading')
    return one.level === other.level || one.pseudo || other.pseudo ? 0.45 : 0.25;
  if (one.kind === 'item') return one.level === other.level ? 0.25 : 0.1;
  return 0.25;
}

function confidenceOf(
  first: readonly [number, number],
  second: readonly [number, number],
  similarity: Similarity,
  units: { en: readonly Unit[]; fr: readonly Unit[] },
): number {
  const [i, j] = [first[0], second[0]];
  if (first[1] === i || second[1] === j) return 1;
  const isTwo = first[1] - i === 2;
  const isPair = second[1] - j === 2;
  const likeness = isTwo
    ? similarity.ofTwoToOne(i, j)
    : isPair
      ? similarity.ofOneToTwo(i, j)
      : similarity.of(i, j);
  const odd =
    isTwo || isPair ? 1 : Math.min(oddityOfLengths(units.en[i]!.length, units.fr[j]!.length), 8);
  return Math.min(1, Math.max(0, 0.25 + 0.9 * likeness - 0.04 * odd));
}

/** Matches blocks left alone on both sides whose words agree far more than chance. */
function crossMatch(
  pairs: Found[],
  bodies: { en: readonly Block[]; fr: readonly Block[] },
  similarity: Similarity,
): void {
  const index = {
    en: new Map(bodies.en.map(({ id }, i) => [id, i])),
    fr: new Map(bodies.fr.map(({ id }, j) => [id, j])),
  };
  const alone = {
    en: pairs.filter((pair) => pair.fr.length === 0 && pair.en.length === 1),
    fr: pairs.filter((pair) => pair.en.length === 0 && pair.fr.length === 1),
  };
  const likely = alone.en
    .flatMap((one) =>
      alone.fr.map((other) => {
        const [i, j] = [index.en.get(one.en[0]!), index.fr.get(other.fr[0]!)];
        const isSame =
          i !== undefined && j !== undefined && bodies.en[i]!.kind === bodies.fr[j]!.kind;
        return { one, other, likeness: isSame ? similarity.of(i, j) : 0 };
      }),
    )
    .filter(({ likeness }) => likeness >= crossing)
    .sort((a, b) => b.likeness - a.likeness);
  for (const { one, other, likeness } of likely) {
    if (one.fr.length > 0 || other.fr.length === 0) continue;
    one.fr = other.fr;
    one.confidence = likeness;
    other.fr = [];
  }
}

function alignmentOf(pairs: readonly Found[], en: Document, fr: Document): Alignment {
  const blocks: AlignedBlocks[] = [];
  const counterparts = {
    en: en.blocks.map((): number | null => null),
    fr: fr.blocks.map((): number | null => null),
  };
  const parts = {
    en: en.blocks.map((): number | null => null),
    fr: fr.blocks.map((): number | null => null),
  };
  for (const pair of pairs) {
    const [one = null, ...moreEn] = pair.en;
    const [other = null, ...moreFr] = pair.fr;
    if (one === null && other === null) continue;
    blocks.push({ en: one, fr: other, confidence: pair.confidence });
    if (one !== null) counterparts.en[one] = other;
    if (other !== null) counterparts.fr[other] = one;
    for (const part of moreEn) {
      blocks.push({ en: part, fr: null, confidence: pair.confidence });
      parts.en[part] = other;
    }
    for (const part of moreFr) {
      blocks.push({ en: null, fr: part, confidence: pair.confidence });
      parts.fr[part] = one;
    }
  }
  return {
    blocks,
    counterpartOf: (lang, block) => counterparts[lang][block] ?? null,
    partOf: (lang, block) => parts[lang][block] ?? null,
  };
}
