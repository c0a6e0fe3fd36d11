import type { Tx } from '#platform/database';
import { href } from '#web/routes.ts';
import type { PrivacyDeps } from '../deps.ts';
import type { Certificate } from '../disposal/certificate.ts';
import { circumstancesOf, disposeOfDocuments, tell } from '../disposal/dispose.ts';
import { eraseApplication, eraseCandidate } from '../disposal/erase.ts';
import { deletedEmail } from '../emails.tsx';
import type { PrivacyRequest } from '../model.ts';
import { needsAnswer, urgencyOf } from '../rules.ts';
import { tellOfficers } from './ask.ts';
import { deletableApplications, obstaclesToTheRest } from './deletion-state.ts';
import { toRequest } from './queries.ts';

/** Does what requests ask for and can be done now, and warns of dates that come near. */
export async function runRequests(deps: PrivacyDeps): Promise<void> {
  await deleteWhatWasAsked(deps);
  await warnOfDates(deps);
}

/** Every deletion that was asked for and that nothing stands in the way of any more. */
async function deleteWhatWasAsked(deps: PrivacyDeps): Promise<void> {
  const open = await deps.db
    .selectFrom('privacy_requests')
    .select('id')
    .where('kind', '=', 'deletion')
    .where('closed_at', 'is', null)
    .orderBy('asked_at')
    .execute();
  let erased = false;
  for (const { id } of open) {
    const certificates = await deps.db.transaction().execute((tx) => perform(tx, deps, id));
    for (const certificate of certificates) tell(deps, certificate);
    erased ||= certificates.length > 0;
  }
  if (erased) await disposeOfDocuments(deps);
}

async function perform(tx: Tx, deps: PrivacyDeps, id: string): Promise<Certificate[]> {
  const row = await tx
    .selectFrom('privacy_requests')
    .selectAll()
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return [];
  const request = toRequest(row);
  const candidate = await tx
    .selectFrom('candidates')
    .select(['id', 'email', 'lang'])
    .where('id', '=', request.candidateId)
    .executeTakeFirst();
  if (!candidate) {
    await close(tx, deps, request);
    return [];
  }
  const { consented, askedAt } = request;
  const wish = { consented, askedAt };
  const all = await deletableApplications(tx, deps, candidate.id, wish);
  const wanted = request.applicationId
    ? all.filter((application) => application.id === request.applicationId)
    : all;
  const circumstances = await circumstancesOf(deps);
  const certificates: Certificate[] = [];
  for (const application of wanted.filter(({ obstacles }) => obstacles.length === 0)) {
    certificates.push(
      ...(await eraseApplication(tx, deps, circumstances, deps.erasers, application.id)),
    );
  }
  if (wanted.some(({ obstacles }) => obstacles.length > 0)) return certificates;
  if (request.applicationId === null) {
    const rest = await obstaclesToTheRest(tx, deps, candidate.id, wish);
    if (rest.length > 0) return certificates;
    certificates.push(...(await eraseCandidate(tx, deps, circumstances, candidate)));
  }
  await close(tx, deps, request);
  await deps.mail.queue(
    tx,
    deletedEmail({
      request,
      recipient: candidate.email,
      lang: candidate.lang,
      organization: deps.organization()[candidate.lang],
      everything: request.applicationId === null,
      url: deps.origins[candidate.lang] + href('my.privacy', candidate.lang),
    }),
  );
  return certificates;
}

async function close(
  tx: Tx,
  { clock }: Pick<PrivacyDeps, 'clock'>,
  { id }: PrivacyRequest,
): Promise<void> {
  await tx
    .updateTable('privacy_requests')
    .set({ outcome: 'done', closed_at: clock() })
    .where('id', '=', id)
    .execute();
}

/** Each warning once: a week before, a day before, and after. */
async function warnOfDates(deps: PrivacyDeps): Promise<void> {
  const rows = await deps.db
    .selectFrom('privacy_requests')
    .selectAll()
    .where('closed_at', 'is', null)
    .execute();
  for (const row of rows) {
    const urgency = urgencyOf(row.due_at, deps.clock());
    if (!needsAnswer(row.kind) || urgency === 'later' || urgency === row.warned) continue;
    await deps.db.transaction().execute(async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('privacy_requests')
        .set({ warned: urgency })
        .where('id', '=', row.id)
        .where('closed_at', 'is', null)
        .where((eb) => eb.or([eb('warned', 'is', null), eb('warned', '<>', urgency)]))
        .executeTakeFirst();
      if (numUpdatedRows > 0n) await tellOfficers(tx, deps, toRequest(row), urgency);
    });
  }
}
