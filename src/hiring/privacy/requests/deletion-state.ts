import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database';
import type { PrivacyDeps } from '../deps.ts';
import { isApplicationOf } from '../ownership.ts';
import { type DeletionFacts, type DeletionPeriods, type Obstacle, obstaclesTo } from '../rules.ts';
import type { Schedule } from '../schedule/schedule.ts';

type Deps = Pick<PrivacyDeps, 'clock' | 'schedule' | 'openPostings'>;

/** An application of the candidate, and what stands in the way of deleting it. */
export type DeletableApplication = {
  id: string;
  reference: string;
  postingId: string;
  postingVersion: string;
  submittedAt: Date;
  obstacles: Obstacle[];
};

/** When it was asked to delete something, and whether they consented to it before two years are over. */
export type Wish = { consented: boolean; askedAt: Date | null };

/** What stands in the way of deleting each application of a candidate, latest first. */
export async function deletableApplications(
  db: Db | Tx,
  deps: Deps,
  candidateId: string,
  wish: Wish,
): Promise<DeletableApplication[]> {
  const rows = await db
    .selectFrom('applications as a')
    .select([
      'a.id',
      'a.reference',
      'a.posting_id as postingId',
      'a.posting_version as postingVersion',
      'a.submitted_at as submittedAt',
      'a.status',
      // Of the decisions that they were told of: this page tells of no other either.
      sql<Date | null>`(select max(d.decided_at) from screening_decisions d
        join notices n on n.decision_id = d.id and n.left_at is not null
        where d.application_id = a.id)`.as('decidedAt'),
      sql<Date>`greatest(a.submitted_at,
        (select max(d.decided_at) from screening_decisions d where d.application_id = a.id),
        (select max(e.happened_at) from application_events e where e.application_id = a.id))`.as(
        'lastUsedAt',
      ),
      sql<boolean>`exists (select 1 from legal_holds h where h.lifted_at is null
        and (h.posting_id = a.posting_id or h.candidate_id = ${candidateId}))`.as('held'),
    ])
    .where(isApplicationOf(candidateId))
    .orderBy('a.submitted_at', 'desc')
    .orderBy('a.id')
    .execute();
  const requestOpen = await hasOpenRequest(db, candidateId);
  const taking = new Set(deps.openPostings());
  return rows.map(({ status, decidedAt, lastUsedAt, held, ...application }) => ({
    ...application,
    obstacles: judge(deps, {
      held,
      processOpen: taking.has(application.postingId) || (!decidedAt && status !== 'withdrawn'),
      requestOpen,
      decidedAt,
      lastUsedAt,
      ...wish,
    }),
  }));
}

/** What stands in the way of deleting what is left of a candidate beside their applications. */
export async function obstaclesToTheRest(
  db: Db | Tx,
  deps: Deps,
  candidateId: string,
  wish: Wish,
): Promise<Obstacle[]> {
  const hold = await db
    .selectFrom('legal_holds')
    .select('id')
    .where('candidate_id', '=', candidateId)
    .where('lifted_at', 'is', null)
    .executeTakeFirst();
  const last = await db
    .selectFrom('emails as e')
    .innerJoin('candidates as c', (join) =>
      join.on(sql<boolean>`lower(e.recipient) = c.email`).on('c.id', '=', candidateId),
    )
    .select((eb) => eb.fn.max('e.created_at').as('at'))
    .executeTakeFirst();
  return judge(deps, {
    held: hold !== undefined,
    processOpen: false,
    requestOpen: await hasOpenRequest(db, candidateId),
    decidedAt: null,
    // E-mails tell of decisions; nothing else of it is used for one.
    lastUsedAt: last?.at ?? new Date(0),
    ...wish,
  });
}

async function hasOpenRequest(db: Db | Tx, candidateId: string): Promise<boolean> {
  const row = await db
    .selectFrom('privacy_requests')
    .select('id')
    .where('candidate_id', '=', candidateId)
    .where('kind', 'in', ['access', 'correction'])
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

function judge({ clock, schedule }: Deps, facts: DeletionFacts): Obstacle[] {
  return obstaclesTo(facts, periodsOf(schedule.schedule), clock());
}

/** The periods that decide about deletion; the minimum is that of the rule of applications. */
export function periodsOf(schedule: Schedule): DeletionPeriods {
  for (const rule of schedule.rules) {
    if (rule.action !== 'keep' && rule.due.kind === 'last-administrative-use') {
      const { decisionFinalAfter: final, deletionUndo: undo } = schedule;
      return { final, minimum: rule.keep, undo };
    }
  }
  throw new Error('The schedule has no rule of applications');
}
