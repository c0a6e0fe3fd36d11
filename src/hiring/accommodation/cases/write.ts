import type { Tx } from '#platform/database';
import type { AccommodationDeps } from '../deps.ts';
import { endArrangement, recordArrangement } from '../arrangements.ts';
import type { Arrangement, Entry, OpenCase } from '../model.ts';
import { agreedArrangement, openProposal, sameAddress } from '../rules.ts';
import { addEntry } from './add-entry.ts';
import { tellCandidate, tellCustodians } from './ask.ts';

/** `gone`: the case was deleted meanwhile. */
export type Written = { ok: true } | { ok: false; error: { kind: 'gone' | 'changed' } };

/** Who writes, in a case that they opened. `id` is that of the form, so that a repeat is one entry. */
type Writing = { opened: OpenCase; id: string };

export function writeAsCandidate(
  deps: AccommodationDeps,
  { opened, id }: Writing,
  words: string,
): Promise<Written> {
  const at = deps.clock().toISOString();
  return write(deps, opened, { id, entry: { kind: 'message', at, by: 'candidate', words } });
}

export function writeAsCustodian(
  deps: AccommodationDeps,
  { opened, id }: Writing,
  words: string,
): Promise<Written> {
  const at = deps.clock().toISOString();
  return write(deps, opened, { id, entry: { kind: 'message', at, by: 'custodian', words } });
}

export function propose(
  deps: AccommodationDeps,
  { opened, id }: Writing,
  proposal: { arrangement: Arrangement; words: string },
): Promise<Written> {
  const at = deps.clock().toISOString();
  return write(deps, opened, { id, entry: { kind: 'proposal', at, ...proposal } });
}

export function closeCase(deps: AccommodationDeps, { opened, id }: Writing): Promise<Written> {
  return write(deps, opened, { id, entry: { kind: 'closed', at: deps.clock().toISOString() } });
}

/**
 * The candidate's answer to the proposal that they read. Agreeing makes it hold, in the same
 * transaction. `changed`: another proposal came meanwhile, or it was answered; nothing is done.
 */
export async function answerProposal(
  deps: AccommodationDeps,
  { opened, id }: Writing,
  answer: { proposal: string; agrees: boolean; words: string },
): Promise<Written> {
  if (opened.entries.some((one) => one.id === id)) return { ok: true };
  const proposal = openProposal(opened.entries);
  if (proposal?.id !== answer.proposal) return { ok: false, error: { kind: 'changed' } };
  const { email } = opened.request;
  const { postingId, told, closesAt } = proposal.arrangement;
  const before = agreedArrangement(opened.entries)?.arrangementId ?? null;
  const at = deps.clock().toISOString();
  return deps.db.transaction().execute(async (tx): Promise<Written> => {
    if (!(await isAsRead(tx, opened))) return { ok: false, error: { kind: 'changed' } };
    const arrangementId =
      answer.agrees && postingId
        ? await recordArrangement(tx, deps, { postingId, email, told, closesAt }, before)
        : null;
    return put(tx, deps, opened, { id, entry: { kind: 'answer', at, ...answer, arrangementId } });
  });
}

/** Notes that the candidate signed in with the address of the request. */
export async function proveAddress(
  deps: AccommodationDeps,
  opened: OpenCase,
  email: string,
): Promise<void> {
  if (!sameAddress(email, opened.request.email)) return;
  const entry: Entry = { kind: 'proven', at: deps.clock().toISOString(), email };
  await deps.db
    .transaction()
    .execute((tx) => addEntry(tx, deps.clock, opened.id, { id: deps.ids.uuid(), entry }));
}

/** Deletes a case with everything in it; and what was agreed, where that is wanted. */
export async function deleteCase(
  { db }: Pick<AccommodationDeps, 'db'>,
  opened: OpenCase,
  { arrangement }: { arrangement: boolean },
): Promise<void> {
  const agreed = agreedArrangement(opened.entries)?.arrangementId;
  await db.transaction().execute(async (tx) => {
    if (arrangement && agreed) await endArrangement(tx, agreed);
    await tx.deleteFrom('accommodation_cases').where('id', '=', opened.id).execute();
  });
}

function write(
  deps: AccommodationDeps,
  opened: OpenCase,
  made: { id: string; entry: Entry },
): Promise<Written> {
  return deps.db.transaction().execute((tx) => put(tx, deps, opened, made));
}

async function put(
  tx: Tx,
  deps: AccommodationDeps,
  opened: OpenCase,
  made: { id: string; entry: Entry },
): Promise<Written> {
  const added = await addEntry(tx, deps.clock, opened.id, made);
  if (!added.ok) return added;
  if (added.repeated) return { ok: true };
  const byCandidate =
    made.entry.kind === 'answer' ||
    (made.entry.kind === 'message' && made.entry.by === 'candidate');
  if (!byCandidate) await tellCandidate(tx, deps, opened.id, opened.request, 'news');
  else if (added.waitsForChanged) await tellCustodians(tx, deps);
  return { ok: true };
}

/** Whether nothing was added to the case since it was opened; holds it as it is until the end. */
async function isAsRead(tx: Tx, opened: OpenCase): Promise<boolean> {
  await tx
    .selectFrom('accommodation_cases')
    .select('id')
    .where('id', '=', opened.id)
    .forUpdate()
    .executeTakeFirst();
  const { count } = await tx
    .selectFrom('accommodation_entries')
    .where('case_id', '=', opened.id)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count) === opened.total;
}
