import { type Lang, formatDate, formatTime, formatTimeZone } from '#platform/i18n';

/** An instant in words: date, time and the name of the zone. */
export function moment(at: Date, lang: Lang, timeZone: string) {
  return {
    date: formatDate(at, lang, timeZone),
    time: formatTime(at, lang, timeZone),
    zone: formatTimeZone(at, lang, timeZone),
  };
}
