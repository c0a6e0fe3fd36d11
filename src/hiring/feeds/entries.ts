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
  return inFeedOrder(postings).map((posting) => feedEntry(posting, lang, origins));
}

/** The postings as feeds list them: the one that changed last first. */
export function inFeedOrder(postings: readonly Posting[]): Posting[] {
  return postings.toSorted((a, b) => updatedAt(b).getTime() - updatedAt(a).getTime());
}

/** When candidates could first read it. */
function publishedAt({ facts, firstSeenAt }: Posting): Date {
  return facts?.opensAt ?? firstSeenAt;
}

/** When what a feed tells of a posting last changed. */
export function updatedAt(posting: Posting): Date {
  const published = publishedAt(posting);
  return posting.versionSince > published ? posting.versionSince : published;
}

/** A posting as an entry in one language. */
export function feedEntry(posting: Posting, lang: Lang, origins: Localized): FeedEntry {
  const text = posting.text[lang];
  const { host } = new URL(origins[lang]);
  const year = posting.firstSeenAt.getUTCFullYear();
  return {
    id: `tag:${host.replace(/:\d+$/, '')},${year}:posting/${posting.id}/${lang}`,
    posting,
    title: text.title,
    url: origins[lang] + href('postings.show', lang, { slug: posting.slugs[lang] }),
    summary: text.description || shorten(bodyText(text)),
    html: bodyHtml(text),
    publishedAt: publishedAt(posting),
    updatedAt: updatedAt(posting),
  };
}

function shorten(text: string): string {
  if (text.length <= summaryLength) return text;
  return `${text.slice(0, summaryLength).replace(/\s+\S*$/, '')}…`;
}
