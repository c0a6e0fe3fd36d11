import { type RawBuilder, sql } from 'kysely';
import type { ApplicationStatus } from '#hiring/applications';
import type { Lang } from '#platform/i18n';
import type { ListRequest } from '../model.ts';
import {
  type Key,
  type View,
  beyond,
  blindView,
  identityView,
  inScope,
  listed,
  opposite,
  orderBy,
} from './views.ts';

/** A page to read: from the start, or from one side of a row given by its sort keys. */
export type PageOfList = {
  postingId: string;
  request: ListRequest;
  from: { keys: readonly string[]; side: 'after' | 'before' } | null;
  /** Most rows. */
  limit: number;
};

/** The counts, on every row, and an application; `id` is null where there is none. */
export type BlindRow = {
  received: number;
  screenedIn: number;
  screenedOut: number;
  withdrawn: number;
  id: string | null;
  reference: string;
  submittedAt: Date;
  status: ApplicationStatus;
  correspondence: Lang;
  withinGrace: boolean;
  /** Values of the sort keys, for a cursor. */
  keys: string[];
};
export type IdentityRow = BlindRow & { name: string; email: string; sharesEmail: boolean };

/** The list for those who may not know identities. */
export function blindPage(page: PageOfList): RawBuilder<BlindRow> {
  return statement(blindView, page);
}

/** The list with identities. */
export function identityPage(page: PageOfList): RawBuilder<IdentityRow> {
  return statement(identityView, page);
}

/**
 * Counts and rows in one statement. It answers no row for a posting that does not exist, and one
 * with `id` null for an empty page. Rows come in the order walked: backwards for a page `before`.
 */
function statement<Row>(view: View, page: PageOfList): RawBuilder<Row> {
  const { postingId, request, from, limit } = page;
  const keys = view.keys[request.sort];
  const direction = from?.side === 'before' ? opposite[request.direction] : request.direction;
  const onPage = listed(view, postingId, request);
  if (from) onPage.push(beyond(keys, givenRow(keys, from.keys), direction));
  // Without a search, the counts come from an index alone.
  const countedFrom = request.search ? view.from : sql`applications a`;
  return sql<Row>`
    with counted as (
      select
        count(*) filter (where a.status = 'received')::int as "received",
        count(*) filter (where a.status = 'screened-in')::int as "screenedIn",
        count(*) filter (where a.status = 'screened-out')::int as "screenedOut",
        count(*) filter (where a.status = 'withdrawn')::int as "withdrawn"
      from ${countedFrom}
      where ${sql.join(inScope(view, postingId, request), sql` and `)}
    ), page as (
      select *, row_number() over () as place from (
        select ${view.columns}, ${keysAsText(keys)} as keys
        from ${view.from}
        where ${sql.join(onPage, sql` and `)}
        order by ${orderBy(keys, direction)}
        limit ${limit}
      ) as ordered
    )
    select counted.*, page.*${view.flags}
    from postings p cross join counted left join page on true
    where p.id = ${postingId}
    order by page.place`;
}

function givenRow(keys: readonly Key[], values: readonly string[]): RawBuilder<unknown> {
  return sql.join(keys.map(({ type }, at) => sql`${values[at]}::${sql.raw(type)}`));
}

/** Sort keys as texts that read back to exactly the same values: microseconds are kept. */
function keysAsText(keys: readonly Key[]): RawBuilder<unknown> {
  const texts = keys.map(({ column, type }) =>
    type === 'timestamptz'
      ? sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
      : sql`${column}::text`,
  );
  return sql`array[${sql.join(texts)}]`;
}
