import type { PairRule, PairUnderCheck, Report } from '#hiring/check';
import type { Block } from '#hiring/prose';
import { type Lang, langs, otherLang } from '#platform/i18n';
import { excerpt, placeIn } from '../support/places.ts';
import { likenessOf, ownWords } from '../support/evidence.ts';
import { type Stretch, foreignIn, isForeign } from '../support/foreign.ts';
import { countWords, proseBlocks, proseOf } from '../support/prose-text.ts';

function identical(pair: PairUnderCheck, block: Block, lang: Lang): boolean {
  const facing = pair.alignment.counterpartOf(lang, block.id);
  const other = facing === null ? undefined : pair.documents[otherLang(lang)].blocks[facing];
  return other !== undefined && other.text.trim() === block.text.trim();
}

/** Sentences in the other language, and blocks that are the same in both. */
export const untranslated: PairRule = {
  id: 'language/untranslated',
  severity: 'warning',
  fixable: false,
  scope: 'pair',
  check(pair, _context, report) {
    const found = new Set<Block>();
    for (const lang of langs) {
      const document = pair.documents[lang];
      if (isForeign(document)) return;
      for (const one of foreignIn(document).stretches) {
        found.add(one.block);
        reportStretch(pair, lang, one, report);
      }
    }
    for (const block of proseBlocks(pair.documents.fr)) {
      if (block.kind === 'title' || !identical(pair, block, 'fr')) continue;
      const facing = pair.alignment.counterpartOf('fr', block.id)!;
      const english = pair.documents.en.blocks[facing]!;
      if (found.has(block) || found.has(english) || !saysSomething(block)) continue;
      report({
        place: placeIn(pair.documents.fr, block),
        counterpart: placeIn(pair.documents.en, english),
        args: { text: excerpt(block.text) },
        variant: 'same',
      });
    }
  },
};

/** Whether a block has words to translate: several in lower case that are no name or address. */
function saysSomething(block: Block): boolean {
  const prose = proseOf(block);
  const words = ownWords(prose).match(/(?<![\p{L}\d])\p{Ll}[\p{Ll}’'-]{2,}(?!\p{L})/gu) ?? [];
  if (words.length >= 2 && countWords(block.text) >= 3) return true;
  // Headings are short and may have capitals: one language must be much more likely than the other.
  if (block.kind !== 'heading' || countWords(prose) < 2) return false;
  return likenessOf(prose).times > (words.length > 0 ? 1.2 : 1.5);
}

function reportStretch(
  pair: PairUnderCheck,
  lang: Lang,
  { block, start, end }: Stretch,
  report: Report,
): void {
  const other = otherLang(lang);
  const facing = pair.alignment.counterpartOf(lang, block.id);
  const counterpart = facing === null ? undefined : pair.documents[other].blocks[facing];
  report({
    place: placeIn(pair.documents[lang], block, start, end),
    counterpart: counterpart ? placeIn(pair.documents[other], counterpart) : null,
    args: { text: excerpt(block.text.slice(start, end)) },
    variant: lang === 'fr' ? 'english' : 'french',
  });
}

/** A file that is in the other language altogether. */
export const wrongFile: PairRule = {
  id: 'language/wrong-file',
  severity: 'error',
  fixable: false,
  scope: 'pair',
  check({ documents }, _context, report) {
    for (const lang of langs) {
      const document = documents[lang];
      const { share, stretches } = foreignIn(document);
      const [first] = stretches;
      if (!first || !isForeign(document)) continue;
      report({
        place: placeIn(document, first.block, first.start, first.end),
        args: { share: Math.round(share * 100) },
        variant: lang === 'fr' ? 'english' : 'french',
      });
    }
  },
};
