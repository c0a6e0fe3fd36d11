import type { Lang } from '#platform/i18n';
import { localeOf } from '#platform/i18n';
import type { FeedEntry } from '../entries.ts';
import { xmlDocument } from './xml.ts';

export type FeedHead = {
  lang: Lang;
  title: string;
  /** Who publishes: the organization's name in this language. */
  author: string;
  /** The address of the list, and of this feed. */
  listUrl: string;
  selfUrl: string;
  /** The same feed in the other language, and its tag. */
  otherUrl: string;
  otherLocale: string;
  /** Stands for the last change where there is no entry. */
  emptyUpdatedAt: Date;
};

/** Atom (RFC 4287) of the open postings, each with its whole text. */
export function atomFeed(head: FeedHead, entries: readonly FeedEntry[]): string {
  const updated = entries[0]?.updatedAt ?? head.emptyUpdatedAt;
  return xmlDocument({
    feed: {
      '@xmlns': 'http://www.w3.org/2005/Atom',
      '@xml:lang': localeOf[head.lang],
      id: head.selfUrl,
      title: head.title,
      updated: updated.toISOString(),
      author: { name: head.author },
      link: [
        { '@rel': 'self', '@type': 'application/atom+xml', '@href': head.selfUrl },
        { '@rel': 'alternate', '@type': 'text/html', '@href': head.listUrl },
        {
          '@rel': 'alternate',
          '@type': 'application/atom+xml',
          '@hreflang': head.otherLocale,
          '@href': head.otherUrl,
        },
      ],
      generator: 'Tandem',
      entry: entries.map((entry) => ({
        id: entry.id,
        title: entry.title,
        link: { '@rel': 'alternate', '@type': 'text/html', '@href': entry.url },
        published: entry.publishedAt.toISOString(),
        updated: entry.updatedAt.toISOString(),
        ...(entry.summary !== '' && { summary: entry.summary }),
        content: { '@type': 'html', '#text': entry.html },
      })),
    },
  });
}
