import { type Posting, defaultTimeZone, isPublic } from '#hiring/postings';
import type { Lang } from '#platform/i18n';
import type { AccommodationDeps, PostingChoice } from './deps.ts';

/** The postings that somebody may ask about: all that the public can read. */
export function publicPostings(
  { postings }: Pick<AccommodationDeps, 'postings'>,
  lang: Lang,
): PostingChoice[] {
  return postings
    .snapshot()
    .postings.filter((posting) => isPublic(postings.stateOf(posting)))
    .map((posting) => toChoice(posting, lang));
}

/** Null for a posting that is not there any more, or none. */
export function findPosting(
  { postings }: Pick<AccommodationDeps, 'postings'>,
  id: string | null,
  lang: Lang,
): PostingChoice | null {
  const posting = id === null ? undefined : postings.snapshot().byId(id);
  return posting ? toChoice(posting, lang) : null;
}

function toChoice(posting: Posting, lang: Lang): PostingChoice {
  return {
    id: posting.id,
    title: posting.text[lang].title,
    closesAt: posting.facts?.closesAt ?? null,
    timeZone: posting.facts?.timeZone ?? defaultTimeZone,
  };
}
