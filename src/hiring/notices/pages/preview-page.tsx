import { isolated } from '#hiring/desk';
import type { Lang } from '#platform/i18n';
import { Badge } from '#ui/badge';
import { Actions, Button, Form } from '#ui/form';
import { Notice } from '#ui/notice';
import { Pane } from '#ui/split';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import { messages } from '../messages/index.ts';
import type { Draft, Process } from '../model.ts';
import type { PageOf } from '../rules.ts';
import type { Written } from '../write-letters.ts';
import { type Carried, CarriedFields } from './carried.tsx';
import { ChangedNotice } from './changed-notice.tsx';
import { LetterText } from './letter-text.tsx';
import { StepPages } from './step-pages.tsx';
import { CrumbToNotices, StepHeading } from './page-head.tsx';

export type PreviewView = {
  lang: Lang;
  process: Process;
  draft: Draft;
  carried: Carried;
  letters: PageOf<Written>;
  /** Of all letters, whatever page is shown. */
  counts: { en: number; fr: number };
  /** Of all letters: what is confirmed is what was looked at. */
  fingerprint: string;
  undoMinutes: number;
  /** True where something changed between the preview and its confirmation. */
  changed: boolean;
};

/** The letters themselves, as each reader gets them, and the button that sends them. */
export function previewPage(view: PreviewView): Page {
  const { lang, process, draft, carried, letters, counts } = view;
  const t = messages(lang);
  const params = { posting: process.postingId };
  return {
    lang,
    area: 'desk',
    title: t('preview.title'),
    alternates: hrefs('desk.notices', params),
    body: (
      <>
        <CrumbToNotices lang={lang} process={process} t={t} />
        {view.changed && <ChangedNotice t={t} />}
        <StepHeading
          lang={lang}
          process={process}
          draft={draft}
          t={t}
          title={t('preview.title')}
          lead={t('preview.count', { count: letters.total, ...counts })}
        />
        <p>{t('preview.exact')}</p>
        <Form action={href('desk.notices', lang, params)} csrf={carried.csrf}>
          <CarriedFields carried={carried} written />
          <input type="hidden" name="seen" value={view.fingerprint} />
          {letters.rows.map(({ to, letter }) => (
            <Pane
              key={to.id}
              id={`letter-${to.id}`}
              title={t('letter.to', { name: isolated(to.name), reference: to.reference })}
              actions={<Badge tone="neutral">{t(`lang.${letter.lang}`)}</Badge>}
            >
              <LetterText letter={letter} t={t} />
            </Pane>
          ))}
          <StepPages to="preview" of={letters} t={t} />
          <Notice kind="info">
            <p>{t('preview.undo', { minutes: view.undoMinutes })}</p>
          </Notice>
          <Actions>
            <Button name="do" value="confirm">
              {t('preview.go', { count: letters.total })}
            </Button>
            <Button variant="secondary" name="do" value="list">
              {t('preview.back')}
            </Button>
          </Actions>
        </Form>
      </>
    ),
  };
}
