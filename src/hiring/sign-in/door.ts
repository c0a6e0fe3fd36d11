import type { Context } from 'hono';
import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import type { Lang, Localized } from '#platform/i18n';
import type { Ids } from '#platform/ids';
import type { Log } from '#platform/log';
import type { Page } from '#web/page.ts';
import type { Render } from '#web/render.ts';
import type { PlainRoute } from '#web/routes.ts';
import type { FormTokens } from './form-token.ts';
import type { KeptFormOwner } from './kept-forms.ts';
import type { LinkLimits } from './limits.ts';

/** Somebody who signs in. */
export type Person = { id: string };

/** Sessions behind a door. `cookies` are `Set-Cookie` values to send with the answer. */
export type DoorSessions<P extends Person> = {
  /** Who sends this `Cookie` header, as of this very moment. */
  read(cookie: string | undefined): Promise<{ person: P | null; cookies: string[] }>;
  /**
   * Uses up the token of a link, in place of the session of `cookie`. `path`: where the link leads,
   * if it knows. Not ok: unknown, used, expired, or its person may no longer sign in.
   */
  redeem(
    token: string,
    cookie: string | undefined,
  ): Promise<{ ok: true; cookies: string[]; path?: Localized } | { ok: false; path?: Localized }>;
  /** Whose link it is, without using it up; null where it would not be redeemed. */
  peek?(token: string): Promise<{ email: string } | { path?: Localized; email: null }>;
  signOut(cookie: string | undefined): Promise<{ cookies: string[] }>;
  /** Removes what ended by itself. */
  purge(): Promise<void>;
};

/** What a door says in words of its own. */
export type DoorWords = {
  title: string;
  lead: string;
  email: string;
  emailHint: string;
  emailProblem: string;
  /** What was typed is kept, and how to get at it. */
  kept: string;
  /** After asking for a link. */
  sentLead: string;
  sentMissing: string;
  /** A form came from another site; it was too large. */
  /** Another way of signing in did not work. */
  otherWayFailed?: string;
  foreign: string;
  tooLarge: string;
};

/**
 * A way in by a link sent to an e-mail address: the hiring team's, the candidates'. What differs
 * between them is here; how it goes is the same for all.
 */
export type Door<P extends Person> = {
  db: Db;
  clock: Clock;
  ids: Ids;
  log: Log;
  render: Render;
  origins: Localized;
  /** Network address of the sender, for rate limits only: never stored. */
  clientAddress(c: Context): string;
  area: Page['area'];
  /** Whose the forms are that are kept. */
  owner: KeptFormOwner['kind'];
  pages: Record<'signIn' | 'sent' | 'confirm' | 'signOut' | 'home', PlainRoute>;
  /** Whether signing in may lead to this path of the site. */
  leadsTo(pathname: string): boolean;
  words(lang: Lang): DoorWords;
  /** Life of a link. */
  linkMinutes: number;
  sessions: DoorSessions<P>;
  tokens: FormTokens;
  limits: LinkLimits;
  /** Sends a link to an address, if it is one that may have one; takes as long either way. */
  sendLink(email: string, lang: Lang, next: string | null): Promise<void>;
  /** Whether the person may still sign in. */
  isKnown(id: string): Promise<boolean>;
  /** Puts the person into `c.var`, for handlers and the frame. */
  admit(c: Context, person: P, csrf: string): void;
  /** More on the page that asks for the address, below its form. */
  otherWays?(lang: Lang, next: string | null): Pick<Page, 'body' | 'islands'> | undefined;
};
