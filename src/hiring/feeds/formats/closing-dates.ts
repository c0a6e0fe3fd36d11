import { ICalCalendar, ICalEventTransparency } from 'ical-generator';
import { localeOf } from '#platform/i18n';
import type { FeedFormat, FeedHead } from './format.ts';

/** iCalendar (RFC 5545): one event at the exact closing instant of each posting that has one. */
export const closingDates: FeedFormat = {
  opening(head) {
    return calendarOf(head).toString().slice(0, -closing.length);
  },
  part(head, { posting, title, url, summary, updatedAt }, words) {
    const closesAt = posting.facts?.closesAt;
    if (!closesAt) return '';
    // What stands around the events is not looked at, so it is not made.
    const calendar = new ICalCalendar();
    const { host } = new URL(head.selfUrl);
    calendar.createEvent({
      id: `${posting.id}-${head.lang}@${host}`,
      // The change of the posting, not of this answer: the same postings give the same calendar.
      stamp: updatedAt,
      lastModified: updatedAt,
      start: closesAt,
      end: closesAt,
      summary: words.closingOf(title),
      description: summary === '' ? url : `${summary}\n\n${url}`,
      url,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
    const whole = calendar.toString();
    return whole.slice(whole.indexOf(event), -closing.length);
  },
  between: '',
  closing: () => `${closing}\r\n`,
};

const event = 'BEGIN:VEVENT';
const closing = 'END:VCALENDAR';

function calendarOf(head: FeedHead): ICalCalendar {
  return new ICalCalendar({
    name: head.title,
    url: head.listUrl,
    source: head.selfUrl,
    // An hour: calendars ask again that often at most.
    ttl: 3600,
    prodId: { company: 'Tandem', product: 'Tandem', language: localeOf[head.lang].toUpperCase() },
  });
}
