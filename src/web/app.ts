import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import { secureHeaders } from 'hono/secure-headers';
import type { Lang, Localized } from '#platform/i18n';
import type { Ids } from '#platform/ids';
import type { Log } from '#platform/log';
import { type ProblemKind, errorPage, fallbackDocument, splashPage } from './layout/index.ts';
import type { Shell } from './page.ts';
import type { Render } from './render.ts';
import { href } from './routes.ts';

export type AppDeps = {
  /** The features' own apps, each with the routes that it owns. */
  features: readonly Hono[];
  publicFile(c: Context): Response | null;
  /** The frame of public pages; `splashPage` and the language domains need it. */
  shell(): Shell;
  render: Render;
  /** Where a page of an earlier site is now; `null` where the path is none. */
  oldAddress(path: string, lang: Lang): string | null;
  origins: Localized;
  /** Whether an exception means that the database is away: 503 rather than 500. */
  isOutage(error: unknown): boolean;
  /** Answers monitoring: true when a request that needs the database would work. */
  isReady(): Promise<boolean>;
  ids: Ids;
  log: Log;
};

/** The web application: what applies to every request, the features, and what no feature answers. */
export function createApp(deps: AppDeps): Hono {
  const app = new Hono();
  const secure = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      scriptSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      frameSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'self'"],
      baseUri: ["'none'"],
    },
    referrerPolicy: 'strict-origin-when-cross-origin',
    xFrameOptions: 'SAMEORIGIN',
    crossOriginResourcePolicy: 'same-origin',
    // Only where the address is https: on plain http it would be ignored or lock a developer out.
    strictTransportSecurity: deps.origins.en.startsWith('https:') ? 'max-age=31536000' : false,
  });
  // A response with a policy of its own, such as a candidate's file or a page whose address opens a
  // door, keeps it.
  app.use(async (c, next) => {
    const seen: { policy: string | null; referrer: string | null } = {
      policy: null,
      referrer: null,
    };
    await secure(c, async () => {
      await next();
      seen.policy = c.res.headers.get('Content-Security-Policy');
      seen.referrer = c.res.headers.get('Referrer-Policy');
    });
    if (seen.referrer) c.res.headers.set('Referrer-Policy', seen.referrer);
    if (!seen.policy) return;
    c.res.headers.set('Content-Security-Policy', seen.policy);
    // It says itself who may frame it, and this header could not name them.
    if (seen.policy.includes('frame-ancestors')) c.res.headers.delete('X-Frame-Options');
  });
  app.use(async (c, next) => deps.publicFile(c) ?? (await next()));
  const langOfHost = hostReader(deps.origins);
  app.use(languageDomains(deps.origins, langOfHost));
  app.use(compress());

  app.get('/', (c) => c.html(splashPage(deps.shell())));
  app.get('/en', (c) => c.redirect(href('postings.index', 'en'), 301));
  app.get('/fr', (c) => c.redirect(href('postings.index', 'fr'), 301));
  app.get('/en/', (c) => c.redirect(href('postings.index', 'en'), 301));
  app.get('/fr/', (c) => c.redirect(href('postings.index', 'fr'), 301));
  app.get('/health', async (c) => {
    const ready = await deps.isReady();
    return c.json({ status: ready ? 'ready' : 'database-unavailable' }, ready ? 200 : 503);
  });
  for (const feature of deps.features) app.route('/', feature);

  const problem = (
    c: Context,
    kind: ProblemKind,
    status: 404 | 500 | 503,
    reference?: string,
  ): Response => {
    const area = isDesk(c.req.path) ? ('desk' as const) : ('site' as const);
    const { contactEmail } = deps.shell().site;
    return deps.render(
      c,
      errorPage(langOfPath(c.req.path), kind, { area, contactEmail, reference }),
      status,
    );
  };
  app.notFound((c) => {
    const known = deps.oldAddress(c.req.path, langOfHost(c) ?? langOfPath(c.req.path));
    if (known === null || c.req.method !== 'GET') return problem(c, 'not-found', 404);
    // Asked for again each time: an author may correct it.
    c.header('Cache-Control', 'no-cache');
    return c.redirect(known, 301);
  });
  app.onError((error, c) => {
    const reference = deps.ids.uuid().slice(0, 8);
    const outage = deps.isOutage(error);
    const fields = { reference, method: c.req.method, route: c.req.routePath };
    if (outage) deps.log.warn({ ...fields, reason: error.message }, 'database unavailable');
    else deps.log.error({ ...fields, error: error.stack }, 'request failed');
    try {
      if (!outage) return problem(c, 'failed', 500, reference);
      c.header('Retry-After', '10');
      return problem(c, 'unavailable', 503, reference);
    } catch (rendering) {
      deps.log.error({ reference, error: String(rendering) }, 'error page failed');
      c.header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'");
      return c.html(fallbackDocument(), 500);
    }
  });
  return app;
}

/** With one domain a language, each domain opens in its language and keeps to it. */
function languageDomains(origins: Localized, langOfHost: (c: Context) => Lang | null) {
  return async (c: Context, next: () => Promise<void>): Promise<Response | void> => {
    const lang = langOfHost(c);
    if (!lang || c.req.method !== 'GET') return next();
    const { path } = c.req;
    if (path === '/') return c.redirect(href('postings.index', lang), 302);
    const wanted = /^\/(en|fr)\//.exec(path)?.[1] as Lang | undefined;
    if (!wanted || wanted === lang) return next();
    const { search } = new URL(c.req.url);
    return c.redirect(origins[wanted] + path + search, 301);
  };
}

/** Tells the language of the domain asked for, where each language has its own. */
function hostReader(origins: Localized): (c: Context) => Lang | null {
  const hosts: Localized = { en: new URL(origins.en).host, fr: new URL(origins.fr).host };
  if (hosts.en === hosts.fr) return () => null;
  return (c) => {
    const host = c.req.header('host');
    return host === hosts.fr ? 'fr' : host === hosts.en ? 'en' : null;
  };
}

function langOfPath(path: string): Lang {
  return path === '/fr' || path.startsWith('/fr/') ? 'fr' : 'en';
}

function isDesk(path: string): boolean {
  return path.startsWith('/en/staff') || path.startsWith('/fr/personnel');
}
