import { formatDate, formatTime, formatTimeZone } from '#platform/i18n';
import type { Words } from '../messages.ts';

/** The parts of an instant in words, for a message: `{date}`, `{time}`, `{zone}`. */
export function whenParts(
  instant: Date,
  t: Words,
  timeZone: string,
): { date: string; time: string; zone: string } {
  return {
    date: formatDate(instant, t.lang, timeZone),
    time: formatTime(instant, t.lang, timeZone),
    zone: formatTimeZone(instant, t.lang, timeZone),
  };
}

/** An instant in words and for machines. */
export function When({ instant, timeZone, t }: { instant: Date; timeZone: string; t: Words }) {
  return (
    <time dateTime={instant.toISOString()}>
      {t('posting.when', whenParts(instant, t, timeZone))}
    </time>
  );
}
