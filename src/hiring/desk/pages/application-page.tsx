import { AnnotationList } from '#hiring/privacy';
import { Breadcrumbs } from '#ui/breadcrumbs';
import { Facts } from '#ui/facts';
import { Actions, ButtonLink, ErrorSummary, type Problem, titleWithProblems } from '#ui/form';
import { PageHeading } from '#ui/heading';
import { Notice } from '#ui/notice';
import { Split } from '#ui/split';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import { type Words, messages } from '../messages/index.ts';
import { AnswersPane } from './answers-pane.tsx';
import { applicationFacts } from './application-facts.tsx';
import type { ApplicationView } from './application-view.ts';
import { HistoryPane } from './history-pane.tsx';
import { NotesPane, noteProblems } from './notes-pane.tsx';
import { ResumePane } from './resume-pane.tsx';
import { ScreeningPane } from './screening-pane.tsx';
import { screeningProblems } from './screening-problems.ts';
import { ToldNotice } from './told-notice.tsx';
import { isolated } from './written-text.tsx';

/** One application: what was sent on one side, what is decided and what happened on the other. */
export function applicationPage(view: ApplicationView): Page {
  const { lang, application, postingTitle, listQuery } = view;
  const { id, postingId, reference, identity } = application;
  const t = messages(lang);
  const problems: Problem[] = [...screeningProblems(view, t), ...noteProblems(view, t)];
  const paths = hrefs('desk.application', { id });
  const list = href('desk.applications', lang, { posting: postingId }) + listQuery;
  return {
    lang,
    area: 'desk',
    title: titleWithProblems(lang, t('application.title', { reference }), problems.length),
    alternates: { en: paths.en + listQuery, fr: paths.fr + listQuery },
    body: (
      <>
        <Breadcrumbs
          items={[
            { href: href('desk.processes', lang), label: t('processes.title') },
            { href: list, label: t('application.crumb', { title: postingTitle }) },
          ]}
        />
        <ErrorSummary problems={problems} />
        <ToldNotice view={view} t={t} />
        <PageHeading
          kicker={identity ? reference : undefined}
          title={identity ? isolated(identity.name) : t('application.title', { reference })}
        >
          <Facts inline items={applicationFacts(view, t)} />
        </PageHeading>
        <AnnotationList annotations={view.annotations} lang={lang} level={2} />
        <Arrangements view={view} t={t} />
        <Neighbours view={view} t={t} />
        <Split
          first={
            <>
              <AnswersPane view={view} t={t} />
              <ResumePane view={view} t={t} />
            </>
          }
          second={
            <>
              <ScreeningPane view={view} t={t} />
              <NotesPane view={view} t={t} />
              <HistoryPane view={view} t={t} />
            </>
          }
        />
      </>
    ),
  };
}

/** What the candidate agreed that everyone who assesses knows. It stands before anything is read. */
function Arrangements({ view: { arrangements }, t }: { view: ApplicationView; t: Words }) {
  if (arrangements.length === 0) return null;
  return (
    <Notice kind="info" title={t('arrangements.title')}>
      <ul>
        {arrangements.map((line) => (
          <li key={line} dir="auto">
            {line}
          </li>
        ))}
      </ul>
      <p>{t('arrangements.says')}</p>
    </Notice>
  );
}

/** Steps through the list that the reader came from. */
function Neighbours({ view, t }: { view: ApplicationView; t: Words }) {
  const { previous, next } = view;
  if (!previous && !next) return null;
  return (
    <nav aria-label={t('application.neighbours')}>
      <Actions>
        {previous && (
          <ButtonLink href={previous} variant="secondary" small>
            {t('application.previous')}
          </ButtonLink>
        )}
        {next && (
          <ButtonLink href={next} variant="secondary" small>
            {t('application.next')}
          </ButtonLink>
        )}
      </Actions>
    </nav>
  );
}
