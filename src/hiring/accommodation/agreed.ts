import { sql } from 'kysely';
import type { Db } from '#platform/database';
import type { Localized } from '#platform/i18n';

/** What was agreed with somebody and holds for an application, in the words that the team is told. */
export type Agreed = {
  /** "2026-11-24". */
  day: string;
  told: Localized<string[]> | null;
  closesAt: Date | null;
};

/**
 * What was agreed for an application, as its own candidate may read it: it is in the copy of their
 * data too. Nothing of the case in which it was agreed.
 */
export async function agreedForApplication(db: Db, applicationId: string): Promise<Agreed[]> {
  return db
    .selectFrom('application_arrangements as x')
    .innerJoin('arrangements as r', 'r.id', 'x.arrangement_id')
    .where('x.application_id', '=', applicationId)
    .orderBy('r.agreed_on')
    .orderBy('r.id')
    .select(['r.told', 'r.closes_at as closesAt'])
    .select(sql<string>`to_char(r.agreed_on, 'YYYY-MM-DD')`.as('day'))
    .execute();
}
