import type { Lang } from '#platform/i18n';
import type { LocatedPlace } from '../model.ts';
import { words } from './words.ts';

/** Where a place is for those who see no line numbers: "item 3 under “You have:”". */
export function whereabouts({ within }: LocatedPlace, lang: Lang): string | null {
  if (!within) return null;
  const { kind, number, under } = within;
  const t = words(lang);
  const what = t('block', { kind, number });
  return under === null ? what : t('under', { what, heading: under });
}
