import { type Publication, compareVersions, summaryOf } from '#hiring/postings';
import type { Lifecycle, Posting } from '#hiring/postings';
import { type Lang, type Localized, formatIsoDateTime } from '#platform/i18n';
import { Breadcrumbs } from '#ui/breadcrumbs';
import { type Column, DataTable } from '#ui/data-table';
import { Facts } from '#ui/facts';
import { Actions, Button, ButtonLink, ErrorSummary, Form, Select } from '#ui/form';
import { PageHeading } from '#ui/heading';
import { Notice } from '#ui/notice';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import { type Words, messages } from '../messages/index.ts';
import { comparing } from './compare-page.tsx';
import { type HeldView, HeldPane, overrideProblems } from './held-pane.tsx';
import type { Override } from './list-overrides.ts';
import { OverridesPane } from './overrides-pane.tsx';

export type HistoryView = {
  lang: Lang;
  postingId: string;
  title: Localized;
  timeZone: string;
  /** As it is on the site or on the desk; null where it is held or withdrawn. */
  posting: { slugs: Posting['slugs']; lifecycle: Lifecycle; public: boolean } | null;
  held: HeldView | null;
  publications: readonly Publication[];
  overrides: readonly Override[];
  mayEdit: boolean;
  /** What to tell of a form that was just sent. */
  told: 'done' | 'gone' | null;
};

/** A posting for those who publish it: where it stands, what is held back, every version. */
export function historyPage(view: HistoryView): Page {
  const { lang, postingId, title, posting, publications, told } = view;
  const t = messages(lang);
  return {
    lang,
    area: 'desk',
    title: title[lang],
    alternates: hrefs('desk.postingHistory', { posting: postingId }),
    body: (
      <>
        <Breadcrumbs items={[{ href: href('desk.postings', lang), label: t('posting.all') }]} />
        <PageHeading title={title[lang]} />
        {told && (
          <Notice kind={told === 'done' ? 'success' : 'warning'} outcome>
            <p>{t(`posting.override.${told}`)}</p>
          </Notice>
        )}
        {view.held && <ErrorSummary problems={overrideProblems(view.held, t)} />}
        <Facts
          items={[
            {
              term: t('posting.state'),
              detail: t(`posting.lifecycle.${posting?.lifecycle ?? 'none'}`),
            },
            {
              term: t('posting.public'),
              detail: posting?.public && (
                <a href={href('postings.show', lang, { slug: posting.slugs[lang] })}>
                  {title[lang]}
                </a>
              ),
            },
            {
              term: t('posting.applications'),
              detail: publications.length > 0 && (
                <a href={href('desk.applications', lang, { posting: postingId })}>
                  {t('posting.applications.see')}
                </a>
              ),
            },
          ]}
        />
        {view.mayEdit && (
          <Actions>
            <ButtonLink href={href('desk.postingEdit', lang, { posting: postingId })}>
              {t('posting.edit')}
            </ButtonLink>
          </Actions>
        )}
        {view.held && <HeldPane view={view} held={view.held} t={t} />}
        <section>
          <h2>{t('posting.versions')}</h2>
          {publications.length === 0 ? (
            <p>{t('posting.versions.none')}</p>
          ) : (
            <DataTable
              caption={t('posting.versions')}
              captionHidden
              columns={columns(view, t)}
              rows={publications}
              rowKey={({ since, versionHash }) => `${since.toISOString()} ${versionHash ?? ''}`}
            />
          )}
        </section>
        <CompareForm view={view} t={t} />
        <OverridesPane view={view} t={t} />
      </>
    ),
  };
}

function columns(view: HistoryView, t: Words): Column<Publication>[] {
  const { lang, timeZone, postingId, publications } = view;
  const before = (row: Publication): Publication | undefined =>
    publications.slice(publications.indexOf(row) + 1).find(({ pair }) => pair !== null);
  return [
    {
      key: 'since',
      header: t('posting.column.since'),
      rowHeader: true,
      fit: true,
      cell: ({ since }) => formatIsoDateTime(since, timeZone),
    },
    {
      key: 'what',
      header: t('posting.column.what'),
      cell: (row) => (
        <>
          {whatChanged(row, before(row), t)}
          {row.pair && !row.advertised && (
            <>
              <br />
              <small>{t('posting.neverPublic')}</small>
            </>
          )}
        </>
      ),
    },
    {
      key: 'commit',
      header: t('posting.column.commit'),
      cell: (row) => commitOf(row, timeZone, t),
    },
    {
      key: 'compare',
      header: t('posting.column.compare'),
      cell: (row) => {
        const earlier = before(row)?.versionHash;
        if (!row.pair || !row.versionHash || !earlier || earlier === row.versionHash) return '—';
        const path = href('desk.postingChanges', lang, { posting: postingId });
        const query = comparing({ versionHash: earlier }, row);
        return <a href={path + query}>{t('posting.compare.before')}</a>;
      },
    },
  ];
}

function whatChanged(row: Publication, before: Publication | undefined, t: Words): string {
  if (row.versionHash === null) return t('posting.withdrawn');
  if (!before?.pair) return t('posting.first');
  if (before.versionHash === row.versionHash) return t('posting.resumed');
  return row.pair
    ? summaryOf(compareVersions(before.pair, row.pair, t.lang, 'staff'), t.lang)
    : '—';
}

function commitOf({ commit, uncommitted }: Publication, timeZone: string, t: Words) {
  const known = commit && (
    <span title={commit.id}>
      {t('posting.commit', {
        commit: commit.id.slice(0, 10),
        author: commit.author,
        when: formatIsoDateTime(commit.at, timeZone),
      })}
    </span>
  );
  if (uncommitted) return t('posting.uncommitted');
  return known ?? t('posting.noCommit');
}

function CompareForm({ view, t }: { view: HistoryView; t: Words }) {
  const { lang, postingId, timeZone, publications } = view;
  const seen = new Set<string>();
  const options = publications.flatMap(({ versionHash, since, pair }) => {
    if (!versionHash || !pair || seen.has(versionHash)) return [];
    seen.add(versionHash);
    const label = `${formatIsoDateTime(since, timeZone)} (${versionHash.slice(0, 10)})`;
    return [{ value: versionHash, label }];
  });
  if (options.length < 3) return null;
  return (
    <section>
      <h2>{t('posting.compare.title')}</h2>
      <Form
        method="get"
        action={href('desk.postingChanges', lang, { posting: postingId })}
        label={t('posting.compare.title')}
      >
        <Select
          name="from"
          label={t('posting.compare.from')}
          options={options}
          value={options.at(-1)?.value}
        />
        <Select
          name="to"
          label={t('posting.compare.to')}
          options={options}
          value={options[0]?.value}
        />
        <Actions>
          <Button variant="secondary">{t('posting.compare.show')}</Button>
        </Actions>
      </Form>
    </section>
  );
}
