import type { Localized } from '#platform/i18n';
import { hrefs } from '#web/routes.ts';

/** Addresses of the page in one of its states. No address says for which application. */
export function pagePaths(
  query: Partial<Record<'change' | 'choose' | 'told', string>> = {},
): Localized {
  const text = new URLSearchParams(query).toString();
  const suffix = text === '' ? '' : `?${text}`;
  const { en, fr } = hrefs('declare.page');
  return { en: en + suffix, fr: fr + suffix };
}
