import type { PairRule, PairUnderCheck } from '#hiring/check';
import type { Block } from '#hiring/prose';
import { langs, otherLang } from '#platform/i18n';
import { excerpt } from '../support/places.ts';
import { itemNumber, listName, placeOf } from './places.ts';

type Both = { en: Block; fr: Block };

/** The blocks that have each other as counterparts, in the order of the English. */
export function counterparts({ documents, alignment }: PairUnderCheck): Both[] {
  return alignment.blocks.flatMap(({ en, fr }) =>
    en === null || fr === null
      ? []
      : [{ en: documents.en.blocks[en]!, fr: documents.fr.blocks[fr]! }],
  );
}

function pairRule(
  name: string,
  severity: PairRule['severity'],
  check: PairRule['check'],
): PairRule {
  return { id: `structure/${name}`, severity, fixable: false, scope: 'pair', check };
}

/** Headings that stand at another level; a shift of all of them is said once. */
export const headingLevel = pairRule('heading-level', 'warning', (pair, _context, report) => {
  const headings = counterparts(pair).filter(
    ({ en, fr }) => en.kind === 'heading' && fr.kind === 'heading' && !en.pseudo && !fr.pseudo,
  );
  const shifted = headings.filter(({ en, fr }) => en.level !== fr.level);
  const shifts = new Set(headings.map(({ en, fr }) => fr.level - en.level));
  const isWhole = shifted.length > 1 && shifts.size === 1;
  for (const { en, fr } of isWhole ? shifted.slice(0, 1) : shifted) {
    report({
      place: placeOf(pair.documents.en, en),
      counterpart: placeOf(pair.documents.fr, fr),
      variant: isWhole ? 'all' : 'one',
      args: { en: en.level, fr: fr.level, text: excerpt(en.text), count: shifted.length },
    });
  }
});

/** A heading in one language whose counterpart only looks like one, or is plain text. */
export const headingForm = pairRule('heading-form', 'info', (pair, _context, report) => {
  for (const lang of langs) {
    const other = otherLang(lang);
    const looks = counterparts(pair).filter(
      (both) =>
        both[lang].kind === 'heading' &&
        !both[lang].pseudo &&
        (both[other].kind === 'paragraph' || both[other].pseudo),
    );
    const [first] = looks;
    if (!first) continue;
    report({
      place: placeOf(pair.documents[other], first[other]),
      counterpart: placeOf(pair.documents[lang], first[lang]),
      args: { lang: other, text: excerpt(first[other].text), count: looks.length },
    });
  }
});

/** A list that is numbered in one language only, or is a paragraph there. */
export const listForm = pairRule('list-form', 'info', (pair, _context, report) => {
  const { en, fr } = pair.documents;
  const told = new Set<string>();
  for (const both of counterparts(pair)) {
    const [one, other] = [both.en, both.fr];
    if (one.kind === 'item' && other.kind === 'item') {
      const lists = [en.lists[one.group ?? -1], fr.lists[other.group ?? -1]];
      if (!lists[0] || !lists[1] || lists[0].ordered === lists[1].ordered) continue;
      if (told.has(`${one.group}`)) continue;
      told.add(`${one.group}`);
      report({
        place: { file: en.file, span: lists[0].span },
        counterpart: { file: fr.file, span: lists[1].span },
        variant: 'numbers',
        args: { lang: lists[0].ordered ? 'en' : 'fr', list: listName(en, one) },
      });
    } else if (isItemAndParagraph(one, other)) {
      const lang = one.kind === 'item' ? 'en' : 'fr';
      report({
        place: placeOf(pair.documents[lang], both[lang]),
        counterpart: placeOf(pair.documents[otherLang(lang)], both[otherLang(lang)]),
        variant: 'paragraph',
        args: { lang, text: excerpt(both[lang].text) },
      });
    }
  }
});

function isItemAndParagraph(one: Block, other: Block): boolean {
  return (
    (one.kind === 'item' && other.kind === 'paragraph') ||
    (one.kind === 'paragraph' && other.kind === 'item')
  );
}

/** Two items of one language whose words stand in one item of the other. */
export const merged = pairRule('merged-items', 'warning', (pair, _context, report) => {
  for (const lang of langs) {
    const [own, others] = [pair.documents[lang], pair.documents[otherLang(lang)]];
    for (const block of own.blocks) {
      const into = pair.alignment.partOf(lang, block.id);
      const other = into === null ? undefined : others.blocks[into];
      if (block.kind !== 'item' || other?.kind !== 'item') continue;
      report({
        place: placeOf(own, block),
        counterpart: placeOf(others, other),
        args: {
          lang: otherLang(lang),
          number: itemNumber(own, block),
          list: listName(own, block),
          named: listName(own, block) ? 'yes' : 'no',
          text: excerpt(block.text),
        },
      });
    }
  }
});

/** Tables with another number of rows or columns. */
export const table = pairRule('table', 'warning', (pair, _context, report) => {
  const { en, fr } = pair.documents;
  const count = Math.max(en.tables.length, fr.tables.length);
  for (let index = 0; index < count; index += 1) {
    const [one, other] = [en.tables[index], fr.tables[index]];
    const place = { file: en.file, span: one?.span ?? topOfBody(en) };
    const counterpart = { file: fr.file, span: other?.span ?? topOfBody(fr) };
    const number = index + 1;
    if (!one || !other) {
      report({ place, counterpart, variant: 'missing', args: { number, lang: one ? 'fr' : 'en' } });
    } else if (one.rows !== other.rows || one.columns !== other.columns) {
      const args = {
        number,
        rowsEn: one.rows,
        rowsFr: other.rows,
        columnsEn: one.columns,
        columnsFr: other.columns,
      };
      report({ place, counterpart, variant: 'shape', args });
    }
  }
});

function topOfBody({ bodyStart }: PairUnderCheck['documents']['en']) {
  return { start: bodyStart, end: bodyStart };
}
