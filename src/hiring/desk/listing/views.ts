import { type RawBuilder, sql } from 'kysely';
import type { Direction, ListRequest, SortKey } from '../model.ts';
import { searchTerms } from './request.ts';

/**
 * Where a list of applications is read, and what of it. There are two, and each is a SELECT of its
 * own: what is made for those who may not know identities has no column to return one.
 */
export type View = {
  from: RawBuilder<unknown>;
  columns: RawBuilder<unknown>;
  /** More columns, worked out for the rows of the page only. */
  flags: RawBuilder<unknown>;
  matches(term: string): RawBuilder<unknown>;
  /** What of `application_texts` is searched: the words that this reader may read. */
  words: RawBuilder<unknown>;
  /** What each order compares; together they are unique. */
  keys: Record<SortKey, readonly Key[]>;
};

export type Key = { column: RawBuilder<unknown>; type: 'timestamptz' | 'uuid' | 'text' };

const submitted: Key = { column: sql`a.submitted_at`, type: 'timestamptz' };
const id: Key = { column: sql`a.id`, type: 'uuid' };
const commonKeys = {
  submitted: [submitted, id],
  reference: [{ column: sql`a.reference collate "C"`, type: 'text' }],
  status: [{ column: sql`a.status`, type: 'text' }, submitted, id],
} as const satisfies Partial<Record<SortKey, readonly Key[]>>;

const columns = sql`
  a.id, a.reference, a.submitted_at as "submittedAt", a.status,
  a.correspondence_lang as "correspondence", a.within_grace as "withinGrace"`;

/** Search knows the reference and the answers only, and there is no order by name. */
export const blindView: View = {
  from: sql`applications a`,
  columns,
  flags: sql``,
  matches: (term) => sql`a.reference like ${containing(term.toUpperCase())}`,
  words: sql`t.answers`,
  keys: { ...commonKeys, name: commonKeys.submitted },
};

export const identityView: View = {
  from: sql`applications a join applicant_identities i on i.application_id = a.id`,
  columns: sql`${columns}, i.full_name as name, i.email`,
  // The posting is asked of each namesake, and not joined: a planner without statistics would start
  // from the posting, and look at all of its applications for each row.
  flags: sql`, exists (
      select from applicant_identities other
      where lower(other.email) = lower(page.email) and other.application_id <> page.id
        and (select o.posting_id from applications o where o.id = other.application_id) = p.id
    ) as "sharesEmail"`,
  matches: (term) => sql`i.search_text like ${containing(term)}`,
  words: sql`t.everything`,
  keys: {
    ...commonKeys,
    name: [
      { column: sql`i.name_sort collate "C"`, type: 'text' },
      { column: sql`i.application_id`, type: 'uuid' },
    ],
  },
};

/** Conditions on posting, search and language: what the counts are of. */
export function inScope(
  view: View,
  postingId: string,
  request: ListRequest,
): RawBuilder<unknown>[] {
  const conditions = [sql`a.posting_id = ${postingId}`];
  const terms = searchTerms(request.search);
  if (request.searchIn === 'sender') conditions.push(...terms.map((term) => view.matches(term)));
  else if (terms.length > 0) {
    conditions.push(sql`a.id in (
      select t.application_id from application_texts t
      where ${view.words} @@ to_tsquery('simple', ${beginnings(terms)}))`);
  }
  const { correspondence } = request;
  if (correspondence) conditions.push(sql`a.correspondence_lang = ${correspondence}`);
  return conditions;
}

/** `inScope`, and the status: what the rows are of. */
export function listed(view: View, postingId: string, request: ListRequest): RawBuilder<unknown>[] {
  const conditions = inScope(view, postingId, request);
  if (request.status) conditions.push(sql`a.status = ${request.status}`);
  return conditions;
}

export function orderBy(keys: readonly Key[], direction: Direction): RawBuilder<unknown> {
  const order = sql.raw(direction === 'descending' ? 'desc' : 'asc');
  return sql.join(keys.map(({ column }) => sql`${column} ${order}`));
}

/** Rows on the far side of another, in one comparison of rows, which an index can answer. */
export function beyond(
  keys: readonly Key[],
  row: RawBuilder<unknown>,
  direction: Direction,
): RawBuilder<unknown> {
  const columns = sql.join(keys.map(({ column }) => column));
  return direction === 'descending' ? sql`(${columns}) < (${row})` : sql`(${columns}) > (${row})`;
}

export const opposite: Readonly<Record<Direction, Direction>> = {
  ascending: 'descending',
  descending: 'ascending',
};

/**
 * A query of PostgreSQL that asks for words beginning with each of these. A term that is not all
 * letters and digits ("C#") is asked for as it stands, without what may follow.
 */
function beginnings(terms: readonly string[]): string {
  const quoted = (term: string): string => `'${term.replaceAll(/['\\]/g, (mark) => mark + mark)}'`;
  const isWord = (term: string): boolean =>
    /^[\p{L}\p{N}]/u.test(term) && /[\p{L}\p{N}]$/u.test(term);
  return terms.map((term) => quoted(term) + (isWord(term) ? ':*' : '')).join(' & ');
}

/** A pattern of LIKE that finds the text itself, whatever wildcards it holds. */
function containing(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, (wildcard) => `\\${wildcard}`)}%`;
}
