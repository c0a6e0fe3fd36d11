import type { PairRule, PairUnderCheck } from '#hiring/check';
import type { Block, Document } from '#hiring/prose';
import { type Lang, type Localized, langs, otherLang } from '#platform/i18n';
import { excerpt, placeIn } from '../support/places.ts';
import { askedByList, askedIn, namesOwnExperience } from './past-practice.ts';
import { partsOf } from './parts.ts';

const told = (pair: PairUnderCheck, blocks: Localized<Block>, practice: Lang) => ({
  place: placeIn(pair.documents[practice], blocks[practice]),
  counterpart: placeIn(pair.documents[otherLang(practice)], blocks[otherLang(practice)]),
  args: {
    lang: practice,
    practice: excerpt(blocks[practice].text),
    ability: excerpt(blocks[otherLang(practice)].text),
  },
});

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
    for (const { blocks } of partsOf(pair)) {
      const { en, fr } = blocks;
      if (en.kind !== 'item' || fr.kind !== 'item' || inTold.has(en.id)) continue;
      inTold.add(en.id);
      const side = langs.find((lang) => isPractice(blocks, lang));
      if (side) report({ ...told(pair, blocks, side), variant: 'item' });
    }
  },
};

/** An item that asks for experience in one language and only for ability in the other. */
function isPractice(blocks: Localized<Block>, lang: Lang): boolean {
  const other = otherLang(lang);
  if (askedIn(blocks[other].text, other) !== 'ability') return false;
  const own = askedIn(blocks[lang].text, lang);
  return own === 'practice' || (own === 'both' && namesOwnExperience(blocks[lang].text, lang));
}
