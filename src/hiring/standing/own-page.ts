import { type Agreed, agreedForApplication } from '#hiring/accommodation';
import { type Openness, opennessFor } from '#hiring/applications';
import type { Candidate } from '#hiring/candidates';
import { type ProcessFacts, defaultTimeZone } from '#hiring/postings';
import type { Localized } from '#platform/i18n';
import type { StandingDeps } from './deps.ts';
import type { Standing } from './model.ts';
import { findStanding } from './queries/find-standing.ts';
import { type Discussion, type Stand, discussionOf, standOf } from './rules.ts';

/** A candidate's own application, with what its posting says of it. */
export type OwnPage = {
  standing: Standing;
  stand: Stand;
  /** Of the posting, for this candidate. */
  openness: Openness;
  discussion: Discussion | null;
  /** What was agreed for it and its candidate may read. */
  agreed: Agreed[];
  /** Of the process, as it was advertised when they applied. */
  title: Localized;
  facts: ProcessFacts | null;
  timeZone: string;
  /** Last addresses of the posting; null where it is no longer there. */
  slugs: Localized | null;
};

/** Everything that the candidate's pages show of one application; null where it is not theirs. */
export async function findOwnPage(
  deps: StandingDeps,
  candidate: Candidate,
  reference: string,
): Promise<OwnPage | null> {
  const standing = await findStanding(deps.db, candidate, reference);
  if (!standing) return null;
  const { postingId, postingVersion, status, decisions, messages } = standing;
  const posting = deps.postings.snapshot().byId(postingId) ?? null;
  const [advertised, openness, agreed] = await Promise.all([
    deps.advertised(postingVersion),
    posting ? opennessFor(deps, posting, candidate.email) : { open: false, closesAt: null },
    agreedForApplication(deps.db, standing.applicationId),
  ]);
  const text = advertised?.text ?? posting?.text;
  const facts = advertised?.facts ?? posting?.facts ?? null;
  const timeZone = posting?.facts?.timeZone ?? facts?.timeZone ?? defaultTimeZone;
  const now = deps.clock();
  return {
    standing,
    stand: standOf({ status, ...openness }),
    openness,
    discussion: discussionOf({ decisions, messages, days: deps.discussionDays, now, timeZone }),
    agreed,
    title: text
      ? { en: text.en.title, fr: text.fr.title }
      : { en: standing.reference, fr: standing.reference },
    facts,
    timeZone,
    slugs: posting?.slugs ?? null,
  };
}
