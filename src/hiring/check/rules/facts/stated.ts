import { type Block, type Document, type TextFact, factsIn, perBlock } from '#hiring/prose';
import type { Lang } from '#platform/i18n';

/** A fact with the block that states it. */
export type Stated = {
  readonly lang: Lang;
  readonly block: Block;
  readonly fact: TextFact;
  /** As written, at most one line. */
  readonly text: string;
};

const factsOf = perBlock((block) =>
  factsIn(block.text, block.passage.lang).map((fact) => ({
    fact,
    text: block.text.slice(fact.start, fact.end).replaceAll(/\s+/gu, ' '),
  })),
);

const byDocument = new WeakMap<Document, readonly Stated[]>();

/** Every fact of a document, in reading order. */
export function statedIn(document: Document): readonly Stated[] {
  let stated = byDocument.get(document);
  if (!stated) {
    const { lang } = document;
    stated = document.blocks
      .filter(({ kind }) => kind !== 'code')
      .flatMap((block) => factsOf(block).map(({ fact, text }) => ({ lang, block, fact, text })));
    byDocument.set(document, stated);
  }
  return stated;
}
