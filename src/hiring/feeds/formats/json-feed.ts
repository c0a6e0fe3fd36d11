import { localeOf } from '#platform/i18n';
import type { FeedFormat } from './format.ts';

/** JSON Feed 1.1 of the open postings. `_tandem` tells what the format has no field for. */
export const jsonFeed: FeedFormat = {
  opening(head) {
    const whole = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: head.title,
      home_page_url: head.listUrl,
      feed_url: head.selfUrl,
      language: localeOf[head.lang],
      authors: [{ name: head.author, url: head.listUrl }],
      items: [],
    });
    return whole.slice(0, -closing.length);
  },
  part: (head, { posting, ...entry }) =>
    JSON.stringify({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      ...(entry.summary !== '' && { summary: entry.summary }),
      content_html: entry.html,
      date_published: entry.publishedAt.toISOString(),
      date_modified: entry.updatedAt.toISOString(),
      language: localeOf[head.lang],
      _tandem: {
        posting_id: posting.id,
        closes_at: posting.facts?.closesAt?.toISOString() ?? null,
      },
    }),
  between: ',',
  closing: () => closing,
};

const closing = ']}';
