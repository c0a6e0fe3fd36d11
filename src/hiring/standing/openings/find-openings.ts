import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import { findDraftsOf } from '#hiring/applications';
import { type Posting, acceptsApplications } from '#hiring/postings';
import type { StandingDeps } from '../deps.ts';
import { type Likeness, type Opening, rankOpenings } from './rank.ts';

/** A posting that is open and resembles one that was applied for. */
export type SuggestedOpening = { posting: Posting; likeness: Likeness[] };

/**
 * Openings that resemble an application, for its candidate: none that they have applied to already
 * or have begun to.
 */
export async function findOpenings(
  deps: { db: Db; clock: Clock } & Pick<StandingDeps, 'postings'>,
  candidate: { id: string; email: string },
  own: Opening,
): Promise<SuggestedOpening[]> {
  const [applied, drafts] = await Promise.all([
    deps.db
      .selectFrom('applications as a')
      .innerJoin('candidate_applications as own', 'own.application_id', 'a.id')
      .where('own.candidate_id', '=', candidate.id)
      .select('a.posting_id as postingId')
      .distinct()
      .execute(),
    findDraftsOf(deps.db, candidate.email),
  ]);
  const known = new Set([...applied, ...drafts].map(({ postingId }) => postingId));
  const open = deps.postings
    .snapshot()
    .postings.filter(
      (posting) => !known.has(posting.id) && acceptsApplications(deps.postings.stateOf(posting)),
    );
  const byId = new Map(open.map((posting) => [posting.id, posting]));
  const ranked = rankOpenings(own, open.map(openingOf));
  return ranked.flatMap(({ opening, likeness }) => {
    const posting = byId.get(opening.id);
    return posting ? [{ posting, likeness }] : [];
  });
}

/** A posting as others can resemble it. */
function openingOf({ id, text, facts }: Posting): Opening {
  return { id, facts, title: { en: text.en.title, fr: text.fr.title } };
}
