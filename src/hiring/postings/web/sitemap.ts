import { type Lang, type Localized, langs } from '#platform/i18n';
import { href, hrefs, routes } from '#web/routes.ts';
import type { Posting } from '../model.ts';

/**
 * The sitemap (sitemaps.org, with the language alternates of Google's xhtml:link): the list and the
 * postings that take applications, in both languages.
 */
export function sitemapXml(open: readonly Posting[], origins: Localized): string {
  const entries = [
    ...entriesOf(hrefs('postings.index'), origins, null),
    ...open.flatMap(({ slugs, versionSince }) => {
      const paths = {
        en: href('postings.show', 'en', { slug: slugs.en }),
        fr: href('postings.show', 'fr', { slug: slugs.fr }),
      };
      return entriesOf(paths, origins, versionSince);
    }),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join('\n')}
</urlset>
`;
}

function entriesOf(paths: Localized, origins: Localized, changed: Date | null): string[] {
  const address = (lang: Lang): string => escape(origins[lang] + paths[lang]);
  const alternates = langs
    .map((lang) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${address(lang)}"/>`)
    .join('');
  const modified = changed ? `<lastmod>${changed.toISOString()}</lastmod>` : '';
  return langs.map((lang) => `<url><loc>${address(lang)}</loc>${modified}${alternates}</url>`);
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** Keeps crawlers out of the desk and of candidates' receipts, and shows them the sitemap. */
export function robotsTxt(origins: Localized): string {
  const closed = langs.flatMap((lang) => [
    // "/en/staff/": everything of the desk begins so.
    routes['staff.signIn'][lang].split('/').slice(0, 3).join('/'),
    routes['apply.receipt'][lang].replace(':slug', '*').replace(':key', ''),
  ]);
  const sitemaps = new Set(langs.map((lang) => `Sitemap: ${origins[lang]}/sitemap.xml`));
  const lines = ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), '', ...sitemaps];
  return `${lines.join('\n')}\n`;
}
