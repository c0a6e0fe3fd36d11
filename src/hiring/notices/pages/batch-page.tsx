import { isolated } from '#hiring/desk';
import { type Lang, formatIsoDateTime } from '#platform/i18n';
import { DataTable } from '#ui/data-table';
import { Disclosure } from '#ui/disclosure';
import { Facts } from '#ui/facts';
import { PageHeading } from '#ui/heading';
import { Notice } from '#ui/notice';
import { Pagination } from '#ui/pagination';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import { type Words, messages } from '../messages/index.ts';
import type { Batch, BatchLetter, Process } from '../model.ts';
import type { PageOf } from '../rules.ts';
import { StateBadge, StopForm, type Told, ToldNotice } from './batch-parts.tsx';
import { LetterText } from './letter-text.tsx';
import { CrumbToNotices } from './page-head.tsx';

export type BatchView = {
  lang: Lang;
  process: Process;
  batch: Batch;
  counts: { en: number; fr: number };
  heldBack: readonly BatchLetter[];
  letters: PageOf<BatchLetter>;
  csrf: string;
  now: Date;
  told: Told | null;
};

/** One batch: where it stands, who was held back and why, and every letter. */
export function batchPage(view: BatchView): Page {
  const { lang, process, batch, letters } = view;
  const t = messages(lang);
  const posting = process.postingId;
  const paths = hrefs('desk.notice', { posting, batch: batch.id });
  const title = t('batch.title', { count: batch.count, template: t(`template.${batch.template}`) });
  const query = (page: number): string => (page > 1 ? `?page=${page}` : '');
  return {
    lang,
    area: 'desk',
    title,
    alternates: {
      en: paths.en + query(letters.page),
      fr: paths.fr + query(letters.page),
    },
    body: (
      <>
        <CrumbToNotices lang={lang} process={process} t={t} />
        <ToldNotice told={view.told} process={process} t={t} />
        <PageHeading kicker={process.title[lang]} title={title}>
          <BatchFacts view={view} t={t} />
        </PageHeading>
        {batch.state === 'waiting' && (
          <Notice kind="info" title={t('batch.stop.title')}>
            <p>
              {batch.leavesAt > view.now
                ? t('batch.stop.says', {
                    when: formatIsoDateTime(batch.leavesAt, process.timeZone),
                  })
                : t('batch.stop.now')}
            </p>
            <StopForm lang={lang} process={process} batch={batch} csrf={view.csrf} t={t} />
          </Notice>
        )}
        <HeldBackList view={view} t={t} />
        <h2>{t('batch.letters')}</h2>
        <div class="letters">
          {letters.rows.map((letter) => (
            <Disclosure key={letter.id} summary={summaryOf(letter, process, t)}>
              <LetterText letter={letter} t={t} />
            </Disclosure>
          ))}
        </div>
        <Pagination
          previous={letters.page > 1 ? paths[lang] + query(letters.page - 1) : null}
          next={letters.page < letters.pages ? paths[lang] + query(letters.page + 1) : null}
          summary={
            letters.pages > 1
              ? t('list.summary', { page: letters.page, pages: letters.pages })
              : undefined
          }
        />
      </>
    ),
  };
}

type PartProps = { view: BatchView; t: Words };

function BatchFacts({ view, t }: PartProps) {
  const { batch, counts, process } = view;
  const { confirmedAt, preparedBy, stoppedAt, stoppedBy, leftAt, leavesAt, state } = batch;
  const moment = (at: Date): string => formatIsoDateTime(at, process.timeZone);
  const byWhom = (at: Date, who: string): string => t('list.byWhom', { when: moment(at), who });
  return (
    <Facts
      inline
      items={[
        { term: t('list.state'), detail: <StateBadge state={state} t={t} /> },
        { term: t('batch.languages'), detail: t('batch.languages.says', counts) },
        { term: t('batch.confirmed'), detail: byWhom(confirmedAt, preparedBy) },
        { term: t('batch.stopped'), detail: stoppedAt && byWhom(stoppedAt, stoppedBy ?? '') },
        { term: t('batch.left'), detail: leftAt && moment(leftAt) },
        { term: t('batch.leaves'), detail: leftAt || stoppedAt ? null : moment(leavesAt) },
      ]}
    />
  );
}

function HeldBackList({ view, t }: PartProps) {
  const { lang, heldBack } = view;
  if (heldBack.length === 0) return null;
  return (
    <>
      <h2>{t('batch.heldBack.title')}</h2>
      <p>{t('batch.heldBack.says')}</p>
      <DataTable
        caption={t('batch.heldBack.title')}
        captionHidden
        columns={[
          {
            key: 'name',
            header: t('batch.name'),
            rowHeader: true,
            cell: ({ applicationId: id, name }) => (
              <a href={href('desk.application', lang, { id })}>
                <bdi>{name}</bdi>
              </a>
            ),
          },
          {
            key: 'reference',
            header: t('batch.reference'),
            fit: true,
            cell: (one) => one.reference,
          },
          {
            key: 'why',
            header: t('batch.why'),
            cell: (one) => one.heldBack && t(`batch.heldBack.${one.heldBack}`),
          },
        ]}
        rows={heldBack}
        rowKey={({ id }) => id}
      />
    </>
  );
}

function summaryOf(letter: BatchLetter, process: Process, t: Words): string {
  const args = { name: isolated(letter.name), reference: letter.reference };
  if (letter.heldBack) return t('batch.letter.heldBack', args);
  if (!letter.leftAt) return t('batch.letter.waiting', args);
  const when = formatIsoDateTime(letter.leftAt, process.timeZone);
  return t('batch.letter.left', { ...args, when });
}
