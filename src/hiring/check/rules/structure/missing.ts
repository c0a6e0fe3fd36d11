import type { PairRule, PairUnderCheck, Report } from '#hiring/check';
import { type Block, type Document, ofLatest } from '#hiring/prose';
import { type Lang, langs, otherLang } from '#platform/i18n';
import { excerpt } from '../support/places.ts';
import { expectedPlace, itemNumber, listName, placeOf } from './places.ts';

type Missing = {
  rule: 'document' | 'section' | 'heading' | 'item' | 'paragraph';
  lang: Lang;
  block: Block;
  variant?: string;
  args: Record<string, string | number>;
};

/** Where so much of a posting has no counterpart, it is said once. */
const mostOf = 0.5;

/**
 * What stands in one language only, each divergence once: a section without counterpart is not also
 * a heading, three items and a paragraph without counterpart.
 */
const missingIn = ofLatest((pair: PairUnderCheck): Missing[] =>
  langs.flatMap((lang) => missingFrom(pair, lang)),
);

function missingFrom(pair: PairUnderCheck, lang: Lang): Missing[] {
  const document = pair.documents[lang];
  const isAlone = (id: number): boolean =>
    pair.alignment.counterpartOf(lang, id) === null && pair.alignment.partOf(lang, id) === null;
  const compared = document.blocks.filter(({ kind }) => kind !== 'title' && kind !== 'description');
  const alone = compared.filter(({ id, kind }) => isAlone(id) && kind !== 'cell');
  if (alone.length >= 5 && alone.length > compared.length * mostOf) {
    const args = { count: alone.length, of: compared.length };
    return [{ rule: 'document', lang, block: alone[0]!, args }];
  }
  const found: Missing[] = [];
  const told = new Set<number>();
  for (const block of alone) {
    if (told.has(block.id)) continue;
    const missing = describe(document, block, isAlone);
    for (const id of missing.blocks) told.add(id);
    found.push({ lang, block, ...missing.found });
  }
  return found;
}

type Described = { blocks: readonly number[]; found: Omit<Missing, 'lang' | 'block'> };

function describe(document: Document, block: Block, isAlone: (id: number) => boolean): Described {
  const text = excerpt(block.text);
  if (block.kind === 'heading') {
    const section = document.sections[block.section]!.blocks;
    return section.length > 1 && section.every(isAlone)
      ? { blocks: section, found: { rule: 'section', args: { text, count: section.length - 1 } } }
      : { blocks: [block.id], found: { rule: 'heading', args: { text } } };
  }
  if (block.kind === 'item' && block.group !== null) {
    const { items } = document.lists[block.group]!;
    const list = listName(document, block);
    if (items.length > 1 && items.every(isAlone)) {
      const args = { list: list || text, count: items.length };
      return { blocks: items, found: { rule: 'item', variant: 'list', args } };
    }
    const args = { number: itemNumber(document, block), list, named: list ? 'yes' : 'no', text };
    return { blocks: [block.id], found: { rule: 'item', variant: 'one', args } };
  }
  const run = [block.id];
  for (let next = document.blocks[block.id + 1]; next; next = document.blocks[next.id + 1]) {
    if (next.kind !== 'paragraph' || next.section !== block.section || !isAlone(next.id)) break;
    run.push(next.id);
  }
  return { blocks: run, found: { rule: 'paragraph', args: { text, count: run.length } } };
}

function missingRule(rule: Missing['rule'], severity: PairRule['severity']): PairRule {
  return {
    id: `structure/${rule}`,
    severity,
    fixable: false,
    scope: 'pair',
    check(pair, _context, report: Report) {
      for (const missing of missingIn(pair)) {
        if (missing.rule !== rule) continue;
        const { lang, block, variant, args } = missing;
        report({
          place: placeOf(pair.documents[lang], block),
          counterpart: expectedPlace(pair, lang, block.id),
          args: { ...args, lang: otherLang(lang) },
          ...(variant !== undefined && { variant }),
        });
      }
    },
  };
}

export const document = missingRule('document', 'error');
export const section = missingRule('section', 'warning');
export const heading = missingRule('heading', 'warning');
export const item = missingRule('item', 'warning');
export const paragraph = missingRule('paragraph', 'warning');
