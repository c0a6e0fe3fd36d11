import { type Looks, createLooks } from '#platform/looks';
import type { AccommodationDeps } from './deps.ts';
import { lateEmail } from './emails.tsx';
import { custodianAddresses } from './keys/queries.ts';

const hour = 3_600_000;
/** How often the same waiting request is told of. */
const againAfterHours = 24;

/** Tells of requests that wait too long; each look answers of how many it told. */
export type Escalation = Looks<number>;

/** Milliseconds between looks. */
const everyMs = 10 * 60_000;

/** Tells of requests that wait too long for an answer, once a day each, without a word of them. */
export function createEscalation(deps: AccommodationDeps): Escalation {
  return createLooks({
    everyMs,
    work: () => escalate(deps),
    onFound(count) {
      if (count > 0) deps.log.warn({ count }, 'accommodation requests wait too long');
    },
    onFailure(error) {
      // It is tried again at the next look: nothing was written, so nothing is lost.
      deps.log.warn({ reason: (error as Error).name }, 'could not look for waiting requests');
    },
  });
}

/** Marks what is late and writes the e-mails, in one transaction: two servers tell of it once. */
async function escalate(deps: AccommodationDeps): Promise<number> {
  const now = deps.clock();
  const before = (hours: number): Date => new Date(now.getTime() - hours * hour);
  return deps.db.transaction().execute(async (tx) => {
    const late = await tx
      .updateTable('accommodation_cases')
      .set({ escalated_at: now })
      .where('waits_for', '=', 'custodian')
      .where('waiting_since', '<=', before(deps.replyHours))
      .where((eb) =>
        eb.or([eb('escalated_at', 'is', null), eb('escalated_at', '<=', before(againAfterHours))]),
      )
      .returning('id')
      .execute();
    if (late.length === 0) return 0;
    const { organization } = deps.postings.snapshot().site;
    const admins = await tx
      .selectFrom('staff')
      .select(['email', 'lang'])
      .where('role', '=', 'admin')
      .where('disabled_at', 'is', null)
      .execute();
    const above =
      deps.escalateTo.length > 0
        ? // Nobody of whom we know the language: both are in the e-mail then.
          deps.escalateTo.map((email) => ({ email, lang: null }))
        : admins;
    for (const { email, lang } of [...(await custodianAddresses(tx)), ...above]) {
      await deps.mail.queue(
        tx,
        lateEmail({
          lang,
          recipient: email,
          count: late.length,
          hours: deps.replyHours,
          origins: deps.origins,
          organization,
        }),
      );
    }
    return late.length;
  });
}
