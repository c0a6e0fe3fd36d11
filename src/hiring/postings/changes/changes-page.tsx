import { type Lang, type Localized, formatDate } from '#platform/i18n';
import { PageHeading } from '#ui/heading';
import type { Page } from '#web/page.ts';
import { hrefs } from '#web/routes.ts';
import { words } from '../messages.ts';
import { defaultTimeZone } from '#hiring/process-facts';
import { compareVersions } from './changes.ts';
import { ChangesView } from './changes-view.tsx';
import type { advertisedVersions } from './published-versions.ts';

type Versions = NonNullable<Awaited<ReturnType<typeof advertisedVersions>>>;

/** For the public: two texts of a posting that were on the site. Search engines keep to the posting. */
export function changesPage(
  lang: Lang,
  { from, to }: Versions,
  hashes: { from: string; to: string },
  /** Of the posting as it is now; null where it was withdrawn. */
  postingPaths: Localized | null,
): Page {
  const t = words(lang);
  const day = ({ pair, since }: Versions['from']): string =>
    formatDate(since, lang, pair.facts?.timeZone ?? defaultTimeZone);
  return {
    lang,
    area: 'site',
    title: t('changes.title'),
    alternates: hrefs('postings.changes', hashes),
    indexable: false,
    body: (
      <>
        <PageHeading
          kicker={to.pair.halves[lang].text.title}
          title={t('changes.title')}
          lead={t('changes.lead', { from: day(from), to: day(to) })}
        />
        {postingPaths && (
          <p>
            <a href={postingPaths[lang]}>{t('changes.back')}</a>
          </p>
        )}
        <ChangesView lang={lang} changes={compareVersions(from.pair, to.pair, lang, 'public')} />
      </>
    ),
  };
}
