import { ChangesView, type Publication, compareVersions } from '#hiring/postings';
import { type Lang, type Localized, formatIsoDateTime } from '#platform/i18n';
import { Breadcrumbs } from '#ui/breadcrumbs';
import { PageHeading } from '#ui/heading';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import { messages } from '../messages/index.ts';

type Readable = Publication & { pair: NonNullable<Publication['pair']> };

export type CompareView = {
  lang: Lang;
  postingId: string;
  title: Localized;
  timeZone: string;
  from: Readable;
  to: Readable;
};

/** Two versions of a posting, also those that were never public. */
export function comparePage({ lang, postingId, title, timeZone, from, to }: CompareView): Page {
  const t = messages(lang);
  const paths = hrefs('desk.postingChanges', { posting: postingId });
  const query = `?from=${from.versionHash ?? ''}&to=${to.versionHash ?? ''}`;
  const when = ({ since }: Readable): string => formatIsoDateTime(since, timeZone);
  return {
    lang,
    area: 'desk',
    title: t('posting.compare.title'),
    alternates: { en: paths.en + query, fr: paths.fr + query },
    body: (
      <>
        <Breadcrumbs
          items={[
            { href: href('desk.postings', lang), label: t('posting.all') },
            {
              href: href('desk.postingHistory', lang, { posting: postingId }),
              label: title[lang],
            },
          ]}
        />
        <PageHeading
          kicker={title[lang]}
          title={t('posting.compare.title')}
          lead={t('posting.compare.lead', { from: when(from), to: when(to) })}
        />
        <ChangesView lang={lang} changes={compareVersions(from.pair, to.pair, lang, 'staff')} />
      </>
    ),
  };
}
