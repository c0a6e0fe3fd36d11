import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import type { Lang } from '#platform/i18n';
import type { Ids } from '#platform/ids';
import { parseEmailAddress } from '#hiring/sign-in';
import type { Role } from './policy.ts';

export type AddStaff =
  | { ok: true; id: string; email: string }
  | { ok: false; error: { kind: 'bad-email' } | { kind: 'already-exists'; disabled: boolean } };

/**
 * Lets a person sign in, with a role, by links sent to their address. There is no other way to
 * become staff. A person who was disabled is not added again: restore them.
 */
export async function addStaff(
  deps: { db: Db; clock: Clock; ids: Ids },
  person: { email: string; role: Role; lang: Lang; name?: string },
): Promise<AddStaff> {
  const { db, clock, ids } = deps;
  const email = parseEmailAddress(person.email);
  if (!email) return { ok: false, error: { kind: 'bad-email' } };
  const now = clock();
  const added = await db
    .insertInto('staff')
    .values({
      id: ids.uuid(),
      email,
      // Proven by the first link that comes back.
      email_verified: false,
      name: person.name ?? '',
      image: null,
      role: person.role,
      lang: person.lang,
      disabled_at: null,
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (added) return { ok: true, id: added.id, email };
  const known = await db
    .selectFrom('staff')
    .select('disabled_at')
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  return { ok: false, error: { kind: 'already-exists', disabled: known.disabled_at !== null } };
}
