import type { PairRule, PairUnderCheck } from '#hiring/check';
import type { Block, Document } from '#hiring/prose';
import { type Lang, type Localized, langs, otherLang } from '#platform/i18n';
import { excerpt, placeIn } from '../support/places.ts';
import { askedByList } from './past-practice.ts';
import { type Part, partsOf } from './parts.ts';

const told = (pair: PairUnderCheck, blocks: Localized<Block>, practice: Lang) => ({
  place: placeIn(pair.documents[practice], blocks[practice]),
  counterpart: placeIn(pair.documents[otherLang(practice)], blocks[otherLang(practice)]),
  args: {
    lang: practice,
    practice: excerpt(blocks[practice].text),
    ability: excerpt(blocks[otherLang(practice)].text),
  },
});

const toldOfPart = (pair: PairUnderCheck, { blocks, parts }: Part, practice: Lang) => {
  const at = (lang: Lang) =>
    placeIn(pair.documents[lang], blocks[lang], parts[lang].start, parts[lang].end);
  const says = (lang: Lang): string =>
    excerpt(blocks[lang].text.slice(parts[lang].start, parts[lang].end));
  const other = otherLang(practice);
  return {
    place: at(practice),
    counterpart: at(other),
    args: { lang: practice, practice: says(practice), ability: says(other) },
  };
};

function listsOf(document: Document): Map<number, number> {
  return new Map(
    document.lists.flatMap(({ introduction }, index) =>
      introduction === null ? [] : [[introduction, index] as const],
    ),
  );
}

function asked(document: Document, list: number) {
  const { introduction, items } = document.lists[list]!;
  const textOf = (id: number): string => document.blocks[id]!.text;
  return askedByList(textOf(introduction!), items.map(textOf), document.lang);
}

/** One language asks for what was done before, the other for what one can do. */
export const practice: PairRule = {
  id: 'strength/practice',
  severity: 'warning',
  fixable: false,
  scope: 'pair',
  check(pair, _context, report) {
    const { documents, alignment } = pair;
    const lists = { en: listsOf(documents.en), fr: listsOf(documents.fr) };
    const inTold = new Set<number>();
    for (const { en, fr } of alignment.blocks) {
      if (en === null || fr === null) continue;
      const [listEn, listFr] = [lists.en.get(en), lists.fr.get(fr)];
      if (listEn === undefined || listFr === undefined) continue;
      const asks = { en: asked(documents.en, listEn), fr: asked(documents.fr, listFr) };
      const side = langs.find(
        (lang) => asks[lang] === 'practice' && asks[otherLang(lang)] === 'ability',
      );
      if (!side) continue;
      for (const item of documents.en.lists[listEn]!.items) inTold.add(item);
      const blocks = { en: documents.en.blocks[en]!, fr: documents.fr.blocks[fr]! };
      report({ ...told(pair, blocks, side), variant: 'list' });
    }
    for (const part of partsOf(pair)) {
      const { blocks, practice: side } = part;
      if (side === null || blocks.en.kind === 'title' || inTold.has(blocks.en.id)) continue;
      report({ ...toldOfPart(pair, part, side), variant: 'item' });
    }
  },
};
