import { type Context, Hono, type MiddlewareHandler } from 'hono';
import {
  type KeptForm,
  type LinkLimits,
  createGuard,
  createLinkLimits,
  doorWeb,
  takeKeptForm,
} from '#hiring/sign-in';
import type { Tx } from '#platform/database';
import type { Lang } from '#platform/i18n';
import type { CandidateEnv } from './candidate-env.ts';
import { candidateOf } from './candidate-of.ts';
import type { CandidatesDeps } from './deps.ts';
import type { Candidate } from './model.ts';
import { type PrivateLinks, createPrivateLinks } from './private-links.ts';
import { candidatesDoor } from './sign-in/door.tsx';
import { createSessions } from './sign-in/sessions.ts';
import { accountRoutes } from './web/account-routes.ts';
import { passkeyRoutes } from './web/passkey-routes.ts';

/** Signing in as a candidate, for the features that store something of theirs. */
export type Candidates = PrivateLinks & {
  /** Pages of signing in and out, and of the account. */
  web: Hono;
  /** Who is signed in, for pages that are open to all; their header then says so. */
  current(c: Context): Promise<Candidate | null>;
  /**
   * Middleware: a guest is sent to the sign-in page and comes back to where they were; what a guest
   * posts is kept meanwhile (see {@link takeKeptForm}). A form needs the `csrf` of its page.
   */
  requireCandidate: MiddlewareHandler<CandidateEnv>;
  /** See {@link takeKeptForm}; `page` is the path of the page being shown (`c.req.path`). */
  takeKeptForm(candidateId: string, page: string): Promise<KeptForm | null>;
  /**
   * Id of the candidate of an address, made where there is none: not proven until a link is used.
   * The address must have been validated.
   */
  candidateOf(tx: Tx, email: string, lang: Lang): Promise<string>;
  /**
   * Counts a request for a link, to be asked before `sendPrivateLink` wherever a stranger can have
   * one sent. Not ok: ask again in so many seconds.
   */
  takeLink(c: Context, email: string): ReturnType<LinkLimits['take']>;
};

/** Puts the feature together. */
export function createCandidates(deps: CandidatesDeps): Candidates {
  const sessions = createSessions(deps);
  const links = createPrivateLinks(deps);
  const limits = createLinkLimits();
  const door = candidatesDoor({ ...deps, ...links, limits, sessions });
  const requireCandidate = createGuard(door)(() => null);
  const web = new Hono();
  web.route('/', doorWeb(door));
  web.route('/', passkeyRoutes({ ...deps, sessions }));
  web.route('/', accountRoutes({ ...deps, sessions, requireCandidate }));
  return {
    ...links,
    web,
    async current(c) {
      const { person } = await sessions.read(c.req.header('cookie'));
      if (person) c.set('candidate', person);
      return person;
    },
    requireCandidate,
    takeKeptForm: (id, page) => takeKeptForm(deps, { kind: 'candidate', id }, page),
    candidateOf: async (tx, email, lang) => (await candidateOf(deps, tx, email, lang)).id,
    takeLink: (c, email) => limits.take(email.trim().toLowerCase(), deps.clientAddress(c)),
  };
}
