import type { SaveError } from '#hiring/content-source';
import type { Lang } from '#platform/i18n';
import { messages } from './messages/index.ts';

/** Why nothing was saved, and what can be done. */
export function failureWords(error: SaveError, lang: Lang): string {
  const t = messages(lang);
  switch (error.kind) {
    case 'read-only':
    case 'no-space':
    case 'busy':
    case 'refused':
    case 'unsafe-path':
      return t(`failed.${error.kind}`);
    case 'changed':
      return t('failed.busy');
    case 'failed':
      return t('failed.other');
    case 'remote': {
      const { problem } = error;
      const lacking =
        problem === 'no-content' || problem === 'path-missing' || problem === 'empty-repository';
      return t('failed.remote', { problem: t(`remote.${lacking ? 'content' : problem}`) });
    }
  }
}
