import type { Lang, Localized } from '#platform/i18n';
import { foldForSearch } from '#platform/i18n';
import type { PostingState } from '#hiring/postings';
import type { ProcessFilter, ProcessRow } from '../model.ts';

/** Reads the query of the list's address. */
export function parseProcessFilter(query: Readonly<Record<string, string>>): ProcessFilter {
  const show = query['show'];
  return {
    search: (query['q'] ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, 200),
    show: show === 'open' || show === 'received' ? show : 'all',
  };
}

/** The query of the list's address; empty for everything. */
export function processQuery({ search, show }: ProcessFilter): string {
  const query = new URLSearchParams();
  if (search) query.set('q', search);
  if (show !== 'all') query.set('show', show);
  return query.size > 0 ? `?${query.toString()}` : '';
}

const order: Record<PostingState | 'withdrawn', number> = {
  'closing-soon': 0,
  open: 1,
  evergreen: 2,
  scheduled: 3,
  draft: 4,
  closed: 5,
  withdrawn: 6,
};
const taking: readonly ProcessRow['state'][] = ['closing-soon', 'open', 'evergreen'];

/**
 * The processes that a filter asks for, in the order of the work: those that take applications by
 * closing date, then the others by their newest application. Titles are searched in both languages.
 */
export function arrangeProcesses(rows: readonly ProcessRow[], filter: ProcessFilter): ProcessRow[] {
  const terms = foldForSearch(filter.search).split(' ').filter(Boolean);
  const found = rows.filter((row) => {
    if (filter.show === 'open' && !taking.includes(row.state)) return false;
    if (filter.show === 'received' && row.counts.received === 0) return false;
    const title = foldForSearch(titles(row.title).join(' '));
    return terms.every((term) => title.includes(term));
  });
  return found.sort(
    (a, b) =>
      order[a.state] - order[b.state] ||
      closing(a) - closing(b) ||
      (b.newestAt?.getTime() ?? 0) - (a.newestAt?.getTime() ?? 0) ||
      a.postingId.localeCompare(b.postingId),
  );
}

function titles(title: Localized): string[] {
  return (['en', 'fr'] satisfies Lang[]).map((lang) => title[lang]);
}

/** Closing date of those that are still to close. */
function closing({ state, closesAt }: ProcessRow): number {
  return taking.includes(state) ? (closesAt?.getTime() ?? Infinity) : 0;
}
