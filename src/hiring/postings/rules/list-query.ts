import { type Lang, foldForSearch, localeOf } from '#platform/i18n';
import { type ListQuery, type SearchFacts, fitsFacts, fitsWords, wordsOf } from '#ui/search';
import type { Posting } from '../model.ts';
import { type ProcessFacts, type Province, isAnywhere } from '#hiring/process-facts';
import { acceptsApplications, isPublic, postingState } from './lifecycle.ts';

export const postingsPerPage = 50;

/** The values by which the public postings can be told apart; none for what all or none have. */
export type ListOptions = {
  group: string[];
  language: NonNullable<ProcessFacts['seats']>[number]['language']['requirement'][];
  tenure: NonNullable<ProcessFacts['tenure']>['kind'][];
  mode: NonNullable<ProcessFacts['workMode']>[];
  place: Province[];
};

export type ListResult = {
  /** In order, of this page only. */
  postings: readonly Posting[];
  /** Of all pages. */
  count: number;
  page: number;
  pages: number;
  options: ListOptions;
};

type Now = { now: Date; closingSoonDays: number };

/** One page of what a visitor asks for: see `findPostings`. */
export function listPostings(
  postings: readonly Posting[],
  query: ListQuery,
  lang: Lang,
  now: Now,
): ListResult {
  return pageOf(findPostings(postings, query, lang, now), query.page, listOptions(postings, now));
}

/** Cuts a page out of what was found; the last one where there are fewer. */
export function pageOf(
  found: readonly Posting[],
  wanted: number,
  options: ListOptions,
): ListResult {
  const pages = Math.max(1, Math.ceil(found.length / postingsPerPage));
  const page = Math.min(wanted, pages);
  const start = (page - 1) * postingsPerPage;
  const postings = found.slice(start, start + postingsPerPage);
  return { postings, count: found.length, page, pages, options };
}

/**
 * Finds the postings that a visitor asks for: closing soonest first, then those without a closing
 * date, the newest first; closed ones after all others, the latest first. Every word of the search
 * must occur in the posting, without regard to accents or case.
 */
export function findPostings(
  postings: readonly Posting[],
  query: ListQuery,
  lang: Lang,
  { now, closingSoonDays }: Now,
): Posting[] {
  const dated = postings
    .map((posting) => ({ posting, state: postingState(posting, now, closingSoonDays) }))
    .filter(({ state }) => isPublic(state))
    .map(({ posting, state }) => ({ posting, open: acceptsApplications(state) }));
  const words = wordsOf(query.q);
  const found = dated.filter(
    ({ posting, open }) =>
      (query.state === 'all' || open === (query.state === 'open')) &&
      fitsFacts(searchFacts(posting.facts), query) &&
      (words.length === 0 || fitsWords(searchText(posting, lang), words)),
  );
  const byTitle = new Intl.Collator(localeOf[lang]).compare;
  found.sort(
    (a, b) =>
      Number(b.open) - Number(a.open) ||
      (a.open ? 1 : -1) * (closing(a.posting) - closing(b.posting)) ||
      newest(b.posting) - newest(a.posting) ||
      byTitle(a.posting.text[lang].title, b.posting.text[lang].title),
  );
  return found.map(({ posting }) => posting);
}

/** Far enough that a posting without a closing date comes after those with one; finite, to subtract. */
const never = 8.64e15;

function closing({ facts }: Posting): number {
  return facts?.closesAt?.getTime() ?? never;
}

function newest({ facts, firstSeenAt }: Posting): number {
  return (facts?.opensAt ?? firstSeenAt).getTime();
}

/** What the filters ask about. */
export function searchFacts(facts: ProcessFacts | null): SearchFacts {
  if (!facts) return {};
  return {
    group: facts.classification?.group,
    languages: facts.seats?.map((seat) => seat.language.requirement),
    tenure: facts.tenure?.kind,
    mode: facts.workMode,
    places: facts.locations?.map(({ province }) => province),
    anywhere: isAnywhere(facts),
  };
}

/** The values that the public ones among these postings have. */
export function listOptions(all: readonly Posting[], { now, closingSoonDays }: Now): ListOptions {
  const postings = all.filter((posting) => isPublic(postingState(posting, now, closingSoonDays)));
  const every = <Value extends string>(values: (facts: ProcessFacts) => (Value | undefined)[]) => {
    const found = postings.flatMap(({ facts }) => (facts ? values(facts) : []));
    const known = found.filter((value) => value !== undefined);
    return [...new Set(known)].sort();
  };
  return {
    group: every((facts) => [facts.classification?.group]),
    language: every((facts) => (facts.seats ?? []).map(({ language }) => language.requirement)),
    tenure: every((facts) => [facts.tenure?.kind]),
    mode: every((facts) => [facts.workMode]),
    place: every((facts) => (facts.locations ?? []).map(({ province }) => province)),
  };
}

const searchTexts = new WeakMap<Posting, Record<Lang, string | null>>();

/** The text in which words are searched, folded. Made once for each posting and language. */
export function searchText(posting: Posting, lang: Lang): string {
  const known = searchTexts.get(posting) ?? { en: null, fr: null };
  searchTexts.set(posting, known);
  return (known[lang] ??= makeSearchText(posting, lang));
}

function makeSearchText(posting: Posting, lang: Lang): string {
  return foldForSearch(searchedText(posting, lang));
}

/** Folded forms of words that come again and again; emptied before it grows too large. */
const folded = new Map<string, string>();
const maxFolded = 50_000;

/**
 * The words of a posting's `searchText`, each once. A word that is searched has no white space in
 * it, so it occurs in one of them or nowhere. Folding does not look beyond white space.
 */
export function searchedWords(posting: Posting, lang: Lang): string[] {
  if (folded.size > maxFolded) folded.clear();
  const words = new Set<string>();
  for (const word of new Set(searchedText(posting, lang).split(/\s+/))) {
    let bare = folded.get(word);
    if (bare === undefined) {
      bare = foldForSearch(word);
      folded.set(word, bare);
    }
    // Some signs fold into a space.
    if (bare.includes(' ')) for (const one of bare.split(/\s+/)) words.add(one);
    else words.add(bare);
  }
  words.delete('');
  return [...words];
}

function searchedText({ text, facts }: Posting, lang: Lang): string {
  const { title, description, body } = text[lang];
  const { classification } = facts ?? {};
  return [
    title,
    description,
    facts?.unit?.[lang],
    classification && `${classification.group}-${String(classification.level).padStart(2, '0')}`,
    ...(facts?.locations ?? []).map(({ city }) => city[lang]),
    // Addresses of links are not words of the posting.
    body.replaceAll(/\]\([^)]*\)|<[^>]*>/g, ' '),
  ]
    .filter(Boolean)
    .join('\n');
}
