import { foldForSearch } from '#platform/i18n';
import type { ListQuery, SearchFacts } from './list-query.ts';

/** The words of a search, as they are compared. */
export function wordsOf(q: string): string[] {
  return foldForSearch(q).split(/\s+/).filter(Boolean);
}

/** Whether every word occurs. `folded` is the posting's text after `foldForSearch`. */
export function fitsWords(folded: string, words: readonly string[]): boolean {
  return words.every((word) => folded.includes(word));
}

/** Whether a posting is one of those that the filters ask for, its state aside. */
export function fitsFacts(facts: SearchFacts, query: ListQuery): boolean {
  const { group, language, tenure, mode, place } = query;
  return (
    (group === '' || facts.group === group) &&
    (language === '' || (facts.languages ?? []).includes(language)) &&
    (tenure === '' || facts.tenure === tenure) &&
    (mode === '' || facts.mode === mode) &&
    // What can be done anywhere in Canada can be done in every province.
    (place === '' || facts.anywhere === true || (facts.places ?? []).includes(place))
  );
}
