import type { Tx } from '#platform/database';
import { href } from '#web/routes.ts';
import type { PrivacyDeps } from '../deps.ts';
import { answeredEmail, correctedEmail, extendedEmail } from '../emails.tsx';
import { extend, recipientYears } from '../rules.ts';
import { before, readPeriod } from '../schedule/period.ts';
import { type ReceivedRequest, handlersOf, receivedRequest } from './queries.ts';

type Deps = Pick<
  PrivacyDeps,
  'db' | 'clock' | 'ids' | 'mail' | 'origins' | 'organization' | 'correctIdentity'
>;

/** Refusals of both; `gone`: answered, withdrawn or erased meanwhile. */
type Gone = { kind: 'gone' };

export type Answer = { ok: true } | { ok: false; error: Gone };

/**
 * Answers a request, in words that its person reads. A correction that is made is written beside the
 * application, and into the name or telephone number where `value` gives it; of one that is refused,
 * the person's own words are attached. Whoever had it in the last two years is told.
 */
export async function answerRequest(
  deps: Deps,
  staff: { id: string },
  id: string,
  input: { outcome: 'done' | 'refused'; answer: string; value: string },
): Promise<Answer> {
  const now = deps.clock();
  return deps.db.transaction().execute(async (tx): Promise<Answer> => {
    const request = await lockOpen(tx, id);
    if (!request) return { ok: false, error: { kind: 'gone' } };
    await tx
      .updateTable('privacy_requests')
      .set({ outcome: input.outcome, answer: input.answer, closed_by: staff.id, closed_at: now })
      .where('id', '=', id)
      .execute();
    if (request.kind === 'correction') await correct(tx, deps, staff, request, input);
    const address = await addressOf(tx, request);
    if (address) {
      await deps.mail.queue(
        tx,
        answeredEmail({ ...mailFacts(deps, request, address), outcome: input.outcome }),
      );
    }
    return { ok: true };
  });
}

export type Extend =
  | { ok: true }
  | { ok: false; error: Gone | { kind: 'extended' | 'late' | 'days' } };

/** Takes up to thirty days more, once, with a reason that its person reads. */
export async function extendRequest(
  deps: Deps,
  id: string,
  input: { days: number; reason: string },
): Promise<Extend> {
  const now = deps.clock();
  return deps.db.transaction().execute(async (tx): Promise<Extend> => {
    const request = await lockOpen(tx, id);
    if (!request) return { ok: false, error: { kind: 'gone' } };
    const extended = extend(request, input.days, now);
    if (!extended.ok) {
      const { kind } = extended.error;
      return { ok: false, error: { kind: kind === 'closed' ? 'gone' : kind } };
    }
    await tx
      .updateTable('privacy_requests')
      .set({
        due_at: extended.dueAt,
        extended_at: now,
        extension_reason: input.reason,
        warned: null,
      })
      .where('id', '=', id)
      .execute();
    const address = await addressOf(tx, request);
    if (address) {
      const facts = mailFacts(deps, { ...request, dueAt: extended.dueAt }, address);
      await deps.mail.queue(tx, extendedEmail({ ...facts, reason: input.reason }));
    }
    return { ok: true };
  });
}

async function correct(
  tx: Tx,
  deps: Deps,
  staff: { id: string },
  request: ReceivedRequest,
  input: { outcome: 'done' | 'refused'; answer: string; value: string },
): Promise<void> {
  const { applicationId, item } = request;
  if (!applicationId || !item) return;
  const exists = await tx
    .selectFrom('applications')
    .select('reference')
    .where('id', '=', applicationId)
    .executeTakeFirst();
  if (!exists) return;
  const done = input.outcome === 'done';
  const body = done ? input.value || input.answer : request.asked;
  if (done && input.value !== '' && (item === 'name' || item === 'phone')) {
    await deps.correctIdentity(tx, applicationId, { item, value: input.value });
  }
  const now = deps.clock();
  const kind = done ? ('correction' as const) : ('notation' as const);
  await tx
    .insertInto('privacy_annotations')
    .values({
      id: deps.ids.uuid(),
      application_id: applicationId,
      kind,
      item,
      body,
      attached_by: staff.id,
      attached_at: now,
    })
    .execute();
  const since = before(now, years(recipientYears));
  const { reference } = exists;
  for (const { email, lang } of await handlersOf(tx, applicationId, since)) {
    const url = deps.origins[lang] + href('desk.application', lang, { id: applicationId });
    const facts = { lang, recipient: email, reference, kind, item, url, body: null };
    await deps.mail.queue(tx, correctedEmail({ ...facts, organization: deps.organization() }));
  }
  const outside = await tx
    .selectFrom('privacy_disclosures')
    .select(['recipient_email'])
    .distinct()
    .where('application_id', '=', applicationId)
    .where('disclosed_at', '>', since)
    .execute();
  for (const { recipient_email: recipient } of outside) {
    // Nobody knows in which language they read: both are in it.
    const facts = { lang: request.lang, recipient, reference, kind, item, url: null, body };
    await deps.mail.queue(tx, correctedEmail({ ...facts, organization: deps.organization() }));
  }
}

async function lockOpen(tx: Tx, id: string): Promise<ReceivedRequest | null> {
  const locked = await tx
    .selectFrom('privacy_requests')
    .select('id')
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .where('kind', 'in', ['access', 'correction'])
    .forUpdate()
    .executeTakeFirst();
  return locked ? receivedRequest(tx, id) : null;
}

async function addressOf(tx: Tx, { candidateId }: ReceivedRequest) {
  return tx
    .selectFrom('candidates')
    .select(['email', 'lang'])
    .where('id', '=', candidateId)
    .executeTakeFirst();
}

function mailFacts(
  deps: Deps,
  request: ReceivedRequest,
  { email, lang }: NonNullable<Awaited<ReturnType<typeof addressOf>>>,
) {
  return {
    request,
    recipient: email,
    lang,
    organization: deps.organization()[lang],
    url: deps.origins[lang] + href('my.privacyRequest', lang, { id: request.id }),
  };
}

function years(count: number) {
  const period = readPeriod(`P${count}Y`);
  if (!period) throw new Error(`No period of ${count} years`);
  return period;
}
