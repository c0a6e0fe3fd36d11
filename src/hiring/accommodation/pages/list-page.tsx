import { type Lang, formatIsoDate, formatIsoDateTime } from '#platform/i18n';
import { Badge } from '#ui/badge';
import { type Column, DataTable } from '#ui/data-table';
import { EmptyState } from '#ui/empty-state';
import {
  Actions,
  Button,
  ButtonLink,
  ErrorSummary,
  Form,
  TextField,
  titleWithProblems,
} from '#ui/form';
import { PageHeading } from '#ui/heading';
import { Notice } from '#ui/notice';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import type { PostingChoice } from '../deps.ts';
import { type Words, messages } from '../messages/index.ts';
import type { OpenCase } from '../model.ts';
import { StateBadge } from './door-pages.tsx';
import { AsTyped } from './parts.tsx';

export type ListedForCustodian = {
  opened: OpenCase;
  posting: PostingChoice | null;
  /** Longer without an answer than it should be. */
  late: boolean;
  /** A browser waits to be let in. */
  readmission: boolean;
  /** Whole hours since the case began to wait. */
  waitedHours: number;
};

export type ListView = {
  lang: Lang;
  timeZone: string;
  closed: boolean;
  told: 'deleted' | null;
  rows: readonly ListedForCustodian[];
};

/** The cases that this custodian's key opens: those that need an answer first. */
export function listPage(view: ListView): Page {
  const { lang, rows, closed } = view;
  const t = messages(lang);
  const query = closed ? '?show=closed' : '';
  const paths = hrefs('desk.accommodation');
  return {
    lang,
    area: 'desk',
    title: t('list.title'),
    alternates: { en: paths.en + query, fr: paths.fr + query },
    body: (
      <>
        <PageHeading title={t(closed ? 'list.closed' : 'list.title')} lead={t('list.lead')} />
        <Actions>
          <ButtonLink href={paths[lang] + (closed ? '' : '?show=closed')} variant="secondary" small>
            {t(closed ? 'list.showOpen' : 'list.showClosed')}
          </ButtonLink>
          <ButtonLink href={href('desk.accommodationKeys', lang)} variant="secondary" small>
            {t('keys.title')}
          </ButtonLink>
        </Actions>
        {rows.length > 0 ? (
          <DataTable
            caption={t('list.title')}
            captionHidden
            columns={columns(view, t)}
            rows={rows}
            rowKey={({ opened }) => opened.id}
          />
        ) : (
          <EmptyState title={t('list.none.title')}>
            <p>{t('list.none')}</p>
          </EmptyState>
        )}
      </>
    ),
  };
}

function columns({ lang, timeZone }: ListView, t: Words): Column<ListedForCustodian>[] {
  return [
    {
      key: 'name',
      header: t('list.column.name'),
      rowHeader: true,
      cell: ({ opened }) => (
        <a href={href('desk.accommodationCase', lang, { id: opened.id })}>
          <bdi>{opened.request.name}</bdi>
        </a>
      ),
    },
    {
      key: 'state',
      header: t('list.column.state'),
      cell: ({ opened, late, readmission }) => (
        <>
          <StateBadge {...opened} reader="custodian" t={t} />{' '}
          {late && <Badge tone="danger">{t('badge.late')}</Badge>}{' '}
          {readmission && <Badge tone="warning">{t('badge.readmission')}</Badge>}
        </>
      ),
    },
    {
      key: 'waits',
      header: t('list.column.waits'),
      fit: true,
      cell: ({ opened, waitedHours }) =>
        opened.waitsFor === 'nobody' ? '–' : waited(waitedHours, t),
    },
    {
      key: 'posting',
      header: t('list.column.posting'),
      cell: ({ posting }) => posting?.title ?? t('field.posting.none'),
    },
    {
      key: 'closes',
      header: t('list.column.closes'),
      fit: true,
      cell: ({ posting }) =>
        posting?.closesAt ? formatIsoDateTime(posting.closesAt, posting.timeZone) : '–',
    },
    {
      key: 'asked',
      header: t('list.column.asked'),
      fit: true,
      cell: ({ opened }) => formatIsoDate(new Date(opened.request.at), timeZone),
    },
  ];
}

function waited(hours: number, t: Words): string {
  return hours < 48
    ? t('waited.hours', { count: hours })
    : t('waited.days', { count: Math.floor(hours / 24) });
}

export type LockedView = {
  lang: Lang;
  csrf: string;
  /** Page of the desk to go on to. */
  next: string;
  state: 'locked' | 'no-key' | 'waiting';
  problem: 'wrong' | 'busy' | null;
  /** What was typed when the key was already locked: kept nowhere, so shown for them to copy. */
  texts: readonly string[];
};

/** Asks a custodian for the passphrase of their key, or for making one. */
export function lockedPage({ lang, csrf, next, state, problem, texts }: LockedView): Page {
  const t = messages(lang);
  const message = problem ? t(`problem.unlock.${problem}`) : undefined;
  const problems = message ? [{ field: 'passphrase', message }] : [];
  return {
    lang,
    area: 'desk',
    title: titleWithProblems(lang, t('list.title'), problems.length),
    alternates: hrefs('desk.accommodation'),
    body: (
      <>
        <ErrorSummary problems={problems} />
        <PageHeading title={t('list.title')} lead={t('list.lead')} />
        {texts.length > 0 && (
          <Notice kind="warning" title={t('unlock.unsent.title')} outcome>
            <p>{t('unlock.unsent')}</p>
            {texts.map((text) => (
              <AsTyped key={text} text={text} />
            ))}
          </Notice>
        )}
        {state === 'locked' ? (
          <>
            <p>{t('unlock.says')}</p>
            <Form action={href('desk.accommodationKeys', lang)} csrf={csrf}>
              <input type="hidden" name="deed" value="unlock" />
              <input type="hidden" name="next" value={next} />
              <TextField
                name="passphrase"
                type="password"
                autocomplete="current-password"
                label={t('field.passphrase')}
                problem={message}
                width="medium"
                required
              />
              <Actions>
                <Button>{t('unlock.do')}</Button>
                <ButtonLink href={href('desk.accommodationKeys', lang)} variant="quiet">
                  {t('unlock.forgotten')}
                </ButtonLink>
              </Actions>
            </Form>
          </>
        ) : (
          <Notice kind="info" title={t(`unlock.${state}.title`)}>
            <p>{t(`unlock.${state}`)}</p>
            <Actions>
              <ButtonLink href={href('desk.accommodationKeys', lang)}>
                {t(state === 'no-key' ? 'keys.make' : 'keys.title')}
              </ButtonLink>
            </Actions>
          </Notice>
        )}
      </>
    ),
  };
}
