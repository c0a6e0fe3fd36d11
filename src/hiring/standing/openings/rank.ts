import type { ProcessFacts } from '#hiring/process-facts';
import { isAnywhere } from '#hiring/process-facts';
import { type Localized, foldForSearch, langs } from '#platform/i18n';

/** An open posting, or the one that was applied for, as far as others can resemble it. */
export type Opening = {
  id: string;
  title: Localized;
  facts: ProcessFacts | null;
};

/** Why an opening is suggested: what it shares with the one that was applied for. */
export type Likeness =
  | { kind: 'classification'; group: string }
  | { kind: 'title' }
  | { kind: 'place'; city: Localized }
  | { kind: 'anywhere' }
  | { kind: 'work-mode'; mode: NonNullable<ProcessFacts['workMode']> };

export type Suggestion = { opening: Opening; likeness: Likeness[] };

/** Most openings suggested. */
export const mostSuggested = 3;

/**
 * The openings that resemble the one that was applied for, the most alike first; of those that are
 * as alike, the one that closes first. An opening resembles it by the group of its classification or
 * by the words of its title: a place in common alone is no resemblance. Openings in a language that
 * the other one did not ask for are left out.
 */
export function rankOpenings(own: Opening, openings: readonly Opening[]): Suggestion[] {
  return openings
    .filter(({ id, facts }) => id !== own.id && speaksTo(own.facts, facts))
    .map((opening) => ({ opening, ...compare(own, opening) }))
    .filter(({ likeness }) => likeness.some(isResemblance))
    .toSorted(
      (a, b) =>
        b.points - a.points ||
        closing(a.opening) - closing(b.opening) ||
        (a.opening.id < b.opening.id ? -1 : 1),
    )
    .slice(0, mostSuggested)
    .map(({ opening, likeness }) => ({ opening, likeness }));
}

/** The same kind of work weighs more than where it is done. */
function compare(own: Opening, other: Opening): { points: number; likeness: Likeness[] } {
  const likeness: Likeness[] = [];
  let points = 0;
  const [from, to] = [own.facts?.classification, other.facts?.classification];
  if (from && to && from.group === to.group) {
    points += 6 - Math.min(3, Math.abs(from.level - to.level));
    likeness.push({ kind: 'classification', group: to.group });
  }
  const words = sharedWords(own.title, other.title);
  if (words > 0) {
    points += Math.min(6, words * 2);
    likeness.push({ kind: 'title' });
  }
  const place = sharedPlace(own.facts, other.facts);
  if (place) {
    points += 2;
    likeness.push(place);
  }
  const mode = other.facts?.workMode;
  if (mode && mode === own.facts?.workMode) {
    points += 1;
    // A place in common says more, and work from anywhere is remote already.
    if (!place) likeness.push({ kind: 'work-mode', mode });
  }
  return { points, likeness };
}

function isResemblance({ kind }: Likeness): boolean {
  return kind === 'classification' || kind === 'title';
}

function sharedPlace(own: ProcessFacts | null, other: ProcessFacts | null): Likeness | null {
  if (!own || !other) return null;
  if (isAnywhere(own) && isAnywhere(other)) return { kind: 'anywhere' };
  const here = new Set(own.locations?.map(placeKey));
  const found = other.locations?.find((place) => here.has(placeKey(place)));
  return found ? { kind: 'place', city: found.city } : null;
}

function placeKey({ city, province }: NonNullable<ProcessFacts['locations']>[number]): string {
  return `${foldForSearch(city.en)} ${province}`;
}

/** The languages that a seat can ask of one person. */
const asked = {
  english: ['en'],
  french: ['fr'],
  either: ['en', 'fr'],
  bilingual: ['en+fr'],
  'bilingual-preferred': ['en', 'fr', 'en+fr'],
} as const;

/**
 * Whether somebody who applied to the one may meet the language requirement of the other: whoever
 * asked for a bilingual seat speaks both. Where either says nothing, nothing is known against it.
 */
function speaksTo(own: ProcessFacts | null, other: ProcessFacts | null): boolean {
  const spoken = languagesOf(own);
  const wanted = languagesOf(other);
  if (spoken.size === 0 || wanted.size === 0 || spoken.has('en+fr')) return true;
  return [...wanted].some((language) => spoken.has(language));
}

function languagesOf(facts: ProcessFacts | null): Set<string> {
  return new Set(facts?.seats?.flatMap(({ language }) => [...asked[language.requirement]]));
}

/** Words that say nothing of the work: they stand in titles of every kind. */
const empty = new Set(
  `a an and at for in of on or the to with senior junior lead principal
   au aux avec chef chez dans de des du en et l la le les ou par pour sur un une
   principale supérieur supérieure adjoint adjointe`.split(/\s+/),
);

/** Words in common, in the language in which there are most of them. */
function sharedWords(own: Localized, other: Localized): number {
  return Math.max(
    ...langs.map((lang) => {
      const words = wordsOf(own[lang]);
      return [...wordsOf(other[lang])].filter((word) => words.has(word)).length;
    }),
  );
}

function wordsOf(title: string): Set<string> {
  const words = foldForSearch(title).split(/[^\p{L}\p{N}]+/u);
  return new Set(words.filter((word) => word.length > 2 && !foldedEmpty.has(word)));
}

const foldedEmpty = new Set([...empty].map(foldForSearch));

function closing({ facts }: Opening): number {
  return facts?.closesAt?.getTime() ?? Number.POSITIVE_INFINITY;
}
