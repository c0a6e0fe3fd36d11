import type { Db } from '#platform/database';
import type { ApplicationStatus } from '../model.ts';

/** An application as its owner sees it in a list. */
export type OwnApplication = {
  key: string;
  reference: string;
  postingId: string;
  postingVersion: string;
  status: ApplicationStatus;
  submittedAt: Date;
};

/** The applications of a candidate, latest first. */
export async function listApplicationsOf(db: Db, candidateId: string): Promise<OwnApplication[]> {
  return db
    .selectFrom('applications')
    .where('candidate_id', '=', candidateId)
    .orderBy('submitted_at', 'desc')
    .limit(200)
    .select([
      'submission_key as key',
      'reference',
      'posting_id as postingId',
      'posting_version as postingVersion',
      'status',
      'submitted_at as submittedAt',
    ])
    .execute();
}
