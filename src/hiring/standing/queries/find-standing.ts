import { toldStatus } from '#hiring/applications';
import { noticesTo } from '#hiring/notices';
import type { Db } from '#platform/database';
import { type ShownEvent, type Standing, type ToldDecision, shownEvents } from '../model.ts';
import { messagesOf } from './conversations.ts';

/**
 * Where a candidate's own application stands. Whose it is stands in the query: with another
 * candidate's reference there is no row. Of decisions, only those are read of which a notice has
 * left: whatever else the hiring team has decided changes nothing here.
 */
export async function findStanding(
  db: Db,
  candidate: { id: string },
  reference: string,
): Promise<Standing | null> {
  // What else may stand in an address; the database takes no NUL.
  if (!/^[\w-]+$/.test(reference)) return null;
  const application = await db
    .selectFrom('applications as a')
    .innerJoin('candidate_applications as own', 'own.application_id', 'a.id')
    .where('a.reference', '=', reference)
    .where('own.candidate_id', '=', candidate.id)
    .select([
      'a.id as applicationId',
      'a.reference',
      'a.submission_key as key',
      'a.posting_id as postingId',
      'a.posting_version as postingVersion',
    ])
    .select(toldStatus.as('status'))
    .executeTakeFirst();
  if (!application) return null;
  const { applicationId } = application;
  const [events, notices, decisions, messages] = await Promise.all([
    shownEventsOf(db, applicationId),
    noticesTo(db, applicationId),
    toldDecisions(db, applicationId),
    messagesOf(db, application),
  ]);
  return { ...application, events, notices, decisions, messages: messages.toReversed() };
}

async function shownEventsOf(db: Db, applicationId: string): Promise<ShownEvent[]> {
  const rows = await db
    .selectFrom('application_events')
    .where('application_id', '=', applicationId)
    .where('kind', 'in', shownEvents)
    .orderBy('id', 'desc')
    .select(['kind', 'happened_at as at'])
    .execute();
  return rows as ShownEvent[];
}

/** The decisions on an application of which a notice has left, the one told last first. */
async function toldDecisions(db: Db, applicationId: string): Promise<ToldDecision[]> {
  const told = db
    .selectFrom('notices')
    .where('application_id', '=', applicationId)
    .where('left_at', 'is not', null)
    .where('decision_id', 'is not', null)
    .groupBy('decision_id')
    .select((eb) => ['decision_id', eb.fn.max('left_at').as('told_at')]);
  const decisions = await db
    .selectFrom('screening_decisions as d')
    .innerJoin(told.as('n'), 'n.decision_id', 'd.id')
    .where('d.application_id', '=', applicationId)
    .orderBy('n.told_at', 'desc')
    .orderBy('d.decided_at', 'desc')
    .select(['d.id', 'd.outcome', 'd.reason', 'd.words', 'd.words_lang as wordsLang'])
    .select(['d.decided_at as decidedAt', 'n.told_at as toldAt'])
    .$narrowType<{ toldAt: Date }>()
    .execute();
  if (decisions.length === 0) return [];
  const findings = await db
    .selectFrom('screening_findings')
    .where(
      'decision_id',
      'in',
      decisions.map(({ id }) => id),
    )
    .orderBy('place')
    .orderBy('criterion')
    .selectAll()
    .execute();
  return decisions.map((decision) => ({
    ...decision,
    findings: findings
      .filter(({ decision_id }) => decision_id === decision.id)
      .map(({ criterion, kind, text_en, text_fr, result, words }) => ({
        criterion,
        kind,
        text: { en: text_en, fr: text_fr },
        result,
        words,
      })),
  }));
}
