import { type Lang, localeOf } from '#platform/i18n';

/** "en_CA": Open Graph writes an underscore where BCP 47 has a hyphen. */
export function openGraphLocale(lang: Lang): string {
  return localeOf[lang].replace('-', '_');
}
