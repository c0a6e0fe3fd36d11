import type { PairRule } from '#hiring/check';
import { type Block, perBlock } from '#hiring/prose';
import { foldForSearch } from '#platform/i18n';
import { excerpt, placeIn } from '../support/places.ts';
import { proseBlocks, proseOf } from '../support/prose-text.ts';

/** Term pairs of a repository: each side one term, or several that are as good. */
type Terms = readonly { en: string | readonly string[]; fr: string | readonly string[] }[];
type Compiled = readonly { en: RegExp; fr: RegExp; wanted: string }[];

/** Terms of hiring that have one name in each official language. */
const builtIn: Terms = [
  // Of rooms for travellers, it is "hébergement"; `terms/field` sees where it is not.
  {
    en: ['accommodation measure', 'accommodation'],
    fr: ['mesure d’adaptation', 'adaptation', 'hébergement'],
  },
  { en: 'self-declaration', fr: ['autodéclaration', 'déclaration volontaire'] },
  { en: 'employment equity', fr: 'équité en matière d’emploi' },
  { en: 'visible minority', fr: 'minorité visible' },
  { en: 'security clearance', fr: ['cote de sécurité', 'autorisation de sécurité', 'habilitation de sécurité', 'attestation de sécurité'] },
  { en: 'selection process', fr: ['processus de sélection', 'processus de nomination'] },
  { en: 'permanent resident', fr: ['résident permanent', 'résidente permanente', 'résidence permanente'] },
]; // prettier-ignore

const compiled = new WeakMap<Terms, Compiled>();

function compile(terms: Terms): Compiled {
  let made = compiled.get(terms);
  if (!made) {
    made = terms
      .filter(({ en, fr }) => en !== undefined && fr !== undefined)
      .map(({ en, fr }) => ({ en: anyOf(en), fr: anyOf(fr), wanted: [fr].flat().join(', ') }));
    compiled.set(terms, made);
  }
  return made;
}

/** Matches a term in any number and without regard to case, accents or the kind of apostrophe. */
function anyOf(terms: string | readonly string[]): RegExp {
  const each = [terms].flat().map((term) =>
    plain(term)
      .split(/\s+/)
      .map((word) => `${word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(?:e?s|x)?`)
      .join(String.raw`\s+`),
  );
  return new RegExp(String.raw`(?<![\p{L}\d])(?:${each.join('|')})(?![\p{L}\d])`, 'u');
}

/** A block and its neighbours: a paragraph of one language may be two of the other. */
function aboutIt(blocks: readonly Block[], id: number): string {
  return blocks
    .slice(Math.max(0, id - 1), id + 2)
    .map(plainProse)
    .join(' ');
}

const plainProse = perBlock((block): string => plain(proseOf(block)));

function plain(text: string): string {
  return foldForSearch(text).replaceAll('’', "'");
}

/** An English term whose French, agreed on in the terminology, is not in the facing block. */
export const glossary: PairRule = {
  id: 'terms/glossary',
  severity: 'warning',
  fixable: false,
  scope: 'pair',
  options: { terminology: [] as Terms },
  check({ documents, alignment }, context, report) {
    const given = context.option<unknown>('terminology');
    const terms = [...compile(builtIn), ...(Array.isArray(given) ? compile(given as Terms) : [])];
    for (const block of proseBlocks(documents.en)) {
      const facing = alignment.counterpartOf('en', block.id);
      const other = facing === null ? undefined : documents.fr.blocks[facing];
      if (!other) continue;
      const english = plainProse(block);
      let french: string | null = null;
      for (const { en, fr, wanted } of terms) {
        const used = en.exec(english);
        if (!used || fr.test((french ??= aboutIt(documents.fr.blocks, other.id)))) continue;
        // Folding keeps most lengths; where it does not, the whole block is the place.
        const exact = english.length === block.text.length;
        const end = used.index + used[0].length;
        report({
          place: placeIn(documents.fr, other),
          counterpart: exact
            ? placeIn(documents.en, block, used.index, end)
            : placeIn(documents.en, block),
          args: { term: excerpt(used[0]), wanted: excerpt(wanted) },
        });
      }
    }
  },
};
