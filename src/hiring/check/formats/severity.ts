import type { Lang } from '#platform/i18n';
import type { Severity } from '../model.ts';
import { words } from './words.ts';

/** A severity in words. */
export function describeSeverity(severity: Severity, lang: Lang): string {
  return words(lang)('severity', { severity });
}
