import { withdrawApplication } from '#hiring/applications';
import { proveCandidate } from '#hiring/candidates';
import type { Db } from '#platform/database';
import type { Ids } from '#platform/ids';
import { findLatestDecision } from './queries.ts';
import type { SampleApplication } from './sample-application.ts';

/**
 * Takes an application back as its candidate, who signs in for it. Only where the decision that
 * stands is the one that the story has by then. Answers whether it was still to be done.
 */
export async function withdraw(
  { db, ids }: { db: Db; ids: Ids },
  { id, reference }: { id: string; reference: string },
  { key, typed, pageLang }: Pick<SampleApplication, 'key' | 'typed' | 'pageLang'>,
  at: Date,
  decision: string | null,
): Promise<boolean> {
  const latest = await findLatestDecision(db, id);
  if ((latest?.words ?? null) !== decision) return false;
  const clock = () => at;
  const candidate = await db
    .transaction()
    .execute((tx) => proveCandidate({ clock, ids }, tx, typed['email'] ?? '', pageLang));
  // Nobody waits to be told of it: the desk shows it.
  const withdrawn = await withdrawApplication({ db, clock }, candidate, reference, async () => {});
  if (!withdrawn.ok) throw new Error(`${key} is not its candidate's own`);
  return !withdrawn.repeated;
}
