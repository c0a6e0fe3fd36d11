import { defaultTimeZone as timeZone } from '#hiring/postings';
import { type Lang, formatIsoDateTime } from '#platform/i18n';
import { Breadcrumbs } from '#ui/breadcrumbs';
import { type Column, DataTable } from '#ui/data-table';
import { PageHeading } from '#ui/heading';
import { Notice } from '#ui/notice';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import type { Certificate } from '../disposal/certificate.ts';
import type { ChainState } from '../disposal/certificates.ts';
import { type Words, messages } from '../messages/index.ts';
import { termOf } from '../notice/notice.ts';
import type { RetentionRule, Schedule } from '../schedule/schedule.ts';

export type DisposalsView = {
  lang: Lang;
  schedule: Schedule;
  due: readonly { rule: string; due: number; held: number }[];
  chain: ChainState;
  certificates: readonly Certificate[];
};

/** Whether the certificates hold, what each rule says and has due, and the latest certificates. */
export function disposalsPage(view: DisposalsView): Page {
  const { lang, chain, schedule } = view;
  const t = messages(lang);
  return {
    lang,
    area: 'desk',
    title: t('disposals.title'),
    alternates: hrefs('desk.disposals'),
    body: (
      <>
        <Breadcrumbs items={[{ href: href('desk.privacy', lang), label: t('desk.title') }]} />
        <PageHeading title={t('disposals.title')} lead={t('disposals.lead')} />
        <Chain chain={chain} t={t} />
        <h2>{t('disposals.due')}</h2>
        <DataTable
          caption={t('disposals.due')}
          captionHidden
          columns={ruleColumns(view, t)}
          rows={schedule.rules}
          rowKey={({ id }) => id}
        />
        {view.certificates.length > 0 && (
          <>
            <h2>{t('disposals.certificates')}</h2>
            <DataTable
              caption={t('disposals.certificates')}
              captionHidden
              columns={certificateColumns(schedule, t)}
              rows={view.certificates}
              rowKey={({ hash }) => hash}
            />
          </>
        )}
      </>
    ),
  };
}

function Chain({ chain: { count, lastHash, fault }, t }: { chain: ChainState; t: Words }) {
  if (fault) {
    const problem = t(`fault.${fault.problem}`);
    return (
      <Notice kind="danger">
        <p>{t('disposals.broken', { number: fault.number, problem })}</p>
      </Notice>
    );
  }
  if (count === 0) return <p>{t('disposals.empty')}</p>;
  return (
    <Notice kind="success">
      <p>
        {t('disposals.whole', { count, hash: '' })}
        <code>{grouped(lastHash)}</code>
      </p>
    </Notice>
  );
}

function ruleColumns({ lang, due }: DisposalsView, t: Words): Column<RetentionRule>[] {
  const counts = new Map(due.map((one) => [one.rule, one]));
  return [
    { key: 'rule', header: t('disposals.rule'), rowHeader: true, cell: ({ what }) => what[lang] },
    { key: 'term', header: t('disposals.term'), cell: (rule) => termOf(rule, lang) },
    {
      key: 'due',
      header: t('disposals.dueNow'),
      align: 'end',
      cell: ({ id }) => counts.get(id)?.due ?? '—',
    },
    {
      key: 'held',
      header: t('disposals.heldNow'),
      align: 'end',
      cell: ({ id }) => counts.get(id)?.held ?? '—',
    },
  ];
}

function certificateColumns(schedule: Schedule, t: Words): Column<Certificate>[] {
  const names = new Map(schedule.rules.map(({ id, what }) => [id, what[t.lang]]));
  return [
    {
      key: 'number',
      header: t('disposals.number'),
      rowHeader: true,
      align: 'end',
      cell: ({ number }) => number,
    },
    {
      key: 'when',
      header: t('disposals.when'),
      fit: true,
      cell: ({ disposedAt }) => formatIsoDateTime(disposedAt, timeZone),
    },
    { key: 'rule', header: t('disposals.rule'), cell: ({ rule }) => names.get(rule) ?? rule },
    {
      key: 'counts',
      header: t('disposals.counts'),
      cell: ({ counts }) => (
        <ul>
          {Object.entries(counts).map(([table, count]) => (
            <li key={table}>
              {table === 'files'
                ? t('disposals.files', { count })
                : t('disposals.count', { count, table })}
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: 'cause',
      header: t('disposals.cause'),
      cell: ({ cause }) => t(`disposals.cause.${cause}`),
    },
    {
      key: 'hash',
      header: t('disposals.hash'),
      cell: ({ hash }) => <code>{hash.slice(0, 12)}</code>,
    },
  ];
}

/** A hash that can break over lines. */
function grouped(hash: string): string {
  return hash.replaceAll(/(.{8})(?=.)/g, '$1\u200B');
}
