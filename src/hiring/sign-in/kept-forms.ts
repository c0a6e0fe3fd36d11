import { sql } from 'kysely';
import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import type { Ids } from '#platform/ids';
import type { RouteName } from '#web/routes.ts';
import { routeOf } from './paths.ts';

/** Whose a kept form is. */
export type KeptFormOwner = { kind: 'staff' | 'candidate'; id: string };

/** What was typed in a form that was sent after its author's session had ended. */
export type KeptForm = {
  /** The route that the form was sent to, in whichever language: which form of a page it is. */
  sentTo: RouteName | null;
  /** Text fields by name; values of a repeated name are joined by line breaks. */
  fields: Readonly<Partial<Record<string, string>>>;
  keptAt: Date;
};

const columnOf = { staff: 'staff_id', candidate: 'candidate_id' } as const;

type Deps = { db: Db; clock: Clock; ids: Ids };

/** Greatest size of what is kept, in bytes of JSON: a posting in both languages, and its facts. */
const keptBytes = 1_500_000;
/** Most forms kept for a person: more than anyone has tabs to write in. */
const keptForms = 50;
const keptDays = 7;
/** How long a form stays on offer once it was shown, for reloads and second thoughts. */
const offeredHours = 24;

/**
 * Keeps what a person typed, for them alone. The same form sent twice is kept once.
 * `too-large` keeps nothing: show the text to its author instead.
 */
export async function keepForm(
  { db, clock, ids }: Deps,
  form: {
    owner: KeptFormOwner;
    /** Pathname of the page that the form is on, and of its action. */
    page: string;
    action: string;
    fields: Readonly<Record<string, string>>;
  },
): Promise<{ ok: true } | { ok: false; error: { kind: 'too-large' } }> {
  const fields = JSON.stringify(form.fields);
  if (Buffer.byteLength(fields) > keptBytes) return { ok: false, error: { kind: 'too-large' } };
  const { owner, page, action } = form;
  const column = columnOf[owner.kind];
  await db.transaction().execute(async (tx) => {
    await tx
      .deleteFrom('kept_forms')
      .where(column, '=', owner.id)
      .where('action', '=', action)
      .where('fields', '=', sql<Record<string, string>>`${fields}::jsonb`)
      .execute();
    await tx
      .insertInto('kept_forms')
      .values({
        id: ids.uuid(),
        staff_id: null,
        candidate_id: null,
        [column]: owner.id,
        path: page,
        action,
        fields,
        kept_at: clock(),
        shown_at: null,
      })
      .execute();
    await tx
      .deleteFrom('kept_forms')
      .where('id', 'in', (query) =>
        query
          .selectFrom('kept_forms')
          .select('id')
          .where(column, '=', owner.id)
          .orderBy('kept_at', 'desc')
          .orderBy('id')
          .offset(keptForms),
      )
      .execute();
  });
  return { ok: true };
}

/**
 * The latest form that this person left unsent on this page, in either language, to fill it in
 * again; null when there is none. It stays on offer until it is sent, or for a day after it was
 * first shown, so that reloading the page loses nothing.
 */
export async function takeKeptForm(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  owner: KeptFormOwner,
  page: string,
): Promise<KeptForm | null> {
  const now = clock();
  const row = await db
    .updateTable('kept_forms')
    .set((eb) => ({ shown_at: eb.fn.coalesce('shown_at', eb.val(now)) }))
    .where('id', '=', (query) =>
      query
        .selectFrom('kept_forms')
        .select('id')
        .where(columnOf[owner.kind], '=', owner.id)
        .where('path', 'in', bothPaths(page))
        .where('kept_at', '>', hoursBefore(now, keptDays * 24))
        .where((eb) =>
          eb.or([eb('shown_at', 'is', null), eb('shown_at', '>', hoursBefore(now, offeredHours))]),
        )
        .orderBy('kept_at', 'desc')
        .limit(1),
    )
    .returning(['action', 'fields', 'kept_at'])
    .executeTakeFirst();
  if (!row) return null;
  return {
    sentTo: routeOf(row.action)?.name ?? null,
    fields: row.fields,
    keptAt: row.kept_at,
  };
}

/** Forgets what was on offer for a form, once the form was sent and accepted. */
export async function forgetKeptForms(db: Db, owner: KeptFormOwner, action: string): Promise<void> {
  await db
    .deleteFrom('kept_forms')
    .where(columnOf[owner.kind], '=', owner.id)
    .where('action', 'in', bothPaths(action))
    .where('shown_at', 'is not', null)
    .execute();
}

/** Removes forms kept for more than a week. */
export async function purgeKeptForms({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  await db
    .deleteFrom('kept_forms')
    .where('kept_at', '<=', hoursBefore(clock(), keptDays * 24))
    .execute();
}

/** The address in both languages; itself where it is no page of the route table. */
function bothPaths(pathname: string): string[] {
  const route = routeOf(pathname);
  return route ? Object.values(route.paths) : [pathname];
}

function hoursBefore(instant: Date, hours: number): Date {
  return new Date(instant.getTime() - hours * 3_600_000);
}
