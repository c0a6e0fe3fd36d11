import { renderToString } from 'preact-render-to-string';
import type { Lang } from '#platform/i18n';
import { LangProvider } from '#ui/language';
import { type SearchFacts, everything } from '#ui/search';
import type { Posting } from '../model.ts';
import { Card } from '../pages/posting-card.tsx';
import { type PostingState, acceptsApplications } from '../rules/lifecycle.ts';
import { findPostings, searchFacts, searchedWords } from '../rules/list-query.ts';
import type { Moment } from './page-job.ts';

/** A posting as a page of files searches it: `src/ui/islands/list-filter.ts` reads it. */
export type SearchEntry = { html: string; open: boolean; facts: SearchFacts; words: string };

/** What the search of a page needs of a posting. */
export function searchEntry(
  posting: Posting,
  lang: Lang,
  state: PostingState,
  { now }: Moment,
): SearchEntry {
  const html = renderToString(
    <LangProvider lang={lang}>
      <Card lang={lang} posting={posting} state={state} now={now} />
    </LangProvider>,
  );
  return {
    html,
    open: acceptsApplications(state),
    facts: searchFacts(posting.facts),
    words: searchedWords(posting, lang).join(' '),
  };
}

/** The public postings in the order of the list: open ones first. */
export function inListOrder(all: readonly Posting[], lang: Lang, moment: Moment): Posting[] {
  return findPostings(all, { ...everything, state: 'all' }, lang, moment);
}
