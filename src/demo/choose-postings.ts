import {
  type Posting,
  type PostingState,
  acceptsApplications,
  postingState,
} from '#hiring/postings';

/** The postings that sample candidates apply to. */
export type ChosenPostings = {
  /** The process to look at. */
  main: Posting;
  /** Another one that is open, so that the list of processes is a list. */
  second: Posting | null;
  /** One that has closed, to show a process at its end. */
  closed: Posting | null;
};

/**
 * Chooses, in the order given: mainly the first open posting whose seats differ in their language
 * requirements, else the first open one. Null where none is open.
 */
export function choosePostings(
  postings: readonly Posting[],
  now: Date,
  closingSoonDays: number,
): ChosenPostings | null {
  const state = (posting: Posting): PostingState => postingState(posting, now, closingSoonDays);
  const accepting = postings.filter((posting) => acceptsApplications(state(posting)));
  const dated = accepting.filter((posting) => state(posting) !== 'evergreen');
  const main = dated.find(hasDifferentSeats) ?? dated[0] ?? accepting[0];
  if (!main) return null;
  return {
    main,
    second: dated.find((posting) => posting !== main) ?? null,
    closed: postings.find((posting) => ranItsCourse(posting, now)) ?? null,
  };
}

function hasDifferentSeats({ facts }: Posting): boolean {
  const requirements = facts?.seats?.map(({ language }) => JSON.stringify(language)) ?? [];
  return new Set(requirements).size > 1;
}

/** Closed by its date, whether or not it was archived since. */
function ranItsCourse({ draft, facts }: Posting, now: Date): boolean {
  return Boolean(!draft && facts?.opensAt && facts.closesAt && facts.closesAt <= now);
}
