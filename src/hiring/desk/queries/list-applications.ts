import type { Can } from '../deps.ts';
import type { Db } from '#platform/database';
import type { Cursors } from '../listing/cursors.ts';
import type { Position } from '../listing/request.ts';
import {
  type BlindRow,
  type IdentityRow,
  type PageOfList,
  blindPage,
  identityPage,
} from '../listing/page-statement.ts';
import { type ListRequest, type ListedApplication, type StatusCounts, pageSize } from '../model.ts';

export type ApplicationsPage = {
  counts: StatusCounts;
  rows: ListedApplication[];
  /** Where the pages before and after this one are; null at the ends of the list. */
  previous: Position;
  next: Position;
  /** True where the cursor of the address was not ours, and this is the beginning instead. */
  restarted: boolean;
};

/**
 * A page of the applications to a posting, with the counts: one statement. Null where there is no
 * such posting. Whether identities are read is decided here: by two different SELECTs.
 */
export async function listApplications(
  { db, cursors }: { db: Db; cursors: Cursors },
  can: Can,
  postingId: string,
  request: ListRequest,
  position: Position,
): Promise<ApplicationsPage | null> {
  const list = listName(postingId, request);
  const from = openPosition(cursors, list, position);
  // One row more than is shown tells whether there is a page beyond.
  const page: PageOfList = { postingId, request, from, limit: pageSize + 1 };
  const found: (BlindRow | IdentityRow)[] = can('see-identity')
    ? (await identityPage(page).execute(db)).rows
    : (await blindPage(page).execute(db)).rows;
  const first = found[0];
  if (!first) return null;

  const walked = found.filter(({ id }) => id !== null);
  const beyond = walked.length > pageSize;
  const rows = walked.slice(0, pageSize);
  if (from?.side === 'before') rows.reverse();
  const before = from?.side === 'before' ? beyond : from !== null;
  const after = from?.side === 'before' ? true : beyond;
  const seal = (row: BlindRow | undefined): string => cursors.seal(list, row?.keys ?? []);
  return {
    counts: {
      received: first.received,
      'screened-in': first.screenedIn,
      'screened-out': first.screenedOut,
      withdrawn: first.withdrawn,
    },
    rows: rows.map(toListed),
    previous: before && rows.length > 0 ? { before: seal(rows[0]) } : null,
    next: after && rows.length > 0 ? { after: seal(rows.at(-1)) } : null,
    restarted: position !== null && from === null,
  };
}

/** A cursor is good for one posting and one order; for any search and filter within them. */
function listName(postingId: string, { sort }: ListRequest): string {
  return `${postingId} ${sort}`;
}

function openPosition(cursors: Cursors, list: string, position: Position): PageOfList['from'] {
  if (!position) return null;
  const side = 'after' in position ? 'after' : 'before';
  const keys = cursors.open(list, 'after' in position ? position.after : position.before);
  return keys && { keys, side };
}

function toListed(row: BlindRow | IdentityRow): ListedApplication {
  return {
    id: row.id ?? '',
    reference: row.reference,
    submittedAt: row.submittedAt,
    status: row.status,
    correspondence: row.correspondence,
    withinGrace: row.withinGrace,
    identity:
      'name' in row ? { name: row.name, email: row.email, sharesEmail: row.sharesEmail } : null,
  };
}
