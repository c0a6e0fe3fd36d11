import { type SlugAnswer, isPublic } from '#hiring/postings';
import type { Lang } from '#platform/i18n';
import { href } from '#web/routes.ts';
import { messages } from './messages/index.ts';
import type { SiteSource } from './site-files.ts';
import type { SiteFile } from './write-site.ts';

type OldSlug = { readonly lang: Lang; readonly slug: string; readonly isCurrent: boolean };

/** Pages at addresses that postings once had, which lead on to where they are now. */
export async function* oldAddresses(
  source: SiteSource,
  slugs: readonly OldSlug[],
): AsyncGenerator<SiteFile> {
  for (const { lang, slug, isCurrent } of slugs) {
    if (isCurrent) continue;
    const answer: SlugAnswer = source.catalogue.bySlug(lang, slug);
    if (answer.kind !== 'moved') continue;
    const now = source.catalogue.bySlug(lang, answer.slug);
    if (now.kind !== 'found' || !isPublic(source.stateOf(now.posting))) continue;
    const path = href('postings.show', lang, { slug });
    const target = href('postings.show', lang, { slug: answer.slug });
    yield { path: `${path.slice(1)}/index.html`, body: Buffer.from(leadingOn(lang, target)) };
  }
}

/** Slugs are lower-case letters, digits and hyphens: nothing in the address needs escaping. */
function leadingOn(lang: Lang, target: string): string {
  const t = messages(lang);
  return `<!doctype html>
<html lang="${lang}">
<meta charset="utf-8">
<title>${t('moved.title')}</title>
<link rel="canonical" href="${target}">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=${target}">
<p><a href="${target}">${t('moved.link')}</a></p>
</html>
`;
}
