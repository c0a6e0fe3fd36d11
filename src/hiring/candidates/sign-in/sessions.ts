import { parse, serialize } from 'hono/utils/cookie';
import { type DoorSessions, cookieName, isSecure } from '#hiring/sign-in';
import type { Db, Tx } from '#platform/database';
import type { Localized } from '#platform/i18n';
import { proveCandidate } from '../candidate-of.ts';
import type { CandidatesDeps } from '../deps.ts';
import type { Candidate } from '../model.ts';
import { tokenHash } from '../token-hash.ts';

/** A session ends after a day without use, and after two weeks all the same. */
const idleHours = 24;
const longestHours = 14 * 24;
/** How often the use of a session is written down, at most. */
const seenMinutes = 5;
/** How long a spent link is remembered, so that it can still say where it led. */
const rememberedHours = 24;

export type Sessions = DoorSessions<Candidate> & {
  /** Opens a session, in place of the one of `cookie`. */
  open(tx: Tx, candidateId: string, cookie: string | undefined): Promise<{ cookies: string[] }>;
  /** Ends every session of a candidate, on every device. */
  endAll(candidateId: string): Promise<void>;
};

type Deps = Pick<CandidatesDeps, 'db' | 'clock' | 'ids' | 'log' | 'origins'>;

/**
 * Sessions of candidates, on two tables (decision 7). The token of each is new, made here and
 * known to the browser alone: the database holds its hash.
 */
export function createSessions(deps: Deps): Sessions {
  const { db, clock, ids, log, origins } = deps;
  const name = cookieName('tandem-candidate', origins);
  const attributes = {
    path: '/',
    httpOnly: true,
    secure: isSecure(origins),
    sameSite: 'Lax',
  } as const;
  const ended = serialize(name, '', { ...attributes, maxAge: 0 });
  const hashIn = (cookie: string | undefined): string | null => {
    const token = cookie && parse(cookie, name)[name];
    return token ? tokenHash(token) : null;
  };
  return { read, redeem, peek, open, signOut, endAll, purge };

  async function read(cookie: string | undefined) {
    const hash = hashIn(cookie);
    if (!hash) return { person: null, cookies: [] };
    const now = clock();
    const session = await db
      .selectFrom('candidate_sessions as session')
      .innerJoin('candidates as candidate', 'candidate.id', 'session.candidate_id')
      .select(['candidate.id', 'candidate.email', 'candidate.lang'])
      .select(['session.started_at', 'session.seen_at'])
      .where('session.token_hash', '=', hash)
      .where('session.expires_at', '>', now)
      .executeTakeFirst();
    if (!session) return { person: null, cookies: [ended] };
    const { started_at, seen_at, ...person } = session;
    if (seen_at < hoursAfter(now, -seenMinutes / 60)) {
      await db
        .updateTable('candidate_sessions')
        .set({ seen_at: now, expires_at: endOf(started_at, now) })
        .where('token_hash', '=', hash)
        .execute();
    }
    return { person, cookies: [] };
  }

  async function redeem(token: string, cookie: string | undefined) {
    return db.transaction().execute(async (tx) => {
      const now = clock();
      const link = await tx
        .updateTable('candidate_links')
        .set({ used_at: now })
        .where('token_hash', '=', tokenHash(token))
        .where('used_at', 'is', null)
        .where('expires_at', '>', now)
        .returning(['email', 'lang', 'path_en', 'path_fr'])
        .executeTakeFirst();
      if (!link) return { ok: false as const, ...(await pathOf(tx, token)) };
      const candidate = await proveCandidate(deps, tx, link.email, link.lang);
      const { cookies } = await open(tx, candidate.id, cookie);
      log.info({ candidateId: candidate.id }, 'candidate signed in by a link');
      return { ok: true as const, cookies, path: { en: link.path_en, fr: link.path_fr } };
    });
  }

  async function peek(token: string) {
    const link = await db
      .selectFrom('candidate_links')
      .select('email')
      .where('token_hash', '=', tokenHash(token))
      .where('used_at', 'is', null)
      .where('expires_at', '>', clock())
      .executeTakeFirst();
    return link ?? { email: null, ...(await pathOf(db, token)) };
  }

  async function open(tx: Tx, candidateId: string, cookie: string | undefined) {
    const now = clock();
    const before = hashIn(cookie);
    if (before) await end(tx, before);
    const token = ids.secret();
    await tx
      .insertInto('candidate_sessions')
      .values({
        id: ids.uuid(),
        candidate_id: candidateId,
        token_hash: tokenHash(token),
        started_at: now,
        seen_at: now,
        expires_at: endOf(now, now),
      })
      .execute();
    const maxAge = longestHours * 3600;
    return { cookies: [serialize(name, token, { ...attributes, maxAge })] };
  }

  async function signOut(cookie: string | undefined) {
    const hash = hashIn(cookie);
    if (!hash) return { cookies: [] };
    await end(db, hash);
    return { cookies: [ended] };
  }

  async function endAll(candidateId: string) {
    await db.deleteFrom('candidate_sessions').where('candidate_id', '=', candidateId).execute();
  }

  async function purge() {
    const now = clock();
    await db.deleteFrom('candidate_sessions').where('expires_at', '<=', now).execute();
    await db
      .deleteFrom('candidate_links')
      .where('expires_at', '<=', hoursAfter(now, -rememberedHours))
      .execute();
  }
}

async function end(db: Db | Tx, hash: string): Promise<void> {
  await db.deleteFrom('candidate_sessions').where('token_hash', '=', hash).execute();
}

/** Where a link led, used or expired as it may be. */
async function pathOf(db: Db | Tx, token: string): Promise<{ path?: Localized }> {
  const link = await db
    .selectFrom('candidate_links')
    .select(['path_en as en', 'path_fr as fr'])
    .where('token_hash', '=', tokenHash(token))
    .executeTakeFirst();
  return link ? { path: link } : {};
}

function endOf(startedAt: Date, now: Date): Date {
  const idle = hoursAfter(now, idleHours);
  const longest = hoursAfter(startedAt, longestHours);
  return idle < longest ? idle : longest;
}

function hoursAfter(instant: Date, hours: number): Date {
  return new Date(instant.getTime() + hours * 3_600_000);
}
