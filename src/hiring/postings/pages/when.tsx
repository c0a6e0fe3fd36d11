import { formatDate, formatTime, formatTimeZone } from '#platform/i18n';
import type { Words } from '../messages.ts';

type When = { date: string; time: string; zone: string };

/** The last answer: a posting tells its closing several times, and words for a zone are slow. */
let latest: { key: string; when: When } | null = null;

/** The parts of an instant in words, for a message: `{date}`, `{time}`, `{zone}`. */
export function whenParts(instant: Date, t: Words, timeZone: string): When {
  const key = `${instant.getTime()} ${t.lang} ${timeZone}`;
  if (latest?.key !== key) {
    const when = {
      date: formatDate(instant, t.lang, timeZone),
      time: formatTime(instant, t.lang, timeZone),
      zone: formatTimeZone(instant, t.lang, timeZone),
    };
    latest = { key, when };
  }
  return latest.when;
}

/** An instant in words and for machines. */
export function When({ instant, timeZone, t }: { instant: Date; timeZone: string; t: Words }) {
  return (
    <time dateTime={instant.toISOString()}>
      {t('posting.when', whenParts(instant, t, timeZone))}
    </time>
  );
}
