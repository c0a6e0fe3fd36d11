import type { Context, MiddlewareHandler } from 'hono';
import type { Clock } from '#platform/clock';
import type { EquityDb } from '#platform/database';
import type { Lang, Localized } from '#platform/i18n';
import type { Log } from '#platform/log';
import type { Render } from '#web/render.ts';
import type { DeclaringFor, EquityGroup } from './model.ts';

/**
 * What self-declaration keeps to itself. There is no connection of the hiring side here, and the
 * hiring side has neither of the first two.
 */
export type SelfDeclarationDeps = {
  /** The connection that reaches the schema `equity`. */
  equityDb: EquityDb;
  equityKey: string;
  groups: readonly EquityGroup[];
  clock: Clock;
  log: Log;
};

/** An application as its candidate knows it, told by the hiring side. */
export type OwnApplication = DeclaringFor & {
  reference: string;
  title: Localized;
};

/** What its pages need besides. */
export type SelfDeclarationWebDeps = {
  origins: Localized;
  render: Render;
  candidates: {
    current(c: Context): Promise<{ email: string } | null>;
    requireCandidate: MiddlewareHandler;
  };
  /** The applications sent with an address that its owner has proven. */
  applicationsOf(email: string): Promise<OwnApplication[]>;
  /** Title of a process, as now advertised; null where it is no longer known. */
  titleOf(postingId: string, lang: Lang): string | null;
};
