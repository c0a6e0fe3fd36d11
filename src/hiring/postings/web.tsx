import { type Context, Hono } from 'hono';
import { type PayTable, factsJsonSchema, payOf } from '#hiring/process-facts';
import type { Clock } from '#platform/clock';
import { type Lang, type Localized, langs } from '#platform/i18n';
import { errorPage } from '#web/layout/index.ts';
import type { Page } from '#web/page.ts';
import type { Render } from '#web/render.ts';
import { href, routes } from '#web/routes.ts';
import type { Catalogue } from './catalogue/catalogue.ts';
import type { Postings } from './catalogue/service.ts';
import { frontMatterJsonSchema } from './front-matter-schema.ts';
import { askedFor, askedLists } from './pages/list-addresses.ts';
import { listPage } from './pages/list-page.tsx';
import type { Posting } from './model.ts';
import { postingPage } from './pages/posting-page.tsx';
import {
  acceptsApplications,
  isPublic,
  nextChangeOf,
  nextTransitionOf,
  postingState,
} from './rules/lifecycle.ts';
import { formatListQuery, parseListQuery } from '#ui/search';
import { listPostings } from './rules/list-query.ts';
import { slugify } from './rules/slug.ts';
import { type Validity, createPageCache } from '#web/page-cache.ts';
import { robotsTxt, sitemapXml } from './web/sitemap.ts';

export type PostingsWebDeps = {
  postings: Pick<Postings, 'snapshot'>;
  clock: Clock;
  closingSoonDays: number;
  /** By which a pay that is not stated is known. */
  payTables?: readonly PayTable[];
  /** Public origin of each language. */
  origins: Localized;
  /** Answers with a page that is not kept. */
  render: Render;
  /** A public page as a document: the same for every visitor. */
  renderHtml(page: Page): string;
};

/** The careers site: the list, the postings, and what crawlers read. */
export function postingsWeb(deps: PostingsWebDeps): Hono {
  const { postings, clock, closingSoonDays, payTables = [], origins, renderHtml } = deps;
  const app = new Hono();
  const cache = createPageCache(clock);

  for (const lang of langs) {
    const index = routes['postings.index'][lang];
    app.get(index, (c) => showList(c, lang));
    app.get(index.slice(0, -1), (c) => moved(c, index));
    for (const name of ['postings.page', 'postings.closed', 'postings.closedPage'] as const) {
      app.get(routes[name][lang], (c) => {
        const asked = askedFor(c.req.path);
        return asked === null ? c.notFound() : moved(c, index + asked);
      });
    }
    app.get(routes['postings.show'][lang], (c) => showPosting(c, lang));
    app.get(`${routes['postings.show'][lang]}/`, (c) => showPosting(c, lang));
  }
  app.get('/sitemap.xml', (c) => {
    const catalogue = available();
    return cache.serve(
      c,
      'sitemap',
      () => untilAnyChange(catalogue),
      () => sitemapXml(openPostings(catalogue), origins),
      'application/xml; charset=UTF-8',
    );
  });
  app.get('/schemas/process-facts.json', (c) => schema(c, factsJsonSchema));
  app.get('/schemas/front-matter.json', (c) => schema(c, frontMatterJsonSchema));
  app.get('/robots.txt', (c) => c.text(robotsTxt(origins)));
  return app;

  async function showList(c: Context, lang: Lang): Promise<Response> {
    const catalogue = available();
    const query = parseListQuery(c.req.query());
    const html = (): string => {
      const now = { now: clock(), closingSoonDays };
      const result = listPostings(catalogue.postings, query, lang, now);
      return renderHtml(listPage({ lang, query, result, ...now, addresses: askedLists }));
    };
    // What visitors type has no end: only the list itself is kept.
    if (formatListQuery({ ...query, page: 1 }) !== '') {
      return c.html(html(), 200, { 'Cache-Control': 'no-cache' });
    }
    return cache.serve(c, `list ${lang} ${query.page}`, () => untilAnyChange(catalogue), html);
  }

  async function showPosting(c: Context, lang: Lang): Promise<Response> {
    const catalogue = postings.snapshot();
    const asked = c.req.param('slug') ?? '';
    const answer = catalogue.bySlug(lang, asked);
    switch (answer.kind) {
      case 'found': {
        const { posting } = answer;
        if (c.req.path.endsWith('/')) return moved(c, pathOf(lang, posting.slugs[lang]));
        const now = clock();
        const state = postingState(posting, now, closingSoonDays);
        if (!isPublic(state)) return c.notFound();
        const { site, revision } = catalogue;
        const pay = posting.facts && payOf(posting.facts, payTables, now);
        const view = { lang, posting, state, pay, now, site, origins };
        return cache.serve(
          c,
          `posting ${lang} ${posting.id}`,
          () => ({ revision, until: untilPostingChanges(posting, now) }),
          () => renderHtml(postingPage(view)),
        );
      }
      case 'moved':
        return moved(c, pathOf(lang, answer.slug));
      case 'gone': {
        const alternates = { en: pathOf('en', answer.slugs.en), fr: pathOf('fr', answer.slugs.fr) };
        return deps.render(c, errorPage(lang, 'gone', { alternates }), 410);
      }
      case 'unknown': {
        // Capitals, accents, a full stop caught in a link: the address as we would have written it.
        const meant = slugify(asked, lang);
        const known = meant !== asked && catalogue.bySlug(lang, meant).kind !== 'unknown';
        return known ? moved(c, pathOf(lang, meant)) : c.notFound();
      }
    }
  }

  /** The catalogue; throws where there is none because the database was away. */
  function available(): Catalogue {
    const catalogue = postings.snapshot();
    if (catalogue.outage) throw catalogue.outage;
    return catalogue;
  }

  /** Until the clock changes what the page says: its state, or the pay table in force. */
  function untilPostingChanges(posting: Posting, now: Date): Date | null {
    return nextChangeOf([posting], now, closingSoonDays, payTables);
  }

  function untilAnyChange({ revision, postings: all }: Catalogue): Validity {
    return { revision, until: nextTransitionOf(all, clock(), closingSoonDays) };
  }

  function openPostings(catalogue: Catalogue): Catalogue['postings'] {
    const now = clock();
    return catalogue.postings.filter((posting) =>
      acceptsApplications(postingState(posting, now, closingSoonDays)),
    );
  }
}

/** A JSON Schema, for editors anywhere. */
function schema(c: Context, make: () => object): Response {
  return c.json(make(), 200, {
    'Access-Control-Allow-Origin': '*',
    'Cache-Control': 'public, max-age=3600',
    'Content-Type': 'application/schema+json; charset=UTF-8',
  });
}

function pathOf(lang: Lang, slug: string): string {
  return href('postings.show', lang, { slug });
}

/** Moved for good, yet asked for again each time: an author may move an address back. */
function moved(c: Context, path: string): Response {
  c.header('Cache-Control', 'no-cache');
  return c.redirect(path + new URL(c.req.url).search, 301);
}
