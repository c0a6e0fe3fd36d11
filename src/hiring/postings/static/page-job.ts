import { type PayTable, type StatedPay, payOf } from '#hiring/process-facts';
import { type Lang, type Localized, langs } from '#platform/i18n';
import { type ListQuery, everything } from '#ui/search';
import { href } from '#web/routes.ts';
import type { ListedFile } from '../loader/read-folder.ts';
import type { Posting } from '../model.ts';
import type { ListAddresses } from '../pages/list-addresses.ts';
import { type PostingState, closingDate, postingState } from '../rules/lifecycle.ts';
import {
  type ListOptions,
  type ListResult,
  findPostings,
  listOptions,
  pageOf,
} from '../rules/list-query.ts';
import type { LightContent } from './load-light.ts';

type Common = { path: string; lang: Lang };

/** The page of a posting, with everything that it shows: data only, to be handed to a thread. */
export type PostingJob = Common & {
  kind: 'posting';
  posting: Posting;
  state: PostingState;
  pay: StatedPay | null;
  /** Closing date that the page tells. */
  closesAt: Date | null;
  file: ListedFile;
  /** Of the file's text. */
  hash: string;
};

/** A page of a list. */
export type ListJob = Common & {
  kind: 'list';
  query: ListQuery;
  result: ListResult;
  /** State and closing date of each posting: what the clock changes. */
  dated: readonly (readonly [PostingState, Date | null])[];
};

export type PageJob = PostingJob | ListJob;

/**
 * All that decides what the page shows, in short: two jobs with equal answers make equal pages of
 * one site. The version stands for the texts and facts; the moment itself is not shown.
 */
export function shownBy(job: PageJob): readonly unknown[] {
  const { kind, path, lang } = job;
  const shown = ({
    id,
    versionHash,
    versionSince,
    slugs,
    firstSeenAt,
    text,
  }: Posting): unknown[] => {
    const { leverId } = text[lang];
    return [id, versionHash, versionSince, slugs, firstSeenAt, leverId];
  };
  if (kind === 'posting') {
    return [kind, path, job.state, job.closesAt, job.pay, ...shown(job.posting)];
  }
  const { result, query, dated } = job;
  const { count, page, pages, postings, options } = result;
  return [kind, path, query, count, page, pages, options, dated, postings.map(shown)];
}

/** The moment that the whole site shows, and what "soon" means. */
export type Moment = { now: Date; closingSoonDays: number };

/** The page of a public posting in one language. */
export function postingJob(
  posting: Posting,
  lang: Lang,
  { pathOf, sourceOf }: LightContent,
  { now, closingSoonDays }: Moment,
  payTables: readonly PayTable[],
): PostingJob {
  const { file } = posting.text[lang];
  return {
    kind: 'posting',
    path: href('postings.show', lang, { slug: posting.slugs[lang] }),
    lang,
    posting,
    state: postingState(posting, now, closingSoonDays),
    pay: posting.facts && payOf(posting.facts, payTables, now),
    closesAt: closingDate(posting, now),
    file: { file, path: pathOf.get(file) ?? '' },
    hash: sourceOf.get(file) ?? '',
  };
}

/** Every page of the lists. */
export function* listJobs(
  all: readonly Posting[],
  addresses: ListAddresses,
  moment: Moment,
): Generator<ListJob> {
  const { now, closingSoonDays } = moment;
  const options: ListOptions = listOptions(all, moment);
  for (const lang of langs) {
    for (const state of ['open', 'closed'] as const) {
      const found = findPostings(all, { ...everything, state }, lang, moment);
      const { pages } = pageOf(found, 1, options);
      for (let page = 1; page <= pages; page += 1) {
        const query = { ...everything, state, page };
        const result = pageOf(found, page, options);
        const path: Localized = addresses.of(query);
        const dated = result.postings.map(
          (posting) =>
            [postingState(posting, now, closingSoonDays), closingDate(posting, now)] as const,
        );
        yield { kind: 'list', path: path[lang], lang, query, result, dated };
      }
    }
  }
}
