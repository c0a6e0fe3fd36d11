import { payWords, postingWords, tenureWords } from '#hiring/postings';
import { type PayTable, payOf } from '#hiring/process-facts';
import { type Lang, type Localized, localeOf, otherLang } from '#platform/i18n';
import type { SiteIdentity } from '#web/page.ts';
import { type RouteName, href } from '#web/routes.ts';
import { atomFeed } from './formats/atom.ts';
import { closingDates } from './formats/closing-dates.ts';
import type { FeedFormat, FeedHead, FeedWords } from './formats/format.ts';
import { indeedFeed } from './formats/indeed.ts';
import { jsonFeed } from './formats/json-feed.ts';
import { messages } from './messages/index.ts';

export type FeedName = Extract<RouteName, `feeds.${string}`>;

export const feeds: Record<FeedName, { contentType: string; format: FeedFormat }> = {
  'feeds.atom': { contentType: 'application/atom+xml; charset=utf-8', format: atomFeed },
  'feeds.json': { contentType: 'application/feed+json; charset=utf-8', format: jsonFeed },
  'feeds.calendar': { contentType: 'text/calendar; charset=utf-8', format: closingDates },
  'feeds.indeed': { contentType: 'application/xml; charset=utf-8', format: indeedFeed },
};

export const feedNames = Object.keys(feeds) as FeedName[];

/** What all feeds of a site share. */
export type FeedContext = {
  site: SiteIdentity;
  origins: Localized;
  payTables: readonly PayTable[];
};

/** What a feed says of itself. */
export function feedHead(
  name: FeedName,
  lang: Lang,
  { site, origins }: FeedContext,
): Omit<FeedHead, 'emptyUpdatedAt'> {
  const organization = site.organization[lang];
  const other = otherLang(lang);
  const title = name === 'feeds.calendar' ? 'calendar.title' : 'feed.title';
  return {
    lang,
    title: messages(lang)(title, { organization }),
    author: organization,
    listUrl: origins[lang] + href('postings.index', lang),
    selfUrl: origins[lang] + href(name, lang),
    otherUrl: origins[other] + href(name, other),
    otherLocale: localeOf[other],
  };
}

/** The words of feeds in one language, with the pay that is in force now. */
export function feedWords(lang: Lang, { payTables }: FeedContext, now: Date): FeedWords {
  const t = messages(lang);
  return {
    salary(facts) {
      const pay = payOf(facts, payTables, now);
      return pay && payWords(pay, postingWords(lang));
    },
    jobType: (facts) => tenureWords(facts, postingWords(lang)),
    anywhere: t('indeed.anywhere'),
    closingOf: (title) => t('calendar.event', { title }),
  };
}
