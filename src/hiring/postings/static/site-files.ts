import { type Lang, type Localized, langs } from '#platform/i18n';
import { href } from '#web/routes.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Remembered } from '../catalogue/remembered.ts';
import type { MovedPage } from '../loader/site-places.ts';
import { acceptsApplications, isPublic, postingState } from '../rules/lifecycle.ts';
import { oldAddressOf } from '../rules/old-address.ts';
import { robotsTxt, sitemapXml } from '../web/sitemap.ts';
import type { Moment } from './page-job.ts';

/** An address that a posting had before, and the one it has now. */
export type Moved = { lang: Lang; from: string; to: string };

/** In order of address. Those of postings that are not shown lead nowhere, and are left out. */
export function movedAddresses(
  catalogue: Catalogue,
  { slugs }: Remembered,
  { now, closingSoonDays }: Moment,
): Moved[] {
  const own = (lang: Lang): string[] =>
    slugs.flatMap((row) => (row.lang === lang ? [row.slug] : [])).sort();
  return langs.flatMap((lang) =>
    own(lang).flatMap((slug): Moved[] => {
      const answer = catalogue.bySlug(lang, slug);
      if (answer.kind !== 'moved') return [];
      const target = catalogue.bySlug(lang, answer.slug);
      const shown =
        target.kind === 'found' && isPublic(postingState(target.posting, now, closingSoonDays));
      const path = (one: string): string => href('postings.show', lang, { slug: one });
      return shown ? [{ lang, from: path(slug), to: path(answer.slug) }] : [];
    }),
  );
}

/** Pages of an earlier site, at the addresses by which they were known: with and without a slash. */
export function oldPages(
  catalogue: Catalogue,
  moved: readonly MovedPage[],
  moment: Moment,
): Moved[] {
  const known = new Set<string>();
  return moved.flatMap(({ lang, from }): Moved[] => {
    const to = oldAddressOf(catalogue, from, lang, moment);
    // One path of both languages leads where a server would lead from a domain of both.
    if (to === null || from === '/' || known.has(from)) return [];
    known.add(from);
    return [from, `${from}/`].map((path) => ({ lang, from: path, to }));
  });
}

/** What crawlers read: `sitemap.xml` and `robots.txt`. */
export function crawlerFiles(
  catalogue: Catalogue,
  origins: Localized,
  { now, closingSoonDays }: Moment,
): { sitemap: string; robots: string } {
  const open = catalogue.postings.filter((posting) =>
    acceptsApplications(postingState(posting, now, closingSoonDays)),
  );
  return { sitemap: sitemapXml(open, origins), robots: robotsTxt(origins) };
}
