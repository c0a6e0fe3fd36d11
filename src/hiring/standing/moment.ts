import { type Lang, formatDate, formatTime, formatTimeZone } from '#platform/i18n';

/** An instant in words, for messages: date, time and the name of the zone. */
export function moment(at: Date, lang: Lang, timeZone: string) {
  return {
    date: formatDate(at, lang, timeZone),
    time: formatTime(at, lang, timeZone),
    zone: formatTimeZone(at, lang, timeZone),
  };
}

/** A calendar day, "2026-11-24", in words. */
export function dayInWords(day: string, lang: Lang): string {
  return formatDate(new Date(`${day}T00:00:00Z`), lang, 'UTC');
}
