import { type Lang, foldForSearch, localeOf } from '#platform/i18n';
import type { Posting } from '../model.ts';
import { type ProcessFacts, type Province, isAnywhere } from '#hiring/process-facts';
import { acceptsApplications, isPublic, postingState } from './lifecycle.ts';

/** What a visitor asks of the list. Empty text: no wish. */
export type ListQuery = {
  q: string;
  group: string;
  language: string;
  tenure: string;
  mode: string;
  place: string;
  state: 'open' | 'closed' | 'all';
  /** From 1. */
  page: number;
};

export const postingsPerPage = 50;

const choices = ['group', 'language', 'tenure', 'mode', 'place'] as const;

/** Reads the query of an address; what cannot be understood counts as no wish. */
export function parseListQuery(query: Record<string, string | undefined>): ListQuery {
  const short = (name: string): string => (query[name] ?? '').trim().slice(0, 200);
  const state = short('state');
  const page = Number(short('page'));
  return {
    q: short('q'),
    group: short('group'),
    language: short('language'),
    tenure: short('tenure'),
    mode: short('mode'),
    place: short('place'),
    state: state === 'closed' || state === 'all' ? state : 'open',
    page: Number.isInteger(page) && page > 1 ? page : 1,
  };
}

/** The shortest query that asks for the same: "" for the list as it opens. */
export function formatListQuery(query: ListQuery): string {
  const parameters = new URLSearchParams();
  if (query.q) parameters.set('q', query.q);
  for (const name of choices) if (query[name]) parameters.set(name, query[name]);
  if (query.state !== 'open') parameters.set('state', query.state);
  if (query.page > 1) parameters.set('page', String(query.page));
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** How many of the filters, search aside, are in use. */
export function activeFilters(query: ListQuery): number {
  return choices.filter((name) => query[name] !== '').length + Number(query.state !== 'open');
}

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

/**
 * Finds the postings that a visitor asks for: closing soonest first, then those without a closing
 * date, the newest first; closed ones after all others, the latest first. Every word of the search
 * must occur in the posting, without regard to accents or case.
 */
export function listPostings(
  postings: readonly Posting[],
  query: ListQuery,
  lang: Lang,
  { now, closingSoonDays }: Now,
): ListResult {
  const dated = postings
    .map((posting) => ({ posting, state: postingState(posting, now, closingSoonDays) }))
    .filter(({ state }) => isPublic(state))
    .map(({ posting, state }) => ({ posting, open: acceptsApplications(state) }));
  const words = foldForSearch(query.q).split(/\s+/).filter(Boolean);
  const found = dated.filter(
    ({ posting, open }) =>
      (query.state === 'all' || open === (query.state === 'open')) &&
      fits(posting.facts, query) &&
      words.every((word) => searchText(posting, lang).includes(word)),
  );
  const byTitle = new Intl.Collator(localeOf[lang]).compare;
  found.sort(
    (a, b) =>
      Number(b.open) - Number(a.open) ||
      (a.open ? 1 : -1) * (closing(a.posting) - closing(b.posting)) ||
      newest(b.posting) - newest(a.posting) ||
      byTitle(a.posting.text[lang].title, b.posting.text[lang].title),
  );
  const pages = Math.max(1, Math.ceil(found.length / postingsPerPage));
  const page = Math.min(query.page, pages);
  const start = (page - 1) * postingsPerPage;
  return {
    postings: found.slice(start, start + postingsPerPage).map(({ posting }) => posting),
    count: found.length,
    page,
    pages,
    options: optionsOf(dated.map(({ posting }) => posting)),
  };
}

/** Far enough that a posting without a closing date comes after those with one; finite, to subtract. */
const never = 8.64e15;

function closing({ facts }: Posting): number {
  return facts?.closesAt?.getTime() ?? never;
}

function newest({ facts, firstSeenAt }: Posting): number {
  return (facts?.opensAt ?? firstSeenAt).getTime();
}

function fits(facts: ProcessFacts | null, query: ListQuery): boolean {
  const { group, language, tenure, mode, place } = query;
  return (
    (group === '' || facts?.classification?.group === group) &&
    (language === '' ||
      (facts?.seats ?? []).some((seat) => seat.language.requirement === language)) &&
    (tenure === '' || facts?.tenure?.kind === tenure) &&
    (mode === '' || facts?.workMode === mode) &&
    (place === '' || canWorkIn(facts, place))
  );
}

/** What can be done anywhere in Canada can be done in every province. */
function canWorkIn(facts: ProcessFacts | null, place: string): boolean {
  if (!facts) return false;
  return isAnywhere(facts) || (facts.locations ?? []).some(({ province }) => province === place);
}

function optionsOf(postings: readonly Posting[]): ListOptions {
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

function searchText(posting: Posting, lang: Lang): string {
  const known = searchTexts.get(posting) ?? { en: null, fr: null };
  searchTexts.set(posting, known);
  return (known[lang] ??= makeSearchText(posting, lang));
}

function makeSearchText({ text, facts }: Posting, lang: Lang): string {
  const { title, description, body } = text[lang];
  const { classification } = facts ?? {};
  return foldForSearch(
    [
      title,
      description,
      facts?.unit?.[lang],
      classification && `${classification.group}-${String(classification.level).padStart(2, '0')}`,
      ...(facts?.locations ?? []).map(({ city }) => city[lang]),
      // Addresses of links are not words of the posting.
      body.replaceAll(/\]\([^)]*\)|<[^>]*>/g, ' '),
    ]
      .filter(Boolean)
      .join('\n'),
  );
}
