import { ICalCalendar, ICalEventTransparency } from 'ical-generator';
import { localeOf } from '#platform/i18n';
import type { FeedEntry } from '../entries.ts';
import type { FeedHead } from './atom.ts';

/** iCalendar (RFC 5545): one event at the exact closing instant of each posting that has one. */
export function closingDates(
  head: FeedHead,
  entries: readonly FeedEntry[],
  summaryOf: (title: string) => string,
): string {
  const calendar = new ICalCalendar({
    name: head.title,
    url: head.listUrl,
    source: head.selfUrl,
    // An hour: calendars ask again that often at most.
    ttl: 3600,
    prodId: { company: 'Tandem', product: 'Tandem', language: localeOf[head.lang].toUpperCase() },
  });
  const { host } = new URL(head.selfUrl);
  for (const { posting, title, url, summary, updatedAt } of entries) {
    const closesAt = posting.facts?.closesAt;
    if (!closesAt) continue;
    calendar.createEvent({
      id: `${posting.id}-${head.lang}@${host}`,
      // The change of the posting, not of this answer: the same postings give the same calendar.
      stamp: updatedAt,
      lastModified: updatedAt,
      start: closesAt,
      end: closesAt,
      summary: summaryOf(title),
      description: summary === '' ? url : `${summary}\n\n${url}`,
      url,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return `${calendar.toString()}\r\n`;
}
