import type { Lang } from '#platform/i18n';
import { Breadcrumbs } from '#ui/breadcrumbs';
import { PageHeading } from '#ui/heading';
import { Notice } from '#ui/notice';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import { messages } from '../messages/index.ts';

/** Where the files of a posting cannot be edited: why, and what of the author's was not saved. */
export function cannotPage(
  lang: Lang,
  posting: string,
  why: 'not-a-pair' | 'unreadable',
  yours: readonly string[],
): Page {
  const t = messages(lang);
  return {
    lang,
    area: 'desk',
    title: t('cannot.title'),
    alternates: hrefs('desk.postingEdit', { posting }),
    body: (
      <>
        <Breadcrumbs items={[{ href: href('desk.postings', lang), label: t('all') }]} />
        <PageHeading title={t('cannot.title')} />
        <Notice kind="warning" outcome>
          <p>{t(`cannot.${why}`)}</p>
        </Notice>
        {yours.length > 0 && <h2>{t('yours.title')}</h2>}
        {yours.map((text, index) => (
          <p key={index} class="as-typed" dir="auto">
            {text}
          </p>
        ))}
      </>
    ),
  };
}
