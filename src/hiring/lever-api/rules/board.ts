import { type Lang, langs } from '#platform/i18n';

/** A board: every language of the postings, or one. */
export type Board = { lang: Lang | null };

/**
 * The board that an address names: the site's own name is all languages, and with "-en" or "-fr"
 * after it, one. Null where it is none of ours; names are case-sensitive.
 */
export function boardOf(siteName: string, asked: string): Board | null {
  if (asked === siteName) return { lang: null };
  const lang = langs.find((lang) => asked === `${siteName}-${lang}`);
  return lang ? { lang } : null;
}
