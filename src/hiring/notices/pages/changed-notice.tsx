import { Notice } from '#ui/notice';
import type { Words } from '../messages/index.ts';

/** Says that what was confirmed is no longer what would be sent, and that nothing was sent. */
export function ChangedNotice({ t }: { t: Words }) {
  return (
    <Notice kind="warning" title={t('changed.title')} outcome>
      <p>{t('changed.says')}</p>
    </Notice>
  );
}
