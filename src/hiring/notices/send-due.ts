import { sql } from 'kysely';
import { recordEvent } from '#hiring/applications';
import { type Tx, isDatabaseOutage } from '#platform/database';
import type { Lang } from '#platform/i18n';
import { hrefs } from '#web/routes.ts';
import type { NoticeSenderDeps } from './deps.ts';
import { messages } from './messages/index.ts';
import type { HeldBack, Template } from './model.ts';
import { paragraphsOf } from './write-letter.ts';

/** Letters that leave in one transaction. */
export const sentAtOnce = 100;

export type Sent = { left: number; heldBack: number };

/**
 * Sends what is due, some letters in a transaction: what is marked as left has its e-mail queued and
 * its event recorded, or none of the three. After a crash it goes on with the rest.
 */
export async function sendDue(
  deps: NoticeSenderDeps,
  isStopping: () => boolean = () => false,
): Promise<Sent> {
  const total: Sent = { left: 0, heldBack: 0 };
  const due = await deps.db
    .selectFrom('notice_batches')
    .where('left_at', 'is', null)
    .where('stopped_at', 'is', null)
    .where('leaves_at', '<=', deps.clock())
    .orderBy('leaves_at')
    .select('id')
    .execute();
  for (const { id } of due) {
    try {
      for (;;) {
        const { count, left } = await sendSome(deps, id);
        total.left += left;
        total.heldBack += count - left;
        if (count < sentAtOnce) break;
        if (isStopping()) return total;
      }
    } catch (error) {
      if (isDatabaseOutage(error)) throw error;
      // The others do not wait for it. The text of an error may name whom it was about.
      deps.log.error({ batch: id, reason: (error as Error).name }, 'a batch could not be sent');
    }
  }
  return total;
}

/** One transaction's letters of a batch; none where it was stopped, or another process sends it. */
async function sendSome(
  deps: NoticeSenderDeps,
  batchId: string,
): Promise<{ count: number; left: number }> {
  const { db, clock } = deps;
  return db.transaction().execute(async (tx) => {
    const batch = await tx
      .selectFrom('notice_batches')
      .where('id', '=', batchId)
      .where('left_at', 'is', null)
      .where('stopped_at', 'is', null)
      .select(['id', 'template', 'prepared_by'])
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!batch) return { count: 0, left: 0 };
    const now = clock();
    const letters = await readyLetters(tx, batchId);
    let left = 0;
    for (const letter of letters) {
      const why = heldBackFor(letter);
      await tx
        .updateTable('notices')
        .set(why ? { held_back: why } : { left_at: now })
        .where('id', '=', letter.id)
        .execute();
      if (why) continue;
      left += 1;
      await send(tx, deps, batch.template, letter);
      await recordEvent(tx, {
        applicationId: letter.applicationId,
        kind: 'notice-sent',
        actor: { kind: 'staff', id: batch.prepared_by },
        detail: { notice: letter.id, template: batch.template },
        at: now,
      });
    }
    if (letters.length < sentAtOnce) {
      await tx
        .updateTable('notice_batches')
        .set({ left_at: now })
        .where('id', '=', batchId)
        .execute();
    }
    return { count: letters.length, left };
  });
}

type ReadyLetter = {
  id: string;
  applicationId: string;
  reference: string;
  email: string;
  lang: Lang;
  subject: string;
  body: string;
  decisionId: string | null;
  withdrawn: boolean;
  /** Sent again since it was decided on: it is to be screened again. */
  reopened: boolean;
  latestDecision: string | null;
};

/**
 * The next letters of a batch with the address of their reader, in one row each. The applications
 * are locked first, in a statement of its own: a decision that was being taken is then seen, and one
 * that comes later waits until the letters have left.
 */
async function readyLetters(tx: Tx, batchId: string): Promise<ReadyLetter[]> {
  const locked = await tx
    .selectFrom('notices as n')
    .innerJoin('applications as a', 'a.id', 'n.application_id')
    .innerJoin('applicant_identities as i', 'i.application_id', 'a.id')
    .where('n.batch_id', '=', batchId)
    .where('n.left_at', 'is', null)
    .where('n.held_back', 'is', null)
    .orderBy('n.id')
    .limit(sentAtOnce)
    .select('n.id')
    .forNoKeyUpdate('a')
    .execute();
  if (locked.length === 0) return [];
  return tx
    .selectFrom('notices as n')
    .innerJoin('applications as a', 'a.id', 'n.application_id')
    .innerJoin('applicant_identities as i', 'i.application_id', 'a.id')
    .where(
      'n.id',
      'in',
      locked.map(({ id }) => id),
    )
    .orderBy('n.id')
    .select([
      'n.id',
      'a.id as applicationId',
      'a.reference',
      'i.email',
      'n.lang',
      'n.subject',
      'n.body',
      'n.decision_id as decisionId',
      sql<boolean>`a.status = 'withdrawn'`.as('withdrawn'),
      sql<boolean>`a.status = 'received'`.as('reopened'),
      (eb) =>
        eb
          .selectFrom('screening_decisions as d')
          .whereRef('d.application_id', '=', 'a.id')
          .orderBy('d.decided_at', 'desc')
          .limit(1)
          .select('d.id')
          .as('latestDecision'),
    ])
    .execute();
}

function heldBackFor(letter: ReadyLetter): HeldBack | null {
  const { withdrawn, reopened, decisionId, latestDecision } = letter;
  if (withdrawn) return 'withdrawn';
  const stale = reopened || decisionId !== latestDecision;
  return decisionId !== null && stale ? 'decided-again' : null;
}

/** The letter, and below it the link that leads its reader to where everything else is. */
async function send(
  tx: Tx,
  { links }: NoticeSenderDeps,
  template: Template,
  { email, lang, reference, subject, body }: ReadyLetter,
): Promise<void> {
  await links.sendPrivateLink(tx, {
    email,
    lang,
    path: hrefs('my.application', { reference }),
    kind: 'notice',
    words: {
      subject,
      paragraphs: paragraphsOf(body),
      why: messages(lang)(template === 'update' ? 'email.link.update' : 'email.link'),
    },
  });
}
