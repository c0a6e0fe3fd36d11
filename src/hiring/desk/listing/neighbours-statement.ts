import { type RawBuilder, sql } from 'kysely';
import type { Direction, ListRequest } from '../model.ts';
import { type View, beyond, listed, opposite, orderBy } from './views.ts';

export type Neighbours = { previous: string | null; next: string | null };

/**
 * The applications before and after one in a list, in the list's order. The one itself need not be
 * in it: screening takes an application out of a list of those to screen, and the next one is still
 * the next one.
 */
export function neighboursStatement(
  view: View,
  postingId: string,
  request: ListRequest,
  applicationId: string,
): RawBuilder<Neighbours> {
  const keys = view.keys[request.sort];
  const here = sql`
    select ${sql.join(keys.map(({ column }) => column))} from ${view.from}
    where a.id = ${applicationId}`;
  const nearest = (direction: Direction): RawBuilder<unknown> => sql`(
    select a.id from ${view.from}
    where ${sql.join([...listed(view, postingId, request), beyond(keys, here, direction)], sql` and `)}
    order by ${orderBy(keys, direction)} limit 1)`;
  return sql<Neighbours>`
    select ${nearest(opposite[request.direction])} as previous,
      ${nearest(request.direction)} as next`;
}
