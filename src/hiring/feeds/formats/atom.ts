import { localeOf } from '#platform/i18n';
import type { FeedFormat } from './format.ts';
import { xmlDocument, xmlPart } from './xml.ts';

/** Atom (RFC 4287) of the open postings, each with its whole text. */
export const atomFeed: FeedFormat = {
  opening(head, latest) {
    const whole = xmlDocument({
      feed: {
        '@xmlns': 'http://www.w3.org/2005/Atom',
        '@xml:lang': localeOf[head.lang],
        id: head.selfUrl,
        title: head.title,
        updated: (latest ?? head.emptyUpdatedAt).toISOString(),
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
      },
    });
    return whole.slice(0, -closing.length);
  },
  part: (_, entry) =>
    xmlPart({
      entry: {
        id: entry.id,
        title: entry.title,
        link: { '@rel': 'alternate', '@type': 'text/html', '@href': entry.url },
        published: entry.publishedAt.toISOString(),
        updated: entry.updatedAt.toISOString(),
        ...(entry.summary !== '' && { summary: entry.summary }),
        content: { '@type': 'html', '#text': entry.html },
      },
    }),
  between: '',
  closing: () => closing,
};

const closing = '</feed>';
