import { type Context, Hono } from 'hono';
import { type Posting, type Postings, acceptsApplications, nextChangeOf } from '#hiring/postings';
import type { PayTable } from '#hiring/process-facts';
import type { Clock } from '#platform/clock';
import { type Lang, type Localized, langs } from '#platform/i18n';
import { createPageCache } from '#web/page-cache.ts';
import { routes } from '#web/routes.ts';
import { feedEntries } from './entries.ts';
import { type FeedName, feedHead, feedNames, feedWords, feeds } from './formats.ts';
import { wholeFeed } from './formats/format.ts';

export type FeedsDeps = {
  postings: Pick<Postings, 'snapshot' | 'stateOf'>;
  clock: Clock;
  payTables: readonly PayTable[];
  closingSoonDays: number;
  /** Public origin of each language. */
  origins: Localized;
};

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

  async function serve(c: Context, name: FeedName, lang: Lang): Promise<Response> {
    const catalogue = postings.snapshot();
    if (catalogue.outage) throw catalogue.outage;
    const { contentType, format } = feeds[name];
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
        const open = catalogue.postings.filter(isOpen);
        const context = { site: catalogue.site, origins, payTables: deps.payTables };
        const head = { ...feedHead(name, lang, context), emptyUpdatedAt: startedAt };
        const wording = feedWords(lang, context, clock());
        return wholeFeed(format, head, feedEntries({ postings: open, origins }, lang), wording);
      },
      contentType,
    );
  }

  function isOpen(posting: Posting): boolean {
    return acceptsApplications(postings.stateOf(posting));
  }
}
