import { type Block, type Document, type TextFact, factsIn } from '#hiring/prose';
import type { Lang } from '#platform/i18n';

/** A fact with the block that states it. */
export type Stated = {
  readonly lang: Lang;
  readonly block: Block;
  readonly fact: TextFact;
  /** As written, at most one line. */
  readonly text: string;
};

/** Texts come again from posting to posting, and from one check of a posting to the next. */
const byText = { en: new Map<string, TextFact[]>(), fr: new Map<string, TextFact[]>() };
const kept = 20_000;

function factsOf(text: string, lang: Lang): TextFact[] {
  const known = byText[lang];
  let facts = known.get(text);
  if (!facts) {
    if (known.size >= kept) known.clear();
    known.set(text, (facts = factsIn(text, lang)));
  }
  return facts;
}

const byDocument = new WeakMap<Document, readonly Stated[]>();

/** Every fact of a document, in reading order. */
export function statedIn(document: Document): readonly Stated[] {
  let stated = byDocument.get(document);
  if (!stated) {
    const { lang } = document;
    stated = document.blocks
      .filter(({ kind }) => kind !== 'code')
      .flatMap((block) =>
        factsOf(block.text, lang).map((fact) => ({
          lang,
          block,
          fact,
          text: block.text.slice(fact.start, fact.end).replaceAll(/\s+/gu, ' '),
        })),
      );
    byDocument.set(document, stated);
  }
  return stated;
}
