import { AnnotationList } from '#hiring/privacy';
import { answerChoices, preferenceIds } from '#hiring/applications';
import { formatIsoDateTime, formatTimeZone } from '#platform/i18n';
import { Badge } from '#ui/badge';
import { Breadcrumbs } from '#ui/breadcrumbs';
import { type Fact, Facts } from '#ui/facts';
import { Actions, ButtonLink, ErrorSummary, type Problem, titleWithProblems } from '#ui/form';
import { PageHeading } from '#ui/heading';
import { Notice } from '#ui/notice';
import { Split } from '#ui/split';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import { type Words, messages } from '../messages/index.ts';
import { AnswersPane } from './answers-pane.tsx';
import type { ApplicationView } from './application-view.ts';
import { HistoryPane } from './history-pane.tsx';
import { statusTones } from './labels.ts';
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
          <Facts inline items={facts(view, t)} />
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

function facts(view: ApplicationView, t: Words): Fact[] {
  const { lang, application, timeZone, postingTitle, listQuery } = view;
  const { id, identity, status, withdrawnAt } = application;
  const { submittedAt, withinGrace, correspondence, version } = application;
  return [
    {
      term: t('application.status'),
      detail: (
        <>
          <Badge tone={statusTones[status]}>{t(`status.${status}`)}</Badge>
          {withdrawnAt && (
            <>
              {' '}
              <time dateTime={withdrawnAt.toISOString()}>
                {formatIsoDateTime(withdrawnAt, timeZone)}
              </time>
            </>
          )}
        </>
      ),
    },
    {
      term: t('application.submitted'),
      detail: (
        <>
          <time dateTime={submittedAt.toISOString()}>
            {formatIsoDateTime(submittedAt, timeZone)}
          </time>{' '}
          ({formatTimeZone(submittedAt, lang, timeZone)})
          {withinGrace && <>, {t('application.withinGrace')}</>}
          {version > 1 && <>, {t('application.version', { number: version })}</>}
        </>
      ),
    },
    { term: t('application.correspondence'), detail: t(`lang.${correspondence}`) },
    ...(identity
      ? [
          {
            term: t('application.email'),
            detail: <a href={mailTo(identity.email)}>{identity.email}</a>,
          },
          { term: t('application.phone'), detail: identity.phone ?? t('none') },
          ...preferenceFacts(view),
          {
            term: t('application.sameEmail'),
            detail: identity.sameEmail.length > 0 && (
              <>
                {identity.sameEmail.map((other, index) => (
                  <span key={other.id}>
                    {index > 0 && ', '}
                    <a href={href('desk.application', lang, { id: other.id }) + listQuery}>
                      {other.reference}
                    </a>
                  </span>
                ))}
              </>
            ),
          },
        ]
      : []),
    {
      term: t('application.posting'),
      detail: (
        <>
          {postingTitle}
          <br />
          <a href={href('desk.advertised', lang, { id })}>{t('application.advertised')}</a>
        </>
      ),
    },
    {
      term: t('application.besides'),
      detail: view.mayDisclose && (
        <a href={href('desk.beside', lang, { id })}>{t('application.beside')}</a>
      ),
    },
  ].filter(({ detail }) => detail !== false);
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

/** RFC 6068: everything but the at sign is encoded, so that an address cannot bring fields along. */
function mailTo(email: string): string {
  return `mailto:${encodeURIComponent(email).replace('%40', '@')}`;
}

/** Citizenship, veterans, priorities, where the process asked: with the identity, never apart. */
function preferenceFacts({ lang, application }: ApplicationView) {
  const { identity, questions } = application;
  const choices = answerChoices(lang);
  return preferenceIds.flatMap((id) => {
    const value = identity?.preference?.[id];
    const asked = questions.find((question) => question.id === id);
    const text = choices[id]?.find((choice) => choice.value === value)?.text;
    return value && asked ? [{ term: asked.label[lang], detail: text ?? value }] : [];
  });
}
