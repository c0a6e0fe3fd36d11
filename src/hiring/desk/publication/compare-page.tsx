import { ChangesView, type Publication, compareVersions } from '#hiring/postings';
import { type Lang, type Localized, formatIsoDateTime } from '#platform/i18n';
import { Breadcrumbs } from '#ui/breadcrumbs';
import { PageHeading } from '#ui/heading';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import { messages } from '../messages/index.ts';

type Version = { versionHash: string | null; pair: NonNullable<Publication['pair']> };
type Published = Version & { since: Date };
/** A version that can be read, published at some time or held back. */
export type Readable = Published | (Version & { since: null });

export type CompareView = {
  lang: Lang;
  postingId: string;
  title: Localized;
  timeZone: string;
  from: Published;
  to: Readable;
};

type Named = Pick<Version, 'versionHash'>;

/** The address of a comparison, without its path. */
export function comparing(from: Named, to: Named): string {
  return `?${new URLSearchParams({ from: from.versionHash ?? '', to: to.versionHash ?? '' })}`;
}

/** Two versions of a posting, also those that were never public. */
export function comparePage({ lang, postingId, title, timeZone, from, to }: CompareView): Page {
  const t = messages(lang);
  const paths = hrefs('desk.postingChanges', { posting: postingId });
  const query = comparing(from, to);
  const when = (since: Date): string => formatIsoDateTime(since, timeZone);
  const lead =
    to.since === null
      ? t('posting.compare.held', { from: when(from.since) })
      : t('posting.compare.lead', { from: when(from.since), to: when(to.since) });
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
        <PageHeading kicker={title[lang]} title={t('posting.compare.title')} lead={lead} />
        <ChangesView lang={lang} changes={compareVersions(from.pair, to.pair, lang, 'staff')} />
      </>
    ),
  };
}
