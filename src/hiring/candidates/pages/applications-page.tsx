import type { ComponentChildren } from 'preact';
import type { Lang } from '#platform/i18n';
import { EmptyState } from '#ui/empty-state';
import { PageHeading } from '#ui/heading';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import { messages } from '../messages/index.ts';

/** What one feature has to show a candidate of what is theirs: drafts, applications, requests. */
export type Section = {
  /** For `id` and links to it: "drafts". */
  id: string;
  title: string;
  body: ComponentChildren;
};

/** Everything of one candidate's, section by section. */
export function applicationsPage(lang: Lang, sections: readonly Section[]): Page {
  const t = messages(lang);
  return {
    lang,
    area: 'site',
    title: t('mine.title'),
    alternates: hrefs('my.applications'),
    body: (
      <>
        <PageHeading title={t('mine.title')} />
        {sections.length === 0 && (
          <EmptyState title={t('mine.none.title')}>
            <p>{t('mine.none.body')}</p>
            <p>
              <a href={href('postings.index', lang)}>{t('mine.none.jobs')}</a>
            </p>
          </EmptyState>
        )}
        {sections.map(({ id, title, body }) => (
          <section key={id} aria-labelledby={id}>
            <h2 id={id}>{title}</h2>
            {body}
          </section>
        ))}
      </>
    ),
  };
}
