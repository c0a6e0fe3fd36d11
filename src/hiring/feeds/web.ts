import { type Context, Hono } from 'hono';
import {
  type Posting,
  type Postings,
  acceptsApplications,
  nextChangeOf,
  payWords,
  postingWords,
  tenureWords,
} from '#hiring/postings';
import { type PayTable, payOf } from '#hiring/process-facts';
import type { Clock } from '#platform/clock';
import { type Lang, type Localized, langs, localeOf, otherLang } from '#platform/i18n';
import { createPageCache } from '#web/page-cache.ts';
import { type RouteName, href, routes } from '#web/routes.ts';
import { type FeedEntry, feedEntries } from './entries.ts';
import { type FeedHead, atomFeed } from './formats/atom.ts';
import { closingDates } from './formats/closing-dates.ts';
import { indeedFeed } from './formats/indeed.ts';
import { jsonFeed } from './formats/json-feed.ts';
import { messages } from './messages/index.ts';

export type FeedsDeps = {
  postings: Pick<Postings, 'snapshot' | 'stateOf'>;
  clock: Clock;
  payTables: readonly PayTable[];
  closingSoonDays: number;
  /** Public origin of each language. */
  origins: Localized;
};

type FeedRoute = Extract<RouteName, `feeds.${string}`>;

type Feed = {
  contentType: string;
  build(
    head: FeedHead,
    entries: readonly FeedEntry[],
    about: { organization: string; payTables: readonly PayTable[]; now: Date },
  ): string;
};

const feeds: Record<FeedRoute, Feed> = {
  'feeds.atom': { contentType: 'application/atom+xml; charset=utf-8', build: atomFeed },
  'feeds.json': { contentType: 'application/feed+json; charset=utf-8', build: jsonFeed },
  'feeds.calendar': {
    contentType: 'text/calendar; charset=utf-8',
    build: (head, entries, { organization }) => {
      const t = messages(head.lang);
      const title = t('calendar.title', { organization });
      return closingDates({ ...head, title }, entries, (name) =>
        t('calendar.event', { title: name }),
      );
    },
  },
  'feeds.indeed': {
    contentType: 'application/xml; charset=utf-8',
    build: (head, entries, { organization, payTables, now }) =>
      indeedFeed(
        {
          lang: head.lang,
          publisher: 'Tandem',
          publisherUrl: head.listUrl,
          company: organization,
          builtAt: entries[0]?.updatedAt ?? head.emptyUpdatedAt,
        },
        entries,
        {
          salary(facts) {
            const pay = payOf(facts, payTables, now);
            return pay && payWords(pay, postingWords(head.lang));
          },
          jobType: (facts) => tenureWords(facts, postingWords(head.lang)),
          anywhere: messages(head.lang)('indeed.anywhere'),
        },
      ),
  },
};

const feedNames = Object.keys(feeds) as FeedRoute[];

/** The open postings in the formats that readers, job boards and calendars take, in each language. */
export function feedsWeb(deps: FeedsDeps): Hono {
  const { postings, clock, closingSoonDays, origins } = deps;
  const app = new Hono();
  const cache = createPageCache(clock);
  /** What an empty feed says of its last change. */
  const startedAt = clock();
  for (const name of feedNames) {
    for (const lang of langs) app.get(routes[name][lang], (c) => serve(c, name, lang));
  }
  return app;

  async function serve(c: Context, name: FeedRoute, lang: Lang): Promise<Response> {
    const catalogue = postings.snapshot();
    if (catalogue.outage) throw catalogue.outage;
    const { contentType, build } = feeds[name];
    // Read by programs of other sites, whatever the browser's rule for pages.
    c.header('Access-Control-Allow-Origin', '*');
    c.header('Cross-Origin-Resource-Policy', 'cross-origin');
    return cache.serve(
      c,
      `${name} ${lang}`,
      () => ({
        revision: catalogue.revision,
        until: nextChangeOf(catalogue.postings, clock(), closingSoonDays, deps.payTables),
      }),
      () => {
        const organization = catalogue.site.organization[lang];
        const open = catalogue.postings.filter(isOpen);
        const head = headOf(name, lang, organization);
        const about = { organization, payTables: deps.payTables, now: clock() };
        return build(head, feedEntries({ postings: open, origins }, lang), about);
      },
      contentType,
    );
  }

  function headOf(name: FeedRoute, lang: Lang, organization: string): FeedHead {
    const other = otherLang(lang);
    return {
      lang,
      title: messages(lang)('feed.title', { organization }),
      author: organization,
      listUrl: origins[lang] + href('postings.index', lang),
      selfUrl: origins[lang] + href(name, lang),
      otherUrl: origins[other] + href(name, other),
      otherLocale: localeOf[other],
      emptyUpdatedAt: startedAt,
    };
  }

  function isOpen(posting: Posting): boolean {
    return acceptsApplications(postings.stateOf(posting));
  }
}
