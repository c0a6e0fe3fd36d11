import type { PairRule, Severity } from '#hiring/check';
import {
  type Block,
  type LinkedWord,
  type Span,
  type WordLinks,
  perCounterparts,
} from '#hiring/prose';
import type { Lang, Localized } from '#platform/i18n';
import { surelyIn } from '../support/evidence.ts';
import { excerpt, placeIn } from '../support/places.ts';
import { type Clued, comparedBlocks, compareWords } from './compare.ts';

/** Where a sentence says one thing in English and another in French, though their words match. */
export type Turn = Localized<Span> & { readonly variant?: string; readonly severity?: Severity };

/** Two places as a turn: `own` in this language, `other` in the other. */
export function between(lang: Lang, own: Span, other: Span): Localized<Span> {
  const [here, there] = [own, other].map(({ start, end }) => ({ start, end })) as [Span, Span];
  return lang === 'en' ? { en: here, fr: there } : { en: there, fr: here };
}

/** Two sentences that say the same, as far as their words tell. Offsets count in the block. */
export type Sides = {
  readonly blocks: Localized<Block>;
  readonly texts: Localized;
  readonly from: Localized<number>;
  readonly links: WordLinks;
};

const none: readonly Turn[] = [];

/**
 * A rule about the small words that `meaning/missing-word` does not look at. `mayTurn` is asked first, and
 * must be quick: most sentences hold nothing of the kind.
 */
export function turnRule(
  id: string,
  mayTurn: (texts: Localized) => boolean,
  find: (sides: Sides) => readonly Turn[],
): PairRule {
  const turnsIn = perCounterparts((en, fr): readonly Turn[] => {
    if (!mayTurn({ en: en.text, fr: fr.text })) return none;
    const turns = compareWords(en, fr).flatMap((part) => {
      const sides = sidesOf(part, { en, fr });
      return sides && mayTurn(sides.texts) ? find(sides) : none;
    });
    // Where both are in one language, that is found as such.
    return turns.length > 0 && !surelyIn(en.text, 'fr') && !surelyIn(fr.text, 'en') ? turns : none;
  });
  return {
    id,
    severity: 'warning',
    fixable: false,
    scope: 'pair',
    check(pair, _context, report) {
      const { documents } = pair;
      for (const blocks of comparedBlocks(pair)) {
        for (const turn of turnsIn(blocks.en, blocks.fr)) {
          const at = (lang: Lang) =>
            placeIn(documents[lang], blocks[lang], turn[lang].start, turn[lang].end);
          const says = (lang: Lang): string =>
            excerpt(blocks[lang].text.slice(turn[lang].start, turn[lang].end));
          report({
            place: at('en'),
            counterpart: at('fr'),
            args: { en: says('en'), fr: says('fr') },
            ...(turn.variant !== undefined && { variant: turn.variant }),
            ...(turn.severity && { severity: turn.severity }),
          });
        }
      }
    },
  };
}

function sidesOf({ parts, clues }: Clued, blocks: Localized<Block>): Sides | null {
  if (!clues) return null;
  const { en, fr } = parts;
  return {
    blocks,
    texts: {
      en: blocks.en.text.slice(en.start, en.end),
      fr: blocks.fr.text.slice(fr.start, fr.end),
    },
    from: { en: en.start, fr: fr.start },
    links: clues.evidence.links,
  };
}

/** The first word from an offset on that says something; -1 where none stands so near, or in its clause. */
export function wordAfter(
  words: readonly LinkedWord[],
  block: Block,
  offset: number,
  within: number,
): number {
  const at = words.findIndex(({ start }) => start >= offset);
  if (at < 0 || words[at]!.start - offset > within) return -1;
  return /[.:;]/.test(block.text.slice(offset, words[at]!.start)) ? -1 : at;
}

/** Whole words of any script, whatever their case. */
export const wholeWords = (source: string, flags = 'giu'): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?:(?<=['’])|(?![\\p{L}\\p{N}]))`, flags);
