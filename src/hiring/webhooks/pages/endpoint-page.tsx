import { type Lang, formatIsoDateTime } from '#platform/i18n';
import { Breadcrumbs } from '#ui/breadcrumbs';
import { type Column, DataTable } from '#ui/data-table';
import { Disclosure } from '#ui/disclosure';
import { Facts } from '#ui/facts';
import { Actions, Button, Form } from '#ui/form';
import { PageHeading } from '#ui/heading';
import { Notice } from '#ui/notice';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import { type Words, messages } from '../messages/index.ts';
import { type WebhookEndpoint, type WebhookMessage, webhookEvents } from '../model.ts';
import { earlierSecretHours } from '../signing.ts';
import { shownAddress } from './endpoints-page.tsx';

/** What can be done with an endpoint: values of the buttons of its page. */
export const endpointDeeds = ['test', 'renew', 'off', 'on', 'again'] as const;
export type EndpointDeed = (typeof endpointDeeds)[number];

export type EndpointView = {
  lang: Lang;
  csrf: string;
  timeZone: string;
  endpoint: WebhookEndpoint;
  messages: readonly WebhookMessage[];
  now: Date;
  /** Null where it cannot be read any more. */
  secret: string | null;
  told: EndpointDeed | 'added' | null;
};

/** One address: what it is told, whether it arrived, and what can be done about it. */
export function endpointPage(view: EndpointView): Page {
  const { lang, endpoint, timeZone } = view;
  const t = messages(lang);
  const { host } = new URL(endpoint.url);
  const title = t('one.title', { host });
  return {
    lang,
    area: 'desk',
    title,
    alternates: hrefs('desk.webhook', { id: endpoint.id }),
    body: (
      <>
        <Breadcrumbs items={[{ href: href('desk.webhooks', lang), label: t('list.title') }]} />
        {view.told && (
          <Notice kind="success" outcome>
            <p>{t(`told.${view.told}`, { hours: earlierSecretHours })}</p>
          </Notice>
        )}
        <PageHeading title={title} />
        <Facts
          items={[
            { term: t('column.address'), detail: shownAddress(endpoint.url, endpoint.format) },
            { term: t('one.format'), detail: t(`format.${endpoint.format}`) },
            {
              term: t('column.events'),
              detail: (
                <ul>
                  {endpoint.events.map((event) => (
                    <li key={event}>{t(`event.${event}`)}</li>
                  ))}
                </ul>
              ),
            },
            { term: t('one.added'), detail: formatIsoDateTime(endpoint.createdAt, timeZone) },
            { term: t('column.state'), detail: stateWords(endpoint, t) },
          ]}
        />
        {endpoint.format === 'standard' && <Secret view={view} t={t} />}
        <Deeds view={view} t={t} />
        <h2>{t('messages.title')}</h2>
        {view.messages.length > 0 ? (
          <DataTable
            caption={t('messages.title')}
            captionHidden
            columns={columns(view, t)}
            rows={view.messages}
            rowKey={({ id }) => id}
          />
        ) : (
          <p>{t('messages.none')}</p>
        )}
      </>
    ),
  };
}

function stateWords({ disabledAt, disabledBecause }: WebhookEndpoint, t: Words): string {
  if (!disabledAt) return t('state.on');
  return t(disabledBecause === 'gone' ? 'state.gone' : 'state.off');
}

function Secret({ view, t }: { view: EndpointView; t: Words }) {
  const { secret, now, timeZone } = view;
  const { earlierSecretUntil: until } = view.endpoint;
  if (secret === null) {
    return (
      <Notice kind="warning" title={t('one.secret')}>
        <p>{t('one.secret.lost')}</p>
      </Notice>
    );
  }
  return (
    <Disclosure summary={t('one.secret.show')}>
      <p>
        <code>{secret}</code>
      </p>
      <p>{t('one.secret.use')}</p>
      {until !== null && now < until && (
        <p>{t('one.secret.earlier', { until: formatIsoDateTime(until, timeZone) })}</p>
      )}
      <p>{t('one.renew.about', { hours: earlierSecretHours })}</p>
    </Disclosure>
  );
}

function Deeds({ view: { lang, csrf, endpoint }, t }: { view: EndpointView; t: Words }) {
  const deeds: EndpointDeed[] = endpoint.disabledAt
    ? ['on']
    : endpoint.format === 'standard'
      ? ['test', 'renew', 'off']
      : ['test', 'off'];
  return (
    <Form action={href('desk.webhookDo', lang, { id: endpoint.id })} csrf={csrf}>
      <Actions>
        {deeds.map((deed) => (
          <Button
            key={deed}
            name="deed"
            value={deed}
            variant={deed === 'test' || deed === 'on' ? 'primary' : 'secondary'}
          >
            {t(`one.${deed as Exclude<EndpointDeed, 'again'>}`)}
          </Button>
        ))}
      </Actions>
    </Form>
  );
}

function columns(
  { lang, csrf, endpoint, timeZone }: EndpointView,
  t: Words,
): Column<WebhookMessage>[] {
  const eventWords = (event: string): string => {
    const known = [...webhookEvents, 'test' as const].find((one) => one === event);
    return known ? t(`event.${known}`) : event;
  };
  return [
    {
      key: 'event',
      header: t('messages.event'),
      rowHeader: true,
      cell: ({ event }) => eventWords(event),
    },
    {
      key: 'when',
      header: t('messages.when'),
      fit: true,
      cell: ({ createdAt }) => formatIsoDateTime(createdAt, timeZone),
    },
    { key: 'attempts', header: t('messages.attempts'), align: 'end', cell: (row) => row.attempts },
    {
      key: 'state',
      header: t('messages.state'),
      cell: ({ id, event, state, lastFailure, createdAt }) => {
        const failure = lastFailure ?? '';
        if (state !== 'dead') {
          return state === 'waiting' && failure !== ''
            ? t('message.retrying', { failure })
            : t(`message.${state}`);
        }
        const when = formatIsoDateTime(createdAt, timeZone);
        return (
          <>
            {t('message.dead', { failure })}
            <Form
              action={href('desk.webhookDo', lang, { id: endpoint.id })}
              csrf={csrf}
              label={t('messages.againWhich', { event: eventWords(event), when })}
            >
              <input type="hidden" name="message" value={id} />
              <Button name="deed" value="again" variant="secondary" small>
                {t('messages.again')}
              </Button>
            </Form>
          </>
        );
      },
    },
  ];
}
