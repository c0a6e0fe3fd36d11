import type { PairUnderCheck, Place } from '#hiring/check';
import type { Block, Document } from '#hiring/prose';
import { type Lang, otherLang } from '#platform/i18n';
import { excerpt } from '../support/places.ts';

export function placeOf(document: Document, block: Block): Place {
  return { file: document.file, span: block.span };
}

/** Where in the other language a block without counterpart would stand: at what comes before it. */
export function expectedPlace(pair: PairUnderCheck, lang: Lang, block: number): Place {
  const other = pair.documents[otherLang(lang)];
  for (let before = block - 1; before >= 0; before -= 1) {
    const found = pair.alignment.counterpartOf(lang, before) ?? pair.alignment.partOf(lang, before);
    if (found !== null) return placeOf(other, other.blocks[found]!);
  }
  return { file: other.file, span: { start: other.bodyStart, end: other.bodyStart } };
}

/** What a list is called in a message: the words that introduce it, or the heading it stands under. */
export function listName(document: Document, block: Block): string {
  const list = block.group === null ? undefined : document.lists[block.group];
  if (!list) return '';
  const heading = document.sections[block.section]?.heading ?? null;
  const names = [list.introduction, heading].flatMap((id) =>
    id === null ? [] : [document.blocks[id]!],
  );
  const [name] = names.toSorted((a, b) => a.text.length - b.text.length);
  return excerpt((name?.text ?? '').replace(/[\s\u00A0]*:$/, ''));
}

/** Place of an item in its list, from 1. */
export function itemNumber(document: Document, block: Block): number {
  const items = block.group === null ? [] : document.lists[block.group]!.items;
  return items.indexOf(block.id) + 1;
}
