import {
  type Block,
  type Document,
  type TextFact,
  factsIn,
  ofLatest,
  perBlock,
} from '#hiring/prose';
import type { Lang } from '#platform/i18n';

/** A fact with the block that states it. */
export type Stated = {
  readonly lang: Lang;
  readonly block: Block;
  readonly fact: TextFact;
  /** As written, at most one line. */
  readonly text: string;
};

/** Every fact of a block. */
export const factsOf = perBlock((block) =>
  factsIn(block.text, block.passage.lang).map((fact) => ({
    fact,
    text: block.text.slice(fact.start, fact.end).replaceAll(/\s+/gu, ' '),
  })),
);

/** Every fact of a document, in reading order. */
export const statedIn = ofLatest(({ lang, blocks }: Document): readonly Stated[] =>
  blocks
    .filter(({ kind }) => kind !== 'code')
    .flatMap((block) => factsOf(block).map(({ fact, text }) => ({ lang, block, fact, text }))),
);
