import { answerChoices, preferenceIds } from '#hiring/applications';
import { formatIsoDateTime, formatTimeZone } from '#platform/i18n';
import { Badge } from '#ui/badge';
import type { Fact } from '#ui/facts';
import { href } from '#web/routes.ts';
import type { Words } from '../messages/index.ts';
import type { ApplicationView } from './application-view.ts';
import { statusTones } from './labels.ts';

/** What stands under the name: how the application stands, who sent it, and what it answers. */
export function applicationFacts(view: ApplicationView, t: Words): Fact[] {
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
