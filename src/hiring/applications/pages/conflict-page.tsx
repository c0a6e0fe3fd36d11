import { Actions, Button, ButtonLink, Form } from '#ui/form';
import { PageHeading } from '#ui/heading';
import { Notice } from '#ui/notice';
import type { Page } from '#web/page.ts';
import { messages } from '../messages/index.ts';
import { moment } from '../moment.ts';
import type { Draft, FormStep } from '../model.ts';
import { AnswerList, type ShownFile } from './answer-list.tsx';
import { DraftState, stepTitle } from './draft-parts.tsx';
import { type DraftView, draftPaths } from './view.ts';

export type ConflictView = DraftView & {
  draft: Draft;
  step: FormStep;
  page: string;
  /** What this tab sent. */
  typed: Readonly<Record<string, string>>;
  fromCheck: boolean;
};

/**
 * The same step was saved in another tab or on another device since this page was opened: both
 * versions beside each other, and nothing replaced until the person has chosen.
 */
export function conflictPage(view: ConflictView): Page {
  const { lang, posting, draft, step } = view;
  const t = messages(lang);
  const paths = draftPaths(view, draft.key);
  const action = paths.step(step)[lang] + (view.fromCheck ? '?from=check' : '');
  const saved = draft.answers[step.id];
  const at = moment(new Date(saved?.savedAt ?? draft.savedAt), lang, posting.timeZone);
  return {
    lang,
    area: 'site',
    title: t('draft.pageTitle', { step: t('conflict.title'), title: posting.title }),
    alternates: paths.step(step),
    body: (
      <>
        <DraftState view={view} />
        <PageHeading title={t('conflict.title')} kicker={stepTitle(step, lang)} />
        <Notice kind="warning" outcome>
          <p>{t('conflict.body')}</p>
        </Notice>
        <div class="versions">
          <section class="version" aria-labelledby="version-here">
            <h2 id="version-here">{t('conflict.here')}</h2>
            <Version view={view} fields={view.typed} />
            <Form action={action}>
              <input type="hidden" name="revision" value={String(draft.revision)} />
              <input type="hidden" name="page" value={view.page} />
              {Object.entries(view.typed).map(([name, value]) => (
                <input
                  key={name}
                  type="hidden"
                  name={view.uploads.has(value) ? `kept-${name}` : name}
                  value={value}
                />
              ))}
              <Actions>
                <Button name="do" value="next">
                  {t('conflict.keepHere')}
                </Button>
              </Actions>
            </Form>
          </section>
          <section class="version" aria-labelledby="version-there">
            <h2 id="version-there">{t('conflict.there', at)}</h2>
            <Version view={view} fields={saved?.fields ?? {}} />
            <Actions>
              <ButtonLink variant="secondary" href={action}>
                {t('conflict.keepThere')}
              </ButtonLink>
            </Actions>
          </section>
        </div>
      </>
    ),
  };
}

function Version({
  view,
  fields,
}: {
  view: ConflictView;
  fields: Readonly<Record<string, string>>;
}) {
  const { lang, step, uploads } = view;
  const files = Object.fromEntries(
    Object.entries(fields).flatMap(([id, value]): [string, ShownFile][] => {
      const upload = uploads.get(value);
      return upload ? [[id, { ...upload, href: null }]] : [];
    }),
  );
  return (
    <AnswerList lang={lang} questions={step.questions} answered={{ answers: fields, files }} />
  );
}
