import type { Lang } from '#platform/i18n';
import { words } from './messages.ts';
import type { Posting } from './model.ts';
import { formatListQuery, parseListQuery } from '#ui/search';
import { listPostings } from './rules/list-query.ts';

/**
 * A search of the list of postings, kept as the query of its address without "?": what was typed,
 * in its shortest form; "" asks for every open posting.
 */
export function readSearch(query: Readonly<Record<string, string | undefined>>): string {
  return formatListQuery({ ...parseListQuery(query), state: 'open', page: 1 }).slice(1);
}

/** Whether a search finds an open posting. */
export function matchesSearch(
  posting: Posting,
  search: string,
  lang: Lang,
  at: { now: Date; closingSoonDays: number },
): boolean {
  const query = parseListQuery(Object.fromEntries(new URLSearchParams(search)));
  return listPostings([posting], query, lang, at).count > 0;
}

/** A search in words: "“design”; Province or territory: Ontario". Empty where it asks for nothing. */
export function searchWords(search: string, lang: Lang): string {
  const t = words(lang);
  const query = new URLSearchParams(search);
  const parts: string[] = [];
  const text = query.get('q');
  if (text) parts.push(t('search.words', { text }));
  for (const name of ['place', 'mode', 'language', 'tenure', 'group'] as const) {
    const value = query.get(name);
    if (value)
      parts.push(
        t('search.filter', { filter: t(`filter.${name}`), value: labelOf(name, value, lang) }),
      );
  }
  return parts.join('; ');
}

/** The label of a filter's value; the value itself where no posting could have it. */
function labelOf(
  name: 'place' | 'mode' | 'language' | 'tenure' | 'group',
  value: string,
  lang: Lang,
): string {
  if (name === 'group') return value;
  const key = `${name === 'place' ? 'province' : name}.${value}`;
  const t = words(lang);
  return t.has(key) ? t(key) : value;
}
