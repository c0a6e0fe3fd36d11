import type { Hono } from 'hono';
import { type Catalogue, type Posting, isPublic } from '#hiring/postings';
import { type Lang, type Localized, langs } from '#platform/i18n';
import { type RouteName, href, routes } from '#web/routes.ts';
import type { SiteFile } from './write-site.ts';

/** Pages of the site that are there whatever the postings. */
const fixedPages = ['postings.index', 'site.privacy', 'site.accessibility'] as const;
const feeds = ['feeds.atom', 'feeds.json', 'feeds.calendar', 'feeds.indeed'] as const;

export type SiteSource = {
  /** The careers site as the server answers it. */
  app: Hono;
  catalogue: Catalogue;
  stateOf(posting: Posting): Parameters<typeof isPublic>[0];
  /** Pages of the list, in each language. */
  listPages: number;
  /** Where the running Tandem is, which takes the applications and the alerts. */
  serverOrigins: Localized;
};

/** Addresses that only a running Tandem answers: their links leave the static site. */
const served: RouteName[] = ['apply.form', 'alerts.ask', 'my.applications', 'staff.signIn'];

/** Every page of the site as a file, by asking for it. Redirects are pages that lead on at once. */
export async function* siteFiles(source: SiteSource): AsyncGenerator<SiteFile> {
  yield page('index.html', await fetchText(source, '/'));
  yield file('sitemap.xml', await fetchText(source, '/sitemap.xml'));
  yield file('robots.txt', await fetchText(source, '/robots.txt'));
  for (const lang of langs) {
    for (const name of fixedPages) yield await pageOf(source, href(name, lang));
    for (let number = 2; number <= source.listPages; number += 1) {
      const html = await fetchText(source, `${href('postings.index', lang)}?page=${number}`);
      yield page(`${folderOf(href('postings.index', lang))}page/${number}/index.html`, html);
    }
    for (const name of feeds) {
      yield file(href(name, lang).slice(1), await fetchText(source, href(name, lang)));
    }
    yield page(`${lang}/404.html`, await fetchText(source, `/${lang}/not-found`, 404));
  }
  yield page('404.html', await fetchText(source, '/en/not-found', 404));
  for (const posting of source.catalogue.postings) {
    if (!isPublic(source.stateOf(posting))) continue;
    for (const lang of langs) {
      yield await pageOf(source, href('postings.show', lang, { slug: posting.slugs[lang] }));
    }
  }

  function page(path: string, html: string): SiteFile {
    return file(path, withPagedLinks(withServerLinks(html, source.serverOrigins)));
  }
  async function pageOf(from: SiteSource, path: string): Promise<SiteFile> {
    return page(`${folderOf(path)}index.html`, await fetchText(from, path));
  }
}

function file(path: string, text: string): SiteFile {
  return { path, body: Buffer.from(text) };
}

/** "/en/jobs/x" and "/en/jobs/" as folders: "en/jobs/x/", "en/jobs/". */
function folderOf(path: string): string {
  return `${path.replace(/^\/|\/$/g, '')}/`;
}

async function fetchText(
  { app }: SiteSource,
  path: string,
  status: 200 | 404 = 200,
): Promise<string> {
  const response = await app.request(`http://localhost${path}`);
  if (response.status !== status) throw new Error(`${path} answered ${response.status}`);
  return response.text();
}

/** Links to what a server must do are made whole addresses of that server. */
function withServerLinks(html: string, origins: Localized): string {
  return html.replaceAll(
    /(href|action)="(\/(en|fr)\/[^"]*)"/g,
    (all, name: string, path: string, lang: Lang) =>
      name === 'action' || isServed(path, lang) ? `${name}="${origins[lang]}${path}"` : all,
  );
}

function isServed(path: string, lang: Lang): boolean {
  const [pathname = '', query = ''] = path.split('?');
  // A search of the list is a server's work; its further pages are files.
  if (query !== '' && !query.startsWith('page=')) return true;
  return served.some((name) => {
    const pattern = routes[name][lang].replaceAll(/:[a-z]+/gi, '[^/]+');
    return new RegExp(`^${pattern}(/|$)`).test(pathname);
  });
}

/** A file has no query: the pages of the list have addresses of their own. */
function withPagedLinks(html: string): string {
  return langs.reduce((text, lang) => {
    const list = href('postings.index', lang);
    return text.replaceAll(`"${list}?page=`, `"${list}page/`);
  }, html);
}
