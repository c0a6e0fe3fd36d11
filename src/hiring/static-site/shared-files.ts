import {
  type FeedContext,
  feedHead,
  feedNames,
  feeds,
  inFeedOrder,
  updatedAt,
} from '#hiring/feeds';
import {
  type Catalogue,
  type Moment,
  type Posting,
  acceptsApplications,
  inListOrder,
  postingState,
  searchIndexPaths,
} from '#hiring/postings/static';
import { type Lang, langs } from '#platform/i18n';
import { href } from '#web/routes.ts';
import { fileOf } from './file-of.ts';
import type { PartsPlan } from './parts-file.ts';

/** More postings than these are no longer sent to a reader to be searched. */
const maxSearched = 1000;

/** Whether the pages of the list search by themselves. */
export function isSearchable({ postings }: Catalogue): boolean {
  return postings.filter(({ draft }) => !draft).length <= maxSearched;
}

/** The page of a posting. */
export function pageOfPosting({ slugs }: Posting, lang: Lang): string {
  return fileOf(href('postings.show', lang, { slug: slugs[lang] }));
}

/** The open postings in the order in which feeds list them. */
export function openInFeedOrder({ postings }: Catalogue, moment: Moment): Posting[] {
  const { now, closingSoonDays } = moment;
  return inFeedOrder(
    postings.filter((posting) => acceptsApplications(postingState(posting, now, closingSoonDays))),
  );
}

/** A file that many pages give a part to. `index` is the part's place among those of a page. */
export type SharedFile = { plan: PartsPlan; lang: Lang; index: number };

/** The feeds, and what the pages of the list search. */
export function sharedFiles(
  catalogue: Catalogue,
  context: FeedContext,
  moment: Moment,
): SharedFile[] {
  const open = openInFeedOrder(catalogue, moment);
  const [latest] = open;
  return langs.flatMap((lang): SharedFile[] => {
    const pages = open.map((posting) => pageOfPosting(posting, lang));
    const own = feedNames.map((name, index): SharedFile => {
      const { format } = feeds[name];
      const head = { ...feedHead(name, lang, context), emptyUpdatedAt: moment.now };
      const plan: PartsPlan = {
        file: href(name, lang).slice(1),
        opening: format.opening(head, latest ? updatedAt(latest) : null),
        between: format.between,
        closing: format.closing(head),
        pages,
      };
      return { plan, lang, index };
    });
    if (!isSearchable(catalogue)) return own;
    const searched = inListOrder(catalogue.postings, lang, moment);
    const plan: PartsPlan = {
      file: searchIndexPaths[lang].slice(1),
      opening: '[',
      between: ',\n',
      closing: ']\n',
      pages: searched.map((posting) => pageOfPosting(posting, lang)),
    };
    return [...own, { plan, lang, index: feedNames.length }];
  });
}
