import { sql } from 'kysely';
import {
  type Catalogue,
  type Posting,
  type PostingState,
  acceptsApplications,
  advertisedPosting,
  defaultTimeZone,
} from '#hiring/postings';
import type { Db, Tx } from '#platform/database';
import type { Ids } from '#platform/ids';
import { href } from '#web/routes.ts';
import type { Announcement, AnnouncementKind } from './model.ts';
import { type LastSaid, nextAnnouncement } from './rules.ts';

/** Told of everything new, in the transaction that remembers that it was said. */
export type Subscriber = (tx: Tx, announcements: readonly Announcement[]) => Promise<void>;

/** Key of the advisory lock under which announcements are made: "Tandem announcements", invented. */
const lockKey = 7_263_360_002;

/** Rows per statement: PostgreSQL takes 65,535 parameters. */
const rowsAtOnce = 1000;

type Said = LastSaid & { readonly happenedAt: Date };

/**
 * Compares what the public can see with what was last said, writes down what is new and hands it to
 * the subscribers, in one transaction. Answers how many announcements were made.
 */
export async function announce(
  deps: {
    db: Db;
    ids: Ids;
    subscribers: readonly Subscriber[];
    stateOf(posting: Posting): PostingState;
  },
  catalogue: Catalogue,
  now: Date,
): Promise<number> {
  return deps.db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${lockKey})`.execute(tx);
    const said = await readSaid(tx);
    const announcements: Announcement[] = [];
    const add = (kind: AnnouncementKind, posting: Announcement['posting']): void => {
      // Always after what was said before, whatever the clock has done: the latest is the last.
      const before = said.get(posting.id)?.happenedAt.getTime() ?? 0;
      const happenedAt = new Date(Math.max(now.getTime(), before + 1));
      announcements.push({ id: deps.ids.uuid(), kind, happenedAt, posting });
    };
    for (const posting of catalogue.postings) {
      const kind = nextAnnouncement(said.get(posting.id) ?? null, {
        isOpen: acceptsApplications(deps.stateOf(posting)),
        versionHash: posting.versionHash,
      });
      if (kind) add(kind, describePosting(posting));
    }
    for (const [postingId, last] of said) {
      if (catalogue.byId(postingId)) continue;
      const kind = nextAnnouncement(last, { isOpen: false, versionHash: last.versionHash });
      if (kind) add(kind, await describeWithdrawn(tx, postingId, last.versionHash));
    }
    await write(tx, announcements);
    if (announcements.length > 0) {
      for (const subscriber of deps.subscribers) await subscriber(tx, announcements);
    }
    return announcements.length;
  });
}

async function readSaid(tx: Tx): Promise<Map<string, Said>> {
  const rows = await tx
    .selectFrom('posting_announcements')
    .distinctOn('posting_id')
    .select([
      'posting_id as postingId',
      'kind',
      'posting_version as versionHash',
      'happened_at as happenedAt',
    ])
    .orderBy('posting_id')
    .orderBy('happened_at', 'desc')
    .execute();
  return new Map(rows.map(({ postingId, ...last }) => [postingId, last]));
}

/** A posting in the words of an announcement. */
export function describePosting({
  id,
  translationKey,
  text,
  slugs,
  versionHash,
  facts,
}: Posting): Announcement['posting'] {
  return {
    id,
    translationKey,
    title: { en: text.en.title, fr: text.fr.title },
    paths: {
      en: href('postings.show', 'en', { slug: slugs.en }),
      fr: href('postings.show', 'fr', { slug: slugs.fr }),
    },
    versionHash,
    opensAt: facts?.opensAt ?? null,
    closesAt: facts?.closesAt ?? null,
    timeZone: facts?.timeZone ?? defaultTimeZone,
  };
}

/** A posting whose files are gone, in the words in which it was last advertised. */
async function describeWithdrawn(
  tx: Tx,
  id: string,
  versionHash: string,
): Promise<Announcement['posting']> {
  const { translation_key: translationKey } = await tx
    .selectFrom('postings')
    .select('translation_key')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const last = await advertisedPosting(tx, versionHash);
  return {
    id,
    translationKey,
    title: { en: last?.text.en.title ?? '', fr: last?.text.fr.title ?? '' },
    paths: null,
    versionHash,
    opensAt: last?.facts?.opensAt ?? null,
    closesAt: last?.facts?.closesAt ?? null,
    timeZone: last?.facts?.timeZone ?? defaultTimeZone,
  };
}

async function write(tx: Tx, announcements: readonly Announcement[]): Promise<void> {
  for (let start = 0; start < announcements.length; start += rowsAtOnce) {
    await tx
      .insertInto('posting_announcements')
      .values(
        announcements
          .slice(start, start + rowsAtOnce)
          .map(({ id, kind, happenedAt, posting: { id: postingId, versionHash } }) => ({
            id,
            kind,
            happened_at: happenedAt,
            posting_id: postingId,
            posting_version: versionHash,
          })),
      )
      .execute();
  }
}
