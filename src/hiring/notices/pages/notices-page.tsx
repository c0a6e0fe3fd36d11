import { type Lang, formatIsoDateTime, formatNumber } from '#platform/i18n';
import { Breadcrumbs } from '#ui/breadcrumbs';
import { type Column, DataTable } from '#ui/data-table';
import { ErrorSummary, titleWithProblems } from '#ui/form';
import { PageHeading } from '#ui/heading';
import { Pagination } from '#ui/pagination';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import { type Words, messages } from '../messages/index.ts';
import type { Batch, Process } from '../model.ts';
import type { PageOf } from '../rules.ts';
import { StateBadge, StopForm, type Told, ToldNotice } from './batch-parts.tsx';
import { DraftFields, type DraftForm, draftProblems } from './draft-form.tsx';

export type NoticesView = {
  lang: Lang;
  process: Process;
  batches: PageOf<Batch>;
  form: DraftForm;
  /** The one application that this is about, where it is about one. */
  about: { id: string; reference: string } | null;
  told: Told | null;
};

/** What was sent in a process and what waits, and the form for more. */
export function noticesPage(view: NoticesView): Page {
  const { lang, process, batches, form, about } = view;
  const t = messages(lang);
  const posting = process.postingId;
  const paths = hrefs('desk.notices', { posting });
  const query = queryOf(about, batches.page);
  const problems = draftProblems(lang, form);
  const to = (page: number): string => paths[lang] + queryOf(about, page);
  return {
    lang,
    area: 'desk',
    title: titleWithProblems(
      lang,
      t('batch.crumb', { title: process.title[lang] }),
      problems.length,
    ),
    alternates: { en: paths.en + query, fr: paths.fr + query },
    body: (
      <>
        <Breadcrumbs
          items={[
            {
              href: href('desk.applications', lang, { posting }),
              label: t('list.applications', { title: process.title[lang] }),
            },
          ]}
        />
        <ErrorSummary problems={problems} />
        <ToldNotice told={view.told} process={process} t={t} />
        <PageHeading kicker={process.title[lang]} title={t('list.title')} lead={t('list.lead')} />
        <h2>{t('list.sent')}</h2>
        {batches.total === 0 ? (
          <p>{t('list.none')}</p>
        ) : (
          <DataTable
            caption={t('list.sent')}
            captionHidden
            columns={columns(view, t)}
            rows={batches.rows}
            rowKey={({ id }) => id}
          />
        )}
        <Pagination
          previous={batches.page > 1 ? to(batches.page - 1) : null}
          next={batches.page < batches.pages ? to(batches.page + 1) : null}
        />
        <h2>{t('write.title')}</h2>
        {about && <p>{t('write.about', { reference: about.reference })}</p>}
        <DraftFields lang={lang} action={paths[lang]} form={form} />
      </>
    ),
  };
}

function queryOf(about: NoticesView['about'], page: number): string {
  const query = new URLSearchParams();
  if (about) query.set('application', about.id);
  if (page > 1) query.set('page', String(page));
  return query.size > 0 ? `?${query.toString()}` : '';
}

function columns({ lang, process, form }: NoticesView, t: Words): Column<Batch>[] {
  const moment = (at: Date): string => formatIsoDateTime(at, process.timeZone);
  return [
    {
      key: 'template',
      header: t('list.template'),
      rowHeader: true,
      cell: ({ id, template }) => (
        <a href={href('desk.notice', lang, { posting: process.postingId, batch: id })}>
          {t(`template.${template}`)}
        </a>
      ),
    },
    {
      key: 'count',
      header: t('list.count'),
      align: 'end',
      cell: ({ count }) => formatNumber(count, lang),
    },
    {
      key: 'by',
      header: t('list.by'),
      cell: ({ confirmedAt, preparedBy }) =>
        t('list.byWhom', { when: moment(confirmedAt), who: preparedBy }),
    },
    {
      key: 'state',
      header: t('list.state'),
      cell: (batch) => (
        <div class="cell-stack">
          <StateBadge state={batch.state} t={t} />
          {batch.state === 'waiting' && (
            <p>{t('state.waiting.when', { when: moment(batch.leavesAt) })}</p>
          )}
          {batch.heldBack > 0 && <p>{t('state.heldBack', { count: batch.heldBack })}</p>}
          {batch.state === 'waiting' && (
            <StopForm lang={lang} process={process} batch={batch} csrf={form.carried.csrf} t={t} />
          )}
        </div>
      ),
    },
  ];
}
