import type { Localized } from '#platform/i18n';

/** A group of `reference/equity/groups.yml`. */
export type EquityGroup = {
  id: string;
  name: Localized;
  definition: Localized;
  basis: { kind: 'law' | 'recommendation'; words: Localized };
  /** Only such groups are on the form. */
  inForce: boolean;
};

/**
 * What an answer may be used for: counts only, or also a process that is limited to a group or
 * prefers one (Canadian Human Rights Act, s. 16).
 */
export const uses = ['statistics', 'selection-and-statistics'] as const;
export type Use = (typeof uses)[number];

/** What somebody answered: groups, that they belong to none, or that they prefer not to say. */
export type Answer =
  | { kind: 'groups'; groups: readonly string[]; use: Use }
  | { kind: 'none' }
  | { kind: 'undisclosed' };

/** An answer as it is kept: for which process, and on which day (UTC). Nothing finer, nobody's name. */
export type Declaration = { postingId: string; day: string; answer: Answer };

/** The application for which somebody declares: the hiring side's ids, as it hands them over. */
export type DeclaringFor = { applicationId: string; postingId: string };
