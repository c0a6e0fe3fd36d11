import { type Lang, formatIsoDate, formatIsoDateTime, formatNumber } from '#platform/i18n';
import { Badge, type BadgeTone } from '#ui/badge';
import { type Column, DataTable } from '#ui/data-table';
import { EmptyState } from '#ui/empty-state';
import { Filters } from '#ui/filters';
import { Select, TextField } from '#ui/form';
import { PageHeading } from '#ui/heading';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import { processQuery } from '../listing/arrange-processes.ts';
import { type Words, messages } from '../messages/index.ts';
import type { ProcessFilter, ProcessRow } from '../model.ts';

export type ProcessesView = {
  lang: Lang;
  filter: ProcessFilter;
  rows: readonly ProcessRow[];
  /** Whether there is any process at all, shown or not. */
  any: boolean;
};

/** Every process with its counts: where a day on the desk begins. */
export function processesPage({ lang, filter, rows, any }: ProcessesView): Page {
  const t = messages(lang);
  const path = href('desk.processes', lang);
  const filtered = processQuery(filter) !== '';
  const paths = hrefs('desk.processes');
  const query = processQuery(filter);
  const count = rows.length;
  return {
    lang,
    area: 'desk',
    title: t('processes.title'),
    alternates: { en: paths.en + query, fr: paths.fr + query },
    body: (
      <>
        <PageHeading title={t('processes.title')} lead={t('processes.lead')} />
        <Filters
          action={path}
          label={t('processes.filters')}
          active={filter.show === 'all' ? 0 : 1}
          clearHref={filtered ? path : null}
          search={
            <TextField name="q" type="search" label={t('processes.search')} value={filter.search} />
          }
        >
          <Select
            name="show"
            label={t('processes.show')}
            value={filter.show}
            options={shown.map((value) => ({ value, label: t(`processes.show.${value}`) }))}
          />
        </Filters>
        {count > 0 ? (
          <>
            <p>{t('processes.count', { count })}</p>
            <DataTable
              caption={t('processes.title')}
              captionHidden
              columns={columns(t, lang)}
              rows={rows}
              rowKey={({ postingId }) => postingId}
            />
          </>
        ) : (
          <EmptyState title={t('processes.none.title')}>
            <p>
              {any
                ? t.rich('processes.none.filtered', {
                    link: (children) => <a href={path}>{children}</a>,
                  })
                : t('processes.none.first')}
            </p>
          </EmptyState>
        )}
      </>
    ),
  };
}

const shown = ['all', 'open', 'received'] as const satisfies readonly ProcessFilter['show'][];

const stateTones = {
  draft: 'neutral',
  scheduled: 'neutral',
  open: 'success',
  'closing-soon': 'warning',
  closed: 'neutral',
  evergreen: 'success',
  withdrawn: 'neutral',
} as const satisfies Record<ProcessRow['state'], BadgeTone>;

function columns(t: Words, lang: Lang): Column<ProcessRow>[] {
  const count = (
    key: string,
    header: string,
    of: (row: ProcessRow) => number,
  ): Column<ProcessRow> => ({
    key,
    header,
    align: 'end',
    cell: (row) => formatNumber(of(row), lang),
  });
  return [
    {
      key: 'posting',
      header: t('processes.posting'),
      rowHeader: true,
      cell: ({ postingId, title }) => (
        <a href={href('desk.applications', lang, { posting: postingId })}>{title[lang]}</a>
      ),
    },
    {
      key: 'state',
      header: t('processes.state'),
      fit: true,
      cell: ({ state }) => <Badge tone={stateTones[state]}>{t(`state.${state}`)}</Badge>,
    },
    {
      key: 'closes',
      header: t('processes.closes'),
      fit: true,
      cell: ({ closesAt, timeZone }) => closesAt && formatIsoDate(closesAt, timeZone),
    },
    count('received', t('status.received'), ({ counts }) => counts.received),
    count('screened-in', t('status.screened-in'), ({ counts }) => counts['screened-in']),
    count('screened-out', t('status.screened-out'), ({ counts }) => counts['screened-out']),
    count('withdrawn', t('status.withdrawn'), ({ counts }) => counts.withdrawn),
    count('total', t('processes.total'), ({ counts }) =>
      Object.values(counts).reduce((sum, of) => sum + of, 0),
    ),
    {
      key: 'newest',
      header: t('processes.newest'),
      fit: true,
      cell: ({ newestAt, timeZone }) => newestAt && formatIsoDateTime(newestAt, timeZone),
    },
  ];
}
