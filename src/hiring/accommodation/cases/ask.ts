import type { Tx } from '#platform/database';
import { newKeyPair, sealTo } from '#platform/sealing';
import { keyPairOfCode } from '../codes.ts';
import type { AccommodationDeps } from '../deps.ts';
import { newsEmail, waitingEmail } from '../emails.tsx';
import { steadyKeys } from '../keys/make-key.ts';
import { activeHolders, custodianAddresses } from '../keys/queries.ts';
import type { AccommodationRequest } from '../model.ts';
import { hourOf } from '../rules.ts';

/**
 * Makes a case: the request, sealed to a new key; and that key, sealed to every custodian, to the
 * recovery key and to the candidate's code. The same id and code again are the same case.
 * `no-custodian`: nobody could open it, so nothing is taken.
 */
export async function askForAccommodation(
  deps: AccommodationDeps,
  { id, code, request }: { id: string; code: string; request: AccommodationRequest },
): Promise<{ ok: true } | { ok: false; error: { kind: 'no-custodian' } }> {
  const { db, clock } = deps;
  const candidate = await keyPairOfCode(code);
  return db.transaction().execute(async (tx) => {
    await steadyKeys(tx);
    const holders = await activeHolders(tx);
    if (!holders.some(({ kind }) => kind === 'custodian')) {
      return { ok: false, error: { kind: 'no-custodian' } };
    }
    const pair = await newKeyPair();
    const made = await tx
      .insertInto('accommodation_cases')
      .values({
        id,
        case_key: pair.recipient,
        state: 'open',
        waits_for: 'custodian',
        waiting_since: hourOf(clock()),
        escalated_at: null,
        closed_at: null,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) return { ok: true };
    for (const holder of [...holders, { ...candidate, kind: 'candidate' as const }]) {
      await tx
        .insertInto('accommodation_keys')
        .values({
          case_id: id,
          case_key: pair.recipient,
          holder: holder.recipient,
          holder_kind: holder.kind,
          sealed: await sealTo(holder.recipient, pair.identity),
        })
        .execute();
    }
    await tx
      .insertInto('accommodation_entries')
      .values({
        id: deps.ids.uuid(),
        case_id: id,
        position: 1,
        case_key: pair.recipient,
        sealed: await sealTo(pair.recipient, JSON.stringify(request)),
      })
      .execute();
    await tellCustodians(tx, deps);
    await tellCandidate(tx, deps, id, request, 'received');
    return { ok: true };
  });
}

/** Tells the custodians that somebody waits: nothing of who, or of what. */
export async function tellCustodians(tx: Tx, deps: AccommodationDeps): Promise<void> {
  const { organization } = deps.postings.snapshot().site;
  for (const { email, lang } of await custodianAddresses(tx)) {
    await deps.mail.queue(
      tx,
      waitingEmail({ lang, recipient: email, origins: deps.origins, organization }),
    );
  }
}

/** Tells the candidate that there is something to read, and where; nothing of what. */
export async function tellCandidate(
  tx: Tx,
  deps: AccommodationDeps,
  caseId: string,
  { lang, email }: Pick<AccommodationRequest, 'lang' | 'email'>,
  kind: 'received' | 'news',
): Promise<void> {
  const { organization } = deps.postings.snapshot().site;
  await deps.mail.queue(
    tx,
    newsEmail({ kind, lang, recipient: email, caseId, origins: deps.origins, organization }),
  );
}
