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

/** What the filters ask about of a posting. */
export type SearchFacts = {
  group?: string | undefined;
  languages?: readonly string[] | undefined;
  tenure?: string | undefined;
  mode?: string | undefined;
  /** Provinces and territories; `anywhere` stands for all of them. */
  places?: readonly string[] | undefined;
  anywhere?: boolean | undefined;
};

export const choices = ['group', 'language', 'tenure', 'mode', 'place'] as const;

/** No wish at all, as `parseListQuery` gives it. */
export const everything: ListQuery = {
  q: '', group: '', language: '', tenure: '', mode: '', place: '', state: 'open', page: 1,
}; // prettier-ignore

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
