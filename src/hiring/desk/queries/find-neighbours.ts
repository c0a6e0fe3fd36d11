import type { Db } from '#platform/database';
import type { Can } from '../deps.ts';
import { type Neighbours, neighboursStatement } from '../listing/neighbours-statement.ts';
import { blindView, identityView } from '../listing/views.ts';
import type { ListRequest } from '../model.ts';

/** Ids of the applications around one in the list that the reader came from. */
export async function findNeighbours(
  db: Db,
  can: Can,
  postingId: string,
  request: ListRequest,
  applicationId: string,
): Promise<Neighbours> {
  const view = can('see-identity') ? identityView : blindView;
  const { rows } = await neighboursStatement(view, postingId, request, applicationId).execute(db);
  return rows[0] ?? { previous: null, next: null };
}
