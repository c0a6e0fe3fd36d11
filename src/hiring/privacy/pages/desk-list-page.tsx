import { defaultTimeZone as timeZone } from '#hiring/postings';
import { type Lang, formatIsoDate } from '#platform/i18n';
import { type Column, DataTable } from '#ui/data-table';
import { EmptyState } from '#ui/empty-state';
import { Actions, ButtonLink } from '#ui/form';
import { PageHeading } from '#ui/heading';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import { type Words, messages } from '../messages/index.ts';
import { needsAnswer } from '../rules.ts';
import type { ReceivedRequest } from '../requests/queries.ts';
import { StateBadge, timeLeft } from './state.tsx';

export type DeskListView = {
  lang: Lang;
  now: Date;
  open: readonly ReceivedRequest[];
  answered: readonly ReceivedRequest[];
};

/** Every request that waits, the most urgent first, and what was answered lately. */
export function deskListPage(view: DeskListView): Page {
  const { lang, now, open, answered } = view;
  const t = messages(lang);
  return {
    lang,
    area: 'desk',
    title: t('desk.title'),
    alternates: hrefs('desk.privacy'),
    body: (
      <>
        <PageHeading title={t('desk.title')} lead={t('desk.lead')} />
        <Actions>
          <ButtonLink variant="secondary" href={href('desk.holds', lang)}>
            {t('desk.holds')}
          </ButtonLink>
          <ButtonLink variant="secondary" href={href('desk.disposals', lang)}>
            {t('desk.disposals')}
          </ButtonLink>
        </Actions>
        <h2>{t('desk.open')}</h2>
        {open.length > 0 ? (
          <DataTable
            caption={t('desk.open')}
            captionHidden
            columns={columns(now, t, false)}
            rows={open}
            rowKey={({ id }) => id}
          />
        ) : (
          <EmptyState title={t('desk.none.title')} level={3}>
            <p>{t('desk.none')}</p>
          </EmptyState>
        )}
        {answered.length > 0 && (
          <>
            <h2>{t('desk.answered')}</h2>
            <DataTable
              caption={t('desk.answered')}
              captionHidden
              columns={columns(now, t, true)}
              rows={answered}
              rowKey={({ id }) => id}
            />
          </>
        )}
      </>
    ),
  };
}

function columns(now: Date, t: Words, answered: boolean): Column<ReceivedRequest>[] {
  return [
    {
      key: 'request',
      header: t('column.request'),
      rowHeader: true,
      fit: true,
      cell: ({ id, reference }) => (
        <a href={href('desk.privacyRequest', t.lang, { id })}>{reference}</a>
      ),
    },
    { key: 'about', header: t('column.about'), cell: ({ kind }) => t(`kind.${kind}`) },
    answered
      ? {
          key: 'answeredAt',
          header: t('column.answeredAt'),
          fit: true,
          cell: ({ closed }) => closed && formatIsoDate(closed.at, timeZone),
        }
      : {
          key: 'due',
          header: t('column.due'),
          cell: ({ kind, dueAt }) =>
            needsAnswer(kind)
              ? `${formatIsoDate(dueAt, timeZone)} (${timeLeft(dueAt, now, t)})`
              : '—',
        },
    {
      key: 'state',
      header: t('column.state'),
      fit: true,
      cell: (request) => <StateBadge request={request} now={now} t={t} />,
    },
  ];
}
