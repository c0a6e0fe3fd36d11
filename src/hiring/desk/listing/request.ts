import type { ApplicationStatus } from '#hiring/applications';
import { foldForSearch, isLang } from '#platform/i18n';
import { type ListRequest, sortKeys } from '../model.ts';
import { statuses } from '../rules.ts';

const longestSearch = 200;
const mostTerms = 8;

/** Newest first: what came in since the last visit is on top. */
export const defaultSort = { sort: 'submitted', direction: 'descending' } as const;

/** Where in the list a page begins or ends: sealed cursors, as they stand in the address. */
export type Position = { after: string } | { before: string } | null;

/**
 * Reads an address's query. Whatever it holds that is not one of the choices is left aside, and so
 * is the order by name for those who may not know names.
 */
export function parseListRequest(
  query: Readonly<Record<string, string>>,
  seesIdentity: boolean,
): { request: ListRequest; position: Position } {
  const status = query['status'];
  const lang = query['lang'];
  const { after, before } = query;
  return {
    request: {
      search: oneLine(query['q'] ?? ''),
      searchIn: query['in'] === 'words' ? 'words' : 'sender',
      status: isStatus(status) ? status : null,
      correspondence: isLang(lang) ? lang : null,
      ...parseSort(query['sort'], seesIdentity),
    },
    position: after ? { after } : before ? { before } : null,
  };
}

/** The query of an address for a request: only what differs from the defaults. */
export function listQuery(request: ListRequest, position: Position = null): string {
  const query = new URLSearchParams();
  if (request.search) query.set('q', request.search);
  if (request.searchIn === 'words') query.set('in', 'words');
  if (request.status) query.set('status', request.status);
  if (request.correspondence) query.set('lang', request.correspondence);
  const sort = sortParameter(request);
  if (sort) query.set('sort', sort);
  for (const [name, cursor] of Object.entries(position ?? {})) query.set(name, cursor);
  return query.size > 0 ? `?${query.toString()}` : '';
}

/** "name" is ascending, "-name" descending; empty for the default order. */
export function sortParameter({
  sort,
  direction,
}: Pick<ListRequest, 'sort' | 'direction'>): string {
  if (sort === defaultSort.sort && direction === defaultSort.direction) return '';
  return direction === 'descending' ? `-${sort}` : sort;
}

/** The words to look for, folded; each must be found. */
export function searchTerms(search: string): string[] {
  return foldForSearch(search).split(' ').filter(Boolean).slice(0, mostTerms);
}

function parseSort(
  text: string | undefined,
  seesIdentity: boolean,
): Pick<ListRequest, 'sort' | 'direction'> {
  const descending = text?.startsWith('-') ?? false;
  const sort = sortKeys.find((key) => key === (descending ? text?.slice(1) : text));
  if (!sort || (sort === 'name' && !seesIdentity)) return defaultSort;
  return { sort, direction: descending ? 'descending' : 'ascending' };
}

function isStatus(text: string | undefined): text is ApplicationStatus {
  return statuses.some((status) => status === text);
}

function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\s\0]+/g, ' ')
    .trim()
    .slice(0, longestSearch);
}
