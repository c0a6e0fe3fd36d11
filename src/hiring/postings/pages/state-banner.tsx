import type { Lang } from '#platform/i18n';
import { Notice } from '#ui/notice';
import { href } from '#web/routes.ts';
import { words } from '../messages.ts';
import type { Posting } from '../model.ts';
import type { PostingState } from '../rules/lifecycle.ts';
import { defaultTimeZone } from '../rules/time-zone.ts';
import { whenParts } from './when.tsx';

type StateBannerProps = { lang: Lang; posting: Posting; state: PostingState };

/** Says what is particular about the posting now. An open one with time left needs no banner. */
export function StateBanner({ lang, posting, state }: StateBannerProps) {
  const t = words(lang);
  const { closesAt, timeZone } = posting.facts ?? { closesAt: null, timeZone: null };
  const when = closesAt && whenParts(closesAt, t, timeZone ?? defaultTimeZone);
  switch (state) {
    case 'closing-soon':
      return (
        <Notice kind="warning" title={t('banner.closing-soon.title')}>
          {when && <p>{t('banner.closing-soon.body', when)}</p>}
        </Notice>
      );
    case 'closed':
      return (
        <Notice kind="info" title={t('banner.closed.title')}>
          {when && <p>{t('banner.closed.on', when)}</p>}
          <p>
            {t.rich('banner.closed.body', {
              link: (label) => <a href={href('postings.index', lang)}>{label}</a>,
            })}
          </p>
        </Notice>
      );
    case 'evergreen':
      return (
        <Notice kind="info" title={t('banner.evergreen.title')}>
          <p>{t('banner.evergreen.body')}</p>
        </Notice>
      );
    case 'open':
    case 'scheduled':
      return null;
  }
}
