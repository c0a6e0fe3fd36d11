import type { Db } from '#platform/database';
import type { ApplicationStatus } from '../model.ts';
import { toldStatus } from '../told-status.ts';

/** An application as its owner sees it in a list. */
export type OwnApplication = {
  reference: string;
  postingId: string;
  postingVersion: string;
  /** What they have been told. */
  status: ApplicationStatus;
  submittedAt: Date;
};

/** The applications of a candidate, latest first. */
export async function listApplicationsOf(db: Db, candidateId: string): Promise<OwnApplication[]> {
  return db
    .selectFrom('applications as a')
    .innerJoin('candidate_applications as own', 'own.application_id', 'a.id')
    .where('own.candidate_id', '=', candidateId)
    .orderBy('a.submitted_at', 'desc')
    .orderBy('a.id')
    .limit(200)
    .select([
      'a.reference',
      'a.posting_id as postingId',
      'a.posting_version as postingVersion',
      'a.submitted_at as submittedAt',
    ])
    .select(toldStatus.as('status'))
    .execute();
}
