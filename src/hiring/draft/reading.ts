import {
  type Alignment,
  type Block,
  type Document,
  type DocumentSentence,
  alignDocuments,
  sentencesOfDocument,
} from '#hiring/prose';
import type { Lang, Localized } from '#platform/i18n';
import type { Source } from './model.ts';

export type Sentence = DocumentSentence & { readonly lang: Lang };

/** One language, with what must not be taken for a statement about the positions to be filled. */
export type Reading = {
  readonly document: Document;
  /** Every sentence of paragraphs, headings and items, those about a pool of candidates left out. */
  readonly sentences: readonly Sentence[];
  readonly poolSentences: readonly Sentence[];
};

export type PairReading = Localized<Reading> & { readonly alignment: Alignment };

const ofPool: Readonly<Record<Lang, RegExp>> = {
  en: /\bpool of (?:\p{L}+ )?(?:qualified|assessed|candidates|persons|people)|\b(?:qualified|inventory) pool\b/iu,
  fr: /(?:bassin|répertoire) de (?:personnes|candidat|\p{L}+ qualifi)/iu,
};

export function readPair(en: Document, fr: Document): PairReading {
  return { en: read(en), fr: read(fr), alignment: alignDocuments(en, fr) };
}

function read(document: Document): Reading {
  const { lang } = document;
  const pool = new Set(
    document.blocks.filter(({ text }) => ofPool[lang].test(text)).map(({ id }) => id),
  );
  // The body says the same as the description, and says it where people read it.
  const all = [...sentencesOfDocument(document)].map((one) => ({ ...one, lang }));
  const isBody = ({ block }: Sentence): boolean =>
    block.kind !== 'title' && block.kind !== 'description';
  const sentences = all.filter(({ block }) => !pool.has(block.id));
  return {
    document,
    sentences: [...sentences.filter(isBody), ...sentences.filter((one) => !isBody(one))],
    poolSentences: all.filter(({ block }) => pool.has(block.id)),
  };
}

export function sourceOf(document: Document, block: Block, start = 0): Source {
  const { line } = document.positionOf(document.spanOf(block, start, start).start);
  return { file: document.file, line };
}
