import { recordEvent } from '#hiring/applications';
import type { Clock } from '#platform/clock';
import type { Db, Tx } from '#platform/database';
import type { Ids } from '#platform/ids';
import type { ScreeningInput } from './forms.ts';
import type { Finding } from './model.ts';
import { type Outcome, mayBecome } from './rules.ts';

export type Screening =
  | {
      ok: true;
      outcome: Outcome;
      /** True where this very decision was there already. */ repeated: boolean;
    }
  | {
      ok: false;
      error:
        | { kind: 'not-found' }
        /** Somebody decided after the page with the form was made. */
        | { kind: 'decided-meanwhile' }
        /** The candidate withdrew. */
        | { kind: 'withdrawn' }
        /** The candidate sent another version after the page with the form was made. */
        | { kind: 'sent-again' };
    };

/**
 * Screens an application in or out: decision, findings, status and event in one transaction. The row of the
 * application is locked, so that of two decisions taken at the same time the second one is told of
 * the first. The same decision sent twice is one decision.
 */
export async function screenApplication(
  deps: { db: Db; clock: Clock; ids: Ids },
  by: { id: string },
  applicationId: string,
  input: ScreeningInput,
): Promise<Screening> {
  return deps.db.transaction().execute((tx) => decide(tx, deps, by, applicationId, input));
}

async function decide(
  tx: Tx,
  { clock, ids }: { clock: Clock; ids: Ids },
  by: { id: string },
  applicationId: string,
  { reason, words, findings, seen, version }: ScreeningInput,
): Promise<Screening> {
  const { outcome } = reason;
  const application = await tx
    .selectFrom('applications')
    .select(['status', 'correspondence_lang', 'version'])
    .where('id', '=', applicationId)
    .forUpdate()
    .executeTakeFirst();
  if (!application) return { ok: false, error: { kind: 'not-found' } };

  const latest = await tx
    .selectFrom('screening_decisions')
    .selectAll()
    .where('application_id', '=', applicationId)
    .orderBy('decided_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  // A candidate who sent their application again had it put back among those to screen.
  const stands = application.status === outcome;
  const same =
    stands &&
    latest?.outcome === outcome &&
    latest.reason === reason.code &&
    latest.words === words &&
    (await hasFound(tx, latest.id, findings));
  const current = (latest?.id ?? '') === seen;
  if (same && (current || latest.decided_by === by.id))
    return { ok: true, outcome, repeated: true };
  if (!current) return { ok: false, error: { kind: 'decided-meanwhile' } };
  if (!mayBecome(application.status, outcome)) return { ok: false, error: { kind: 'withdrawn' } };
  if (version !== null && version !== application.version) {
    return { ok: false, error: { kind: 'sent-again' } };
  }

  const id = ids.uuid();
  // Later than the decision before it, whatever the clock was set to meanwhile.
  const at = new Date(Math.max(clock().getTime(), (latest?.decided_at.getTime() ?? 0) + 1));
  await tx
    .insertInto('screening_decisions')
    .values({
      id,
      application_id: applicationId,
      outcome,
      reason: reason.code,
      words,
      words_lang: application.correspondence_lang,
      decided_by: by.id,
      decided_at: at,
    })
    .execute();
  await keepFindings(tx, id, findings);
  await tx
    .updateTable('applications')
    .set({ status: outcome })
    .where('id', '=', applicationId)
    .execute();
  await recordEvent(tx, {
    applicationId,
    kind: outcome,
    actor: { kind: 'staff', id: by.id },
    detail: { decision: id, reason: reason.code },
    at,
  });
  return { ok: true, outcome, repeated: false };
}

/** With the words of each criterion as they were advertised: the posting may change, the record not. */
async function keepFindings(tx: Tx, decision: string, findings: readonly Finding[]): Promise<void> {
  if (findings.length === 0) return;
  await tx
    .insertInto('screening_findings')
    .values(
      findings.map(({ criterion, kind, text, result, words }, place) => ({
        decision_id: decision,
        criterion,
        place,
        kind,
        text_en: text.en,
        text_fr: text.fr,
        result,
        words,
      })),
    )
    .execute();
}

/** Whether a decision found just this. */
async function hasFound(tx: Tx, decision: string, findings: readonly Finding[]): Promise<boolean> {
  const found = await tx
    .selectFrom('screening_findings')
    .select(['criterion', 'result', 'words'])
    .where('decision_id', '=', decision)
    .orderBy('place')
    .execute();
  return (
    found.length === findings.length &&
    findings.every(({ criterion, result, words }, place) => {
      const before = found[place];
      return before?.criterion === criterion && before.result === result && before.words === words;
    })
  );
}
