import { type DoorSessions, cookieName as cookieNameOf } from '#hiring/sign-in';
import type { Lang } from '#platform/i18n';
import type { Role } from '../policy.ts';
import { type SessionSettings, sessionCookie } from './settings.ts';

export type SessionStaff = { id: string; email: string; role: Role; lang: Lang };

/** Sign-in links and sessions. */
export type Sessions = DoorSessions<SessionStaff> & {
  /** Resolves once links can be made without the delay of loading. */
  ready(): Promise<void>;
  /** Makes a one-time token for an address of staff; it works for `linkMinutes`. */
  createToken(email: string): Promise<string>;
};

/**
 * Sessions on better-auth, which is loaded when first needed: it takes a third of a second and
 * some 25 MB, and candidates never need it.
 */
export function createSessions(settings: SessionSettings): Sessions {
  const cookieName = cookieNameOf(sessionCookie, settings.origins);
  type Auth = Awaited<ReturnType<typeof load>>;
  const load = async () => (await import('./auth.ts')).createAuth(settings);
  let loading: Promise<Auth> | undefined;
  const auth = (): Promise<Auth> => (loading ??= load());
  const has = (cookie: string | undefined): cookie is string =>
    cookie?.includes(`${cookieName}=`) === true;
  const ours = (headers: Headers): string[] =>
    headers.getSetCookie().filter((cookie) => cookie.startsWith(`${cookieName}=`));

  return {
    async ready() {
      // Its first call also compares our tables with what it needs, and throws where they differ.
      await revealing((await auth()).api.getSession({ headers: new Headers() }));
    },
    async createToken(email) {
      let token: string | undefined;
      // The way a new token comes out of better-auth: handed to whoever asked for it.
      const receive = (made: string): void => {
        token = made;
      };
      const { api } = await auth();
      await revealing(
        api.signInMagicLink({ body: { email, metadata: { receive } }, headers: new Headers() }),
      );
      if (!token) throw new Error('better-auth made no token');
      return token;
    },
    async redeem(token) {
      const { api } = await auth();
      try {
        const { headers } = await api.magicLinkVerify({
          query: { token },
          headers: new Headers(),
          returnHeaders: true,
        });
        return { ok: true, cookies: ours(headers) };
      } catch (error) {
        // It tells every refusal by a redirect to a page of its own.
        if (error instanceof Error && 'statusCode' in error && error.statusCode === 302) {
          return { ok: false };
        }
        throw causeOf(error);
      }
    },
    async read(cookie) {
      if (!has(cookie)) return { person: null, cookies: [] };
      const { api } = await auth();
      const { response, headers } = await revealing(
        api.getSession({ headers: new Headers({ cookie }), returnHeaders: true }),
      );
      const user = response?.user;
      const staff = user && !user.disabledAt ? user : null;
      return {
        person: staff && { id: staff.id, email: staff.email, role: staff.role, lang: staff.lang },
        cookies: ours(headers),
      };
    },
    async signOut(cookie) {
      if (!has(cookie)) return { cookies: [] };
      const { api } = await auth();
      const { headers } = await revealing(
        api.signOut({ headers: new Headers({ cookie }), returnHeaders: true }),
      );
      return { cookies: ours(headers) };
    },
    async purge() {
      // The time that better-auth goes by.
      const now = new Date();
      await settings.db.deleteFrom('staff_sessions').where('expires_at', '<', now).execute();
    },
  };
}

async function revealing<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw causeOf(error);
  }
}

/** better-auth wraps what the database threw; the application tells outages apart by the original. */
function causeOf(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error ? error.cause : error;
}
