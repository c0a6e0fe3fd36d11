import { type Localized, langs } from '#platform/i18n';
import { type ListQuery, everything, formatListQuery } from '#ui/search';
import { href, hrefs } from '#web/routes.ts';

/** Where the parts of the list are found, and what goes with them. */
export type ListAddresses = {
  of(query: ListQuery): Localized;
  /** Where searches and filters are answered; null where no server does. */
  search: Localized | null;
  /** Where job alerts are asked for; null where no server sends them. */
  alerts: Localized | null;
  /** Of a site of files: how its lists differ from a server's. */
  filed: {
    /** What the page itself searches; null where there is too much of it. */ index: Localized | null;
  } | null;
};

/** On a server: one address, and a query. */
export const askedLists: ListAddresses = {
  of(query) {
    const { en, fr } = hrefs('postings.index');
    const asked = formatListQuery(query);
    return { en: en + asked, fr: fr + asked };
  },
  search: hrefs('postings.index'),
  alerts: hrefs('alerts.ask'),
  filed: null,
};

/**
 * Among files: an address for each page of the open and of the closed postings. `server` is what
 * addresses of a running Tandem begin with, where there is one.
 */
export function filedLists(server: Localized | null, searchable: boolean): ListAddresses {
  const served = (paths: Localized): Localized | null =>
    server && { en: server.en + paths.en, fr: server.fr + paths.fr };
  return {
    of: filedAddress,
    search: served(hrefs('postings.index')),
    alerts: served(hrefs('alerts.ask')),
    filed: { index: searchable ? searchIndexPaths : null },
  };
}

/** Where the postings stand that a page searches. */
export const searchIndexPaths: Localized = {
  en: `${href('postings.index', 'en')}search.json`,
  fr: `${href('postings.index', 'fr')}recherche.json`,
};

function filedAddress({ state, page }: Pick<ListQuery, 'state' | 'page'>): Localized {
  const closed = state === 'closed';
  if (page === 1) return hrefs(closed ? 'postings.closed' : 'postings.index');
  return hrefs(closed ? 'postings.closedPage' : 'postings.page', { page: String(page) });
}

/** The query that an address of `filedLists` stands for, as `?…`; `null` where it is none of them. */
export function askedFor(path: string): string | null {
  for (const lang of langs) {
    const page = Number(/\/(\d{1,6})$/.exec(path)?.[1] ?? 1);
    const closed = path.startsWith(href('postings.closed', lang));
    const query = { ...everything, page, state: closed ? ('closed' as const) : ('open' as const) };
    if (filedAddress(query)[lang] === path) return formatListQuery(query);
  }
  return null;
}
