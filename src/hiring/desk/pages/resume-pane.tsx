import { formatBytes } from '#platform/i18n';
import { Facts } from '#ui/facts';
import { ButtonLink } from '#ui/form';
import { Notice } from '#ui/notice';
import { Prose } from '#ui/prose';
import { Pane } from '#ui/split';
import { href } from '#web/routes.ts';
import type { Words } from '../messages/index.ts';
import type { ApplicationView } from './application-view.ts';
import { DocumentText } from './document-text.tsx';

/** The résumé, to read here and to download. Nothing for those who may not read it. */
export function ResumePane({ view, t }: { view: ApplicationView; t: Words }) {
  const { lang, application, resume: content } = view;
  const { id, resume } = application;
  if (content?.kind === 'none') {
    return (
      <Pane id="resume-title" title={t('resume.title')}>
        <p>{t('resume.none')}</p>
      </Pane>
    );
  }
  if (!resume || !content) return null;
  const type = resume.type.toUpperCase();
  return (
    <Pane
      id="resume-title"
      title={t('resume.title')}
      scroll={content.kind === 'text'}
      actions={
        content.kind !== 'missing' &&
        content.kind !== 'infected' && (
          <ButtonLink
            variant="secondary"
            small
            href={href('desk.resumeDownload', lang, { id })}
            download
          >
            {t('resume.download', { type, size: formatBytes(resume.sizeBytes, lang) })}
          </ButtonLink>
        )
      }
    >
      <Facts
        inline
        items={[
          { term: t('resume.name'), detail: <bdi>{resume.name}</bdi> },
          { term: t('resume.scan'), detail: t(`resume.scan.${resume.scan}`) },
        ]}
      />
      <Content view={view} t={t} />
    </Pane>
  );
}

function Content({ view, t }: { view: ApplicationView; t: Words }) {
  const { lang, application, resume } = view;
  const page = href('desk.application', lang, { id: application.id });
  switch (resume?.kind) {
    case undefined:
    case 'none':
      return null;
    case 'pdf': {
      const src = href('desk.resume', lang, { id: application.id });
      // Read by PDF viewers: the page across the width, no list of pages beside it.
      const shown = '#navpanes=0&view=FitH';
      return (
        <>
          <iframe
            class="document-frame"
            src={src + shown}
            title={t('resume.frame')}
            width="100%"
            height="720"
            loading="lazy"
          />
          <p>{t.rich('resume.open', { link: (children) => <a href={src}>{children}</a> })}</p>
          <p>
            <a href={`${page}?resume=text#resume-title`}>{t('resume.asText')}</a>
          </p>
        </>
      );
    }
    case 'text':
      return (
        <Prose>
          <p>{resume.blocks.length > 0 ? t('resume.note') : t('resume.empty')}</p>
          <DocumentText blocks={resume.blocks} />
          {resume.truncated && <p>{t('resume.truncated')}</p>}
          {application.resume?.type === 'pdf' && (
            <p>
              <a href={`${page}#resume-title`}>{t('resume.asPdf')}</a>
            </p>
          )}
        </Prose>
      );
    case 'unreadable':
      return (
        <Notice kind="warning">
          <p>{t('resume.failed')}</p>
        </Notice>
      );
    case 'infected':
      return (
        <Notice kind="danger">
          <p>{t('resume.infected')}</p>
        </Notice>
      );
    case 'missing':
      return (
        <Notice kind="danger">
          <p>{t('resume.missing')}</p>
        </Notice>
      );
  }
}
