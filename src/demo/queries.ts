import type { Db } from '#platform/database';

/** What there is in a database, seen from the sample process. */
export type Inventory = {
  ownApplications: number;
  otherApplications: number;
  otherStaff: number;
  /** Translation keys of the postings that are advertised. */
  advertised: string[];
};

export async function takeInventory(
  db: Db,
  own: { submissionKeys: readonly string[]; emails: readonly string[] },
): Promise<Inventory> {
  const counts = await db
    .selectNoFrom((eb) => [
      eb
        .selectFrom('applications')
        .where('submission_key', 'in', own.submissionKeys)
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .as('ownApplications'),
      eb
        .selectFrom('applications')
        .where('submission_key', 'not in', own.submissionKeys)
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .as('otherApplications'),
      eb
        .selectFrom('staff')
        .where('email', 'not in', own.emails)
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .as('otherStaff'),
    ])
    .executeTakeFirstOrThrow();
  const advertised = await db
    .selectFrom('postings as p')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('posting_slugs as s')
          .whereRef('s.posting_id', '=', 'p.id')
          .where('s.is_current', '=', true)
          .select('s.slug'),
      ),
    )
    .select('p.translation_key as key')
    .execute();
  return {
    ownApplications: Number(counts.ownApplications),
    otherApplications: Number(counts.otherApplications),
    otherStaff: Number(counts.otherStaff),
    advertised: advertised.map(({ key }) => key),
  };
}

/** The application of a submission, or null. */
export async function findApplication(
  db: Db,
  submissionKey: string,
): Promise<{ id: string; reference: string; postingId: string } | null> {
  const row = await db
    .selectFrom('applications')
    .where('submission_key', '=', submissionKey)
    .select(['id', 'reference', 'posting_id as postingId'])
    .executeTakeFirst();
  return row ?? null;
}

/** The decision that stands, or null. */
export async function findLatestDecision(
  db: Db,
  applicationId: string,
): Promise<{ id: string; words: string } | null> {
  const row = await db
    .selectFrom('screening_decisions')
    .where('application_id', '=', applicationId)
    .orderBy('decided_at', 'desc')
    .select(['id', 'words'])
    .executeTakeFirst();
  return row ?? null;
}

/** Whether there is a note with this id. */
/** Whether notices were confirmed under this key. */
export async function areNoticesThere(db: Db, batchId: string): Promise<boolean> {
  const row = await db
    .selectFrom('notice_batches')
    .select('id')
    .where('id', '=', batchId)
    .executeTakeFirst();
  return row !== undefined;
}

export async function isNoteThere(db: Db, noteId: string): Promise<boolean> {
  const row = await db
    .selectFrom('application_notes')
    .where('id', '=', noteId)
    .select('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Ids of staff by e-mail address. */
export async function findStaffIds(
  db: Db,
  emails: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('staff')
    .where('email', 'in', emails)
    .select(['id', 'email'])
    .execute();
  return new Map(rows.map(({ id, email }) => [email, id]));
}
