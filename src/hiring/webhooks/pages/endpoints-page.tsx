import { type Lang, langs } from '#platform/i18n';
import { type Column, DataTable } from '#ui/data-table';
import { EmptyState } from '#ui/empty-state';
import {
  Actions,
  Button,
  CheckboxGroup,
  ErrorSummary,
  Form,
  RadioGroup,
  TextField,
  titleWithProblems,
} from '#ui/form';
import { PageHeading } from '#ui/heading';
import { Notice } from '#ui/notice';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import { type EndpointProblems, endpointFields } from '../forms.ts';
import { type Words, messages } from '../messages/index.ts';
import { webhookEvents, webhookFormats } from '../model.ts';
import type { EndpointRow } from '../queries.ts';

export type EndpointsView = {
  lang: Lang;
  csrf: string;
  endpoints: readonly EndpointRow[];
  typed: Readonly<Partial<Record<string, string>>>;
  problems: EndpointProblems;
  /** Whether what is in the form was kept over a sign-in. */
  kept: boolean;
  /** Names the next sending of the form. */
  key: string;
};

/** Every address that is told, and the form for one more. */
export function endpointsPage(view: EndpointsView): Page {
  const { lang, endpoints } = view;
  const t = messages(lang);
  const problems = endpointFields.flatMap((field) => {
    const problem = view.problems[field];
    return problem ? [{ field, message: t(`problem.${problem}`) }] : [];
  });
  return {
    lang,
    area: 'desk',
    title: titleWithProblems(lang, t('list.title'), problems.length),
    alternates: hrefs('desk.webhooks'),
    body: (
      <>
        {view.kept && (
          <Notice kind="warning" outcome>
            <p>{t('told.kept')}</p>
          </Notice>
        )}
        <ErrorSummary problems={problems} />
        <PageHeading title={t('list.title')} lead={t('list.lead')} />
        {endpoints.length > 0 ? (
          <DataTable
            caption={t('list.caption')}
            captionHidden
            columns={columns(t)}
            rows={endpoints}
            rowKey={({ id }) => id}
          />
        ) : (
          <EmptyState title={t('list.none.title')}>
            <p>{t('list.none')}</p>
          </EmptyState>
        )}
        <h2>{t('add.title')}</h2>
        <AddForm view={view} t={t} />
      </>
    ),
  };
}

function columns(t: Words): Column<EndpointRow>[] {
  return [
    {
      key: 'url',
      header: t('column.address'),
      rowHeader: true,
      cell: ({ id, url, format }) => (
        <a href={href('desk.webhook', t.lang, { id })}>{shownAddress(url, format)}</a>
      ),
    },
    {
      key: 'events',
      header: t('column.events'),
      cell: ({ events }) => (
        <ul>
          {events.map((event) => (
            <li key={event}>{t(`event.${event}`)}</li>
          ))}
        </ul>
      ),
    },
    {
      key: 'state',
      header: t('column.state'),
      cell: ({ disabledAt, disabledBecause, dead, waiting }) => (
        <>
          {disabledAt ? t(disabledBecause === 'gone' ? 'state.gone' : 'state.off') : t('state.on')}
          {dead > 0 && <div>{t('state.dead', { count: dead })}</div>}
          {waiting > 0 && <div>{t('state.waiting', { count: waiting })}</div>}
        </>
      ),
    },
  ];
}

/** The path of a Slack address is its password: only the host is shown. */
export function shownAddress(url: string, format: EndpointRow['format']): string {
  return format === 'slack' ? new URL(url).host : url;
}

function AddForm({ view, t }: { view: EndpointsView; t: Words }) {
  const { typed, problems } = view;
  const problemOf = (field: keyof EndpointProblems): string | undefined =>
    problems[field] && t(`problem.${problems[field]}`);
  return (
    <Form action={href('desk.webhooks', t.lang)} csrf={view.csrf} label={t('add.title')}>
      <input type="hidden" name="key" value={typed['key'] ?? view.key} />
      <TextField
        name="url"
        type="url"
        inputmode="url"
        label={t('field.url')}
        hint={t('field.url.hint')}
        value={typed['url']}
        problem={problemOf('url')}
        spellcheck={false}
        required
      />
      <RadioGroup
        name="format"
        label={t('field.format')}
        value={typed['format']}
        problem={problemOf('format')}
        options={webhookFormats.map((value) => ({ value, label: t(`format.${value}`) }))}
        required
      />
      <RadioGroup
        name="lang"
        label={t('field.lang')}
        hint={t('field.lang.hint')}
        value={typed['lang'] ?? t.lang}
        problem={problemOf('lang')}
        options={langs.map((value) => ({ value, label: t(`lang.${value}`) }))}
        inline
        required
      />
      <CheckboxGroup
        name="events"
        label={t('field.events')}
        values={(typed['events'] ?? '').split('\n')}
        problem={problemOf('events')}
        options={webhookEvents.map((value) => ({ value, label: t(`event.${value}`) }))}
        required
      />
      <Actions>
        <Button>{t('add.save')}</Button>
      </Actions>
    </Form>
  );
}
