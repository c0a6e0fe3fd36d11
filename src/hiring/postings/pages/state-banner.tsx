import type { Lang } from '#platform/i18n';
import { Notice } from '#ui/notice';
import { href } from '#web/routes.ts';
import { words } from '../messages.ts';
import type { ProcessFacts } from '#hiring/process-facts';
import type { PostingState } from '../rules/lifecycle.ts';
import { defaultTimeZone } from '#hiring/process-facts';
import { whenParts } from './when.tsx';

type StateBannerProps = { lang: Lang; facts: ProcessFacts | null; state: PostingState };

/** Says what is particular about the posting now. An open one with time left needs no banner. */
export function StateBanner({ lang, facts, state }: StateBannerProps) {
  const t = words(lang);
  const when = facts?.closesAt && whenParts(facts.closesAt, t, facts.timeZone ?? defaultTimeZone);
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
    case 'draft':
    case 'scheduled':
      return null;
  }
}
