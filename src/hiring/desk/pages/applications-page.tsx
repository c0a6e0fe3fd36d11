import { type Lang, formatIsoDateTime, formatNumber } from '#platform/i18n';
import { Badge } from '#ui/badge';
import { Breadcrumbs } from '#ui/breadcrumbs';
import { type Column, DataTable } from '#ui/data-table';
import { EmptyState } from '#ui/empty-state';
import { Facts } from '#ui/facts';
import { PageHeading } from '#ui/heading';
import { Notice } from '#ui/notice';
import { Pagination } from '#ui/pagination';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import { type Position, listQuery } from '../listing/request.ts';
import { type Words, messages } from '../messages/index.ts';
import type { ListRequest, ListedApplication, SortKey, StatusCounts } from '../model.ts';
import { statuses } from '../rules.ts';
import { ListFilters } from './list-filters.tsx';
import { statusTones, zoneName } from './labels.ts';

export type ApplicationsView = {
  lang: Lang;
  postingId: string;
  postingTitle: string;
  timeZone: string;
  request: ListRequest;
  /** Of this page, for the other language's address of the same page. */
  position: Position;
  seesIdentity: boolean;
  maySendNotices: boolean;
  counts: StatusCounts;
  rows: readonly ListedApplication[];
  previous: Position;
  next: Position;
  restarted: boolean;
};

/** The applications to a posting. */
export function applicationsPage(view: ApplicationsView): Page {
  const { lang, postingId, postingTitle, request, rows } = view;
  const t = messages(lang);
  const paths = hrefs('desk.applications', { posting: postingId });
  const query = listQuery(request, view.restarted ? null : view.position);
  const total = totalOf(view);
  return {
    lang,
    area: 'desk',
    title: t('application.crumb', { title: postingTitle }),
    alternates: { en: paths.en + query, fr: paths.fr + query },
    body: (
      <>
        <Breadcrumbs
          items={[{ href: href('desk.processes', lang), label: t('processes.title') }]}
        />
        <PageHeading kicker={postingTitle} title={t('list.title')}>
          {view.maySendNotices && (
            <p>
              <a href={href('desk.notices', lang, { posting: postingId })}>{t('list.notices')}</a>
            </p>
          )}
        </PageHeading>
        {view.restarted && (
          <Notice kind="info" outcome>
            <p>{t('list.restarted')}</p>
          </Notice>
        )}
        <Counts view={view} t={t} />
        <ListFilters
          lang={lang}
          path={paths[lang]}
          request={request}
          seesIdentity={view.seesIdentity}
        />
        {rows.length > 0 ? (
          <>
            <p>
              {t('list.shown', {
                shown: rows.length,
                total,
                zone: zoneName(lang, view.timeZone),
              })}
            </p>
            <DataTable
              caption={t('list.title')}
              captionHidden
              columns={columns(t, view, paths[lang])}
              rows={rows}
              rowKey={({ id }) => id}
            />
          </>
        ) : (
          <Empty view={view} t={t} path={paths[lang]} total={total} />
        )}
        <Pagination
          previous={view.previous && paths[lang] + listQuery(request, view.previous)}
          next={view.next && paths[lang] + listQuery(request, view.next)}
        />
      </>
    ),
  };
}

/** Applications that fit search and filters, on this page or another. */
function totalOf({ request, counts }: ApplicationsView): number {
  const wanted = request.status ? [request.status] : statuses;
  return wanted.reduce((sum, status) => sum + counts[status], 0);
}

/** How many there are of each status; each leads to them. */
function Counts({ view, t }: { view: ApplicationsView; t: Words }) {
  const { lang, postingId, request, counts } = view;
  const path = href('desk.applications', lang, { posting: postingId });
  return (
    <nav aria-label={t('list.counts')}>
      <Facts
        inline
        items={statuses.map((status) => ({
          term: t(`status.${status}`),
          detail: (
            <a
              href={path + listQuery({ ...request, status })}
              aria-current={request.status === status ? 'true' : undefined}
            >
              {t.rich('list.count.link', {
                status: t(`status.${status}`),
                count: () => <>{formatNumber(counts[status], lang)}</>,
                hidden: (children) => <span class="visually-hidden">{children}</span>,
              })}
            </a>
          ),
        }))}
      />
    </nav>
  );
}

function Empty(props: { view: ApplicationsView; t: Words; path: string; total: number }) {
  const { view, t, path, total } = props;
  const { request } = view;
  const filtered = request.search || request.status || request.correspondence;
  const reason = total > 0 ? 'end' : filtered ? 'filtered' : 'first';
  const target = reason === 'end' ? path + listQuery(request) : path;
  return (
    <EmptyState title={t('list.none.title')}>
      <p>
        {t.rich(`list.none.${reason}`, { link: (children) => <a href={target}>{children}</a> })}
      </p>
    </EmptyState>
  );
}

function columns(t: Words, view: ApplicationsView, path: string): Column<ListedApplication>[] {
  const { lang, request, timeZone } = view;
  // The list's address goes along, so that the application can lead back and on.
  const context = listQuery(request);
  const open = (id: string): string => href('desk.application', lang, { id }) + context;
  const sort = (key: SortKey): Column<ListedApplication>['sort'] => {
    const current = request.sort === key ? request.direction : null;
    // What is read first is the newest application, but the first name.
    const direction =
      current === null
        ? key === 'submitted'
          ? 'descending'
          : 'ascending'
        : current === 'ascending'
          ? 'descending'
          : 'ascending';
    return { href: path + listQuery({ ...request, sort: key, direction }), direction: current };
  };
  const name: Column<ListedApplication> = {
    key: 'name',
    header: t('list.name'),
    rowHeader: true,
    sort: sort('name'),
    cell: ({ id, identity }) => (
      <>
        <a href={open(id)}>
          <bdi>{identity?.name}</bdi>
        </a>
        {identity?.sharesEmail && (
          <>
            {' '}
            <Badge tone="warning">{t('list.sameEmail')}</Badge>
          </>
        )}
      </>
    ),
  };
  const reference: Column<ListedApplication> = {
    key: 'reference',
    header: t('list.reference'),
    rowHeader: !view.seesIdentity,
    fit: true,
    sort: sort('reference'),
    cell: ({ id, reference }) =>
      view.seesIdentity ? reference : <a href={open(id)}>{reference}</a>,
  };
  const rest: Column<ListedApplication>[] = [
    {
      key: 'submitted',
      header: t('list.submitted'),
      fit: true,
      sort: sort('submitted'),
      cell: ({ submittedAt, withinGrace }) => (
        <>
          <time dateTime={submittedAt.toISOString()}>
            {formatIsoDateTime(submittedAt, timeZone)}
          </time>
          {withinGrace && (
            <>
              {' '}
              <Badge tone="neutral">{t('list.withinGrace')}</Badge>
            </>
          )}
        </>
      ),
    },
    {
      key: 'status',
      header: t('list.status'),
      fit: true,
      sort: sort('status'),
      cell: ({ status }) => <Badge tone={statusTones[status]}>{t(`status.${status}`)}</Badge>,
    },
    {
      key: 'correspondence',
      header: t('list.correspondence'),
      cell: ({ correspondence }) => t(`lang.${correspondence}`),
    },
  ];
  const email: Column<ListedApplication> = {
    key: 'email',
    header: t('list.email'),
    cell: ({ identity }) => identity?.email,
  };
  return view.seesIdentity ? [name, reference, ...rest, email] : [reference, ...rest];
}
