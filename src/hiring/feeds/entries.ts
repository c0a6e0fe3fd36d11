import { type Posting, bodyHtml, bodyText } from '#hiring/postings';
import type { Lang, Localized } from '#platform/i18n';
import { href } from '#web/routes.ts';

/** An open posting in one language, as feeds tell of it. */
export type FeedEntry = {
  /** RFC 4151 tag: stays the same when the address or the title changes. */
  readonly id: string;
  readonly posting: Posting;
  readonly title: string;
  readonly url: string;
  readonly summary: string;
  /** The advertised text, safe to show anywhere. */
  readonly html: string;
  /** When candidates could first read it. */
  readonly publishedAt: Date;
  readonly updatedAt: Date;
};

/** Characters of a summary where the author gave no description. */
const summaryLength = 300;

/** The given postings as entries in one language, the latest first. */
export function feedEntries(
  { postings, origins }: { postings: readonly Posting[]; origins: Localized },
  lang: Lang,
): FeedEntry[] {
  return postings
    .map((posting): FeedEntry => {
      const text = posting.text[lang];
      const publishedAt = posting.facts?.opensAt ?? posting.firstSeenAt;
      const { host } = new URL(origins[lang]);
      const year = posting.firstSeenAt.getUTCFullYear();
      return {
        id: `tag:${host.replace(/:\d+$/, '')},${year}:posting/${posting.id}/${lang}`,
        posting,
        title: text.title,
        url: origins[lang] + href('postings.show', lang, { slug: posting.slugs[lang] }),
        summary: text.description || shorten(bodyText(text)),
        html: bodyHtml(text),
        publishedAt,
        updatedAt: posting.versionSince > publishedAt ? posting.versionSince : publishedAt,
      };
    })
    .sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime());
}

function shorten(text: string): string {
  if (text.length <= summaryLength) return text;
  return `${text.slice(0, summaryLength).replace(/\s+\S*$/, '')}…`;
}
