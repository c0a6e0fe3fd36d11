import { type Lang, formatIsoDateTime } from '#platform/i18n';
import { Badge } from '#ui/badge';
import { type Column, DataTable } from '#ui/data-table';
import { EmptyState } from '#ui/empty-state';
import { Actions, ButtonLink } from '#ui/form';
import { PageHeading } from '#ui/heading';
import { Notice } from '#ui/notice';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { type Words, words } from '../messages.ts';
import type { ContentFile, Posting } from '../model.ts';
import { problemWords } from '../problem-words.ts';
import type { ContentProblem } from '../problem.ts';
import { type PostingState, isPublic, stationOf } from '../rules/lifecycle.ts';
import { defaultTimeZone } from '#hiring/process-facts';

type Content = Pick<Catalogue, 'files' | 'problems' | 'byId' | 'waitingSince'>;
type StateOf = (posting: Posting) => PostingState;

/** For staff: every file of the content folder, and what its author has to put right. */
export function contentPage(
  lang: Lang,
  content: Content,
  stateOf: StateOf,
  { mayEdit }: { mayEdit: boolean },
): Page {
  const t = words(lang);
  const { files, problems } = content;
  const shown = files.filter((one) => one.shown).length;
  const of = (severity: ContentProblem['severity']): ContentProblem[] =>
    problems.filter((one) => one.severity === severity);
  const [blocking, warnings] = [of('blocking'), of('warning')];
  return {
    lang,
    area: 'desk',
    title: t('content.title'),
    alternates: hrefs('desk.postings'),
    body: (
      <>
        <PageHeading
          title={t('content.title')}
          lead={t('content.lead', { shown, rest: files.length - shown })}
        />
        {mayEdit && (
          <Actions>
            <ButtonLink href={href('desk.postingNew', lang)}>{t('content.new')}</ButtonLink>
          </Actions>
        )}
        {content.waitingSince && (
          <Notice kind="warning" title={t('content.waiting.title')}>
            <p>{t('content.waiting.body', { when: moment(content.waitingSince) })}</p>
          </Notice>
        )}
        {problems.length === 0 && (
          <EmptyState title={t('content.clear.title')}>
            <p>{t('content.clear.body')}</p>
          </EmptyState>
        )}
        {blocking.length > 0 && (
          <section>
            <h2>{t('content.blocking')}</h2>
            <p>{t('content.blocking.body')}</p>
            <Problems caption={t('content.blocking')} problems={blocking} files={files} t={t} />
          </section>
        )}
        {warnings.length > 0 && (
          <section>
            <h2>{t('content.warnings')}</h2>
            <Problems caption={t('content.warnings')} problems={warnings} files={files} t={t} />
          </section>
        )}
        {files.length > 0 && (
          <section>
            <h2>{t('content.files')}</h2>
            <Files content={content} stateOf={stateOf} t={t} />
          </section>
        )}
      </>
    ),
  };
}

type ProblemsProps = {
  caption: string;
  problems: readonly ContentProblem[];
  files: readonly ContentFile[];
  t: Words;
};

function Problems({ caption, problems, files, t }: ProblemsProps) {
  const postingOf = new Map(files.map(({ file, postingId }) => [file, postingId]));
  const columns: Column<ContentProblem>[] = [
    {
      key: 'file',
      header: t('column.file'),
      rowHeader: true,
      cell: (row) => (
        <>
          {row.file === '' ? t('content.folder') : row.file}
          {row.line !== null && (
            <>
              <br />
              <small>{placeWords(row.line, row.column, t)}</small>
            </>
          )}
          <PostingLink postingId={postingOf.get(row.file) ?? null} t={t} />
        </>
      ),
    },
    {
      key: 'reason',
      header: t('column.reason'),
      cell: ({ reason }) => (
        <>
          {problemWords(reason, t.lang).reason}
          {reason.kind === 'bad-yaml' && reason.text !== '' && (
            <>
              <br />
              <code>{reason.text}</code>
            </>
          )}
        </>
      ),
    },
    {
      key: 'remedy',
      header: t('column.remedy'),
      cell: ({ reason, lastGoodSince }) => (
        <>
          {problemWords(reason, t.lang).remedy}
          {lastGoodSince && ` ${t('content.lastGood', { when: moment(lastGoodSince) })}`}
        </>
      ),
    },
  ];
  const rowKey = ({ file, line, reason }: ContentProblem): string =>
    `${file}:${line ?? ''}:${JSON.stringify(reason)}`;
  return (
    <DataTable caption={caption} captionHidden columns={columns} rows={problems} rowKey={rowKey} />
  );
}

/** The way to where a posting can be edited, compared and published with a reason. */
function PostingLink({ postingId, t }: { postingId: string | null; t: Words }) {
  if (postingId === null) return null;
  return (
    <>
      <br />
      <a href={href('desk.postingHistory', t.lang, { posting: postingId })}>{t('content.page')}</a>
    </>
  );
}

type FilesProps = { content: Content; stateOf: StateOf; t: Words };

function Files({ content, stateOf, t }: FilesProps) {
  const columns: Column<ContentFile>[] = [
    { key: 'file', header: t('column.file'), rowHeader: true, cell: ({ file }) => file },
    { key: 'title', header: t('column.title'), cell: (row) => titleOf(row, content, stateOf) },
    {
      key: 'state',
      header: t('column.state'),
      cell: (row) => stationWords(row, content, stateOf, t),
    },
    {
      key: 'shown',
      header: t('column.shown'),
      cell: ({ shown, postingId }) =>
        shown ? (
          <Badge tone="success">{t('content.shown')}</Badge>
        ) : (
          <Badge tone="warning">
            {postingId && content.byId(postingId) ? t('content.earlier') : t('content.kept')}
          </Badge>
        ),
    },
  ];
  return (
    <DataTable
      caption={t('content.files')}
      captionHidden
      columns={columns}
      rows={content.files}
      rowKey={({ file }) => file}
    />
  );
}

/** Where the posting of a file stands, and the way to its versions. */
function stationWords({ postingId }: ContentFile, content: Content, stateOf: StateOf, t: Words) {
  if (postingId === null) return '—';
  const posting = content.byId(postingId);
  return (
    <>
      {posting && t(`content.station.${stationOf(posting, stateOf(posting))}`)}{' '}
      <a href={href('desk.postingHistory', t.lang, { posting: postingId })}>
        {t('content.history')}
      </a>
    </>
  );
}

/** The title, in the file's own language; a link where it has a public page. */
function titleOf(row: ContentFile, content: Content, stateOf: StateOf) {
  if (row.title === null) return '—';
  const lang: Lang = row.file.startsWith('fr/') ? 'fr' : 'en';
  // Without a posting id, `byId` is not asked: it may have nothing to answer from.
  const posting = row.postingId === null ? null : content.byId(row.postingId);
  if (!posting || !isPublic(stateOf(posting))) return <span lang={lang}>{row.title}</span>;
  return (
    <a href={href('postings.show', lang, { slug: posting.slugs[lang] })} lang={lang}>
      {row.title}
    </a>
  );
}

function placeWords(line: number, column: number | null, t: Words): string {
  return column === null ? t('content.line', { line }) : t('content.lineColumn', { line, column });
}

function moment(instant: Date): string {
  return formatIsoDateTime(instant, defaultTimeZone);
}
