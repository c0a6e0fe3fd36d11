import { dateFormat } from '#platform/i18n';

/** Zone in which times are told where a posting names none: that of the usual closing convention. */
export const defaultTimeZone = 'America/Vancouver';

/** Whether it is the name of a zone. Offsets such as "-05:00" are accepted by `Intl` but have no name to show. */
export function isTimeZone(name: string): boolean {
  try {
    const { timeZone } = dateFormat('en-CA', { timeZone: name }).resolvedOptions();
    return /^[A-Za-z]/.test(timeZone);
  } catch {
    return false;
  }
}
