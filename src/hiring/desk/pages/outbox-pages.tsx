import { type Lang, formatIsoDateTime } from '#platform/i18n';
import { Breadcrumbs } from '#ui/breadcrumbs';
import { type Column, DataTable } from '#ui/data-table';
import { EmptyState } from '#ui/empty-state';
import { Facts } from '#ui/facts';
import { PageHeading } from '#ui/heading';
import { Prose } from '#ui/prose';
import { Pane, Split } from '#ui/split';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import { type Words, messages } from '../messages/index.ts';
import type { OutboxEmail, WholeEmail } from '../model.ts';
import { outboxLimit } from '../model.ts';
import { Lines } from './written-text.tsx';

type OutboxView = { lang: Lang; timeZone: string; emails: readonly OutboxEmail[] };

/** The e-mails that stayed here because no mail server is set. */
export function outboxPage({ lang, timeZone, emails }: OutboxView): Page {
  const t = messages(lang);
  return {
    lang,
    area: 'desk',
    title: t('outbox.title'),
    alternates: hrefs('desk.outbox'),
    body: (
      <>
        <PageHeading title={t('outbox.title')} lead={t('outbox.lead', { count: outboxLimit })} />
        {emails.length > 0 ? (
          <DataTable
            caption={t('outbox.caption')}
            captionHidden
            columns={columns(t, lang, timeZone)}
            rows={emails}
            rowKey={({ id }) => id}
          />
        ) : (
          <EmptyState title={t('outbox.none.title')}>
            <p>{t('outbox.none')}</p>
          </EmptyState>
        )}
      </>
    ),
  };
}

function columns(t: Words, lang: Lang, timeZone: string): Column<OutboxEmail>[] {
  return [
    {
      key: 'subject',
      header: t('outbox.subject'),
      rowHeader: true,
      cell: ({ id, subject, lang: of }) => (
        <a href={href('desk.outboxEmail', lang, { id })} lang={of}>
          {subject}
        </a>
      ),
    },
    { key: 'recipient', header: t('outbox.recipient'), cell: ({ recipient }) => recipient },
    {
      key: 'created',
      header: t('outbox.created'),
      fit: true,
      cell: ({ createdAt }) => formatIsoDateTime(createdAt, timeZone),
    },
    { key: 'lang', header: t('outbox.lang'), cell: ({ lang: of }) => t(`lang.${of}`) },
    { key: 'kind', header: t('outbox.kind'), cell: ({ kind }) => kind },
  ];
}

/** One e-mail, as both kinds of mail programs would show it. */
export function outboxEmailPage(view: { lang: Lang; timeZone: string; email: WholeEmail }): Page {
  const { lang, timeZone, email } = view;
  const t = messages(lang);
  return {
    lang,
    area: 'desk',
    title: email.subject,
    alternates: hrefs('desk.outboxEmail', { id: email.id }),
    body: (
      <>
        <Breadcrumbs items={[{ href: href('desk.outbox', lang), label: t('outbox.title') }]} />
        <PageHeading title={email.subject} />
        <Facts
          inline
          items={[
            { term: t('outbox.recipient'), detail: email.recipient },
            { term: t('outbox.created'), detail: formatIsoDateTime(email.createdAt, timeZone) },
            { term: t('outbox.lang'), detail: t(`lang.${email.lang}`) },
            { term: t('outbox.kind'), detail: email.kind },
          ]}
        />
        <Split
          first={
            <Pane id="text-title" title={t('outbox.text')}>
              <Prose lang={email.lang}>
                {email.text
                  .trim()
                  .split(/\n{2,}/)
                  .map((paragraph, index) => (
                    <p key={index}>
                      <Linked text={paragraph} />
                    </p>
                  ))}
              </Prose>
            </Pane>
          }
          second={
            <Pane id="html-title" title={t('outbox.html')}>
              <iframe
                class="document-frame"
                title={t('outbox.frame')}
                sandbox=""
                srcdoc={email.html}
                width="100%"
                height="600"
              />
            </Pane>
          }
        />
      </>
    ),
  };
}

/** Our own e-mails: their addresses can be followed, which the sandbox beside it does not allow. */
function Linked({ text }: { text: string }) {
  return (
    <>
      {text
        .split(/(https?:\/\/[^\s<>]+)/)
        .map((part, index) =>
          index % 2 === 1 ? <a href={part}>{part}</a> : <Lines text={part} />,
        )}
    </>
  );
}
