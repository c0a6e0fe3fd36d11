import { defaultTimeZone } from '#hiring/postings';
import type { Localized } from '#platform/i18n';
import type { DeskDeps } from '../deps.ts';

/** What the desk shows of a posting, on the site or withdrawn from it. */
export type PostingFacts = { title: Localized; timeZone: string; closesAt: Date | null };

export type FindPosting = (
  postingId: string,
  version: () => Promise<string | null>,
) => Promise<PostingFacts | null>;

/**
 * Finds what to call a posting: as it is now, or as it was advertised where its files are gone.
 * `version` gives the hash of a text advertised for it, and is asked in the latter case only. Null
 * where nothing is known of it.
 */
export function createFindPosting(deps: Pick<DeskDeps, 'postings' | 'advertised'>): FindPosting {
  // A version never changes, and few postings are withdrawn.
  const withdrawn = new Map<string, PostingFacts>();
  return async (postingId, version) => {
    const posting = deps.postings.snapshot().byId(postingId);
    if (posting) return factsOf(posting);
    const hash = await version();
    if (!hash) return null;
    const known = withdrawn.get(hash);
    if (known) return known;
    const advertised = await deps.advertised(hash);
    if (!advertised) return null;
    const facts = factsOf(advertised);
    withdrawn.set(hash, facts);
    return facts;
  };
}

type Described = {
  text: Localized<{ title: string }>;
  facts: { timeZone: string | null; closesAt: Date | null } | null;
};

function factsOf({ text, facts }: Described): PostingFacts {
  return {
    title: { en: text.en.title, fr: text.fr.title },
    timeZone: facts?.timeZone ?? defaultTimeZone,
    closesAt: facts?.closesAt ?? null,
  };
}
