import { Breadcrumbs } from '#ui/breadcrumbs';
import { Actions, Button, ButtonLink, Form } from '#ui/form';
import { PageHeading } from '#ui/heading';
import { TaskList } from '#ui/task-list';
import type { Page } from '#web/page.ts';
import { stateOf } from '../drafts/rules.ts';
import { messages } from '../messages/index.ts';
import type { Draft } from '../model.ts';
import { Accommodation, Deadline, DraftState, stepTitle } from './draft-parts.tsx';
import { type DraftView, draftPaths } from './view.ts';

export type TasksView = DraftView & {
  draft: Draft;
  /** The private address of this page, whole. */
  address: string;
};

const tones = { todo: 'neutral', started: 'warning', done: 'success' } as const;

/** The parts of an application with the state of each, how to come back, and how to give it up. */
export function tasksPage(view: TasksView): Page {
  const { lang, posting, steps, draft } = view;
  const t = messages(lang);
  const paths = draftPaths(view, draft.key);
  const states = steps.map((step) => ({ step, state: stateOf(step, draft.answers) }));
  const left = states.filter(({ state }) => state !== 'done');
  const first = left[0]?.step;
  return {
    lang,
    area: 'site',
    title: t('draft.pageTitle', { step: t('tasks.title'), title: posting.title }),
    alternates: paths.tasks,
    islands: ['local-time'],
    body: (
      <>
        <Breadcrumbs items={[{ href: posting.paths[lang], label: posting.title }]} />
        <DraftState view={view} onTasks />
        <PageHeading title={t('tasks.title')} />
        <p class="lead">{t('tasks.left', { count: left.length })}</p>
        <TaskList
          items={[
            ...states.map(({ step, state }) => ({
              label: stepTitle(step, lang),
              href: paths.step(step)[lang],
              state: t(`state.${state}`),
              tone: tones[state],
            })),
            {
              label: t('check.title'),
              href: left.length === 0 ? paths.check[lang] : null,
              state: t(left.length === 0 ? 'state.todo' : 'state.later'),
              tone: 'neutral',
            },
          ]}
        />
        <Actions>
          <ButtonLink href={first ? paths.step(first)[lang] : paths.check[lang]}>
            {t(first ? 'tasks.continue' : 'check.title')}
          </ButtonLink>
        </Actions>
        <Deadline view={view} />
        <h2>{t('tasks.back.title')}</h2>
        <p>{t('tasks.back.private')}</p>
        <p class="private-address">
          <a href={paths.tasks[lang]}>{view.address}</a>
        </p>
        <p>
          {draft.email ? t('tasks.back.email', { email: draft.email }) : t('tasks.back.noEmail')}
        </p>
        <Accommodation view={view} />
        <h2>{t('discard.heading')}</h2>
        <p>
          {t.rich('tasks.discard', {
            link: (text) => <a href={paths.discard[lang]}>{text}</a>,
          })}
        </p>
      </>
    ),
  };
}

/** Asks once more before a draft is deleted. */
export function discardPage(view: TasksView): Page {
  const { lang, posting, draft } = view;
  const t = messages(lang);
  const paths = draftPaths(view, draft.key);
  return {
    lang,
    area: 'site',
    title: t('draft.pageTitle', { step: t('discard.title'), title: posting.title }),
    alternates: paths.discard,
    body: (
      <>
        <DraftState view={view} />
        <PageHeading title={t('discard.title')} kicker={posting.title} />
        <p>{t('discard.body')}</p>
        <Form action={paths.discard[lang]}>
          <Actions>
            <Button variant="danger">{t('discard.do')}</Button>
            <ButtonLink variant="secondary" href={paths.tasks[lang]}>
              {t('discard.keep')}
            </ButtonLink>
          </Actions>
        </Form>
      </>
    ),
  };
}
