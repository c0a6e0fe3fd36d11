import { Breadcrumbs } from '#ui/breadcrumbs';
import { Actions, Button, Checkbox, ErrorSummary, Form, titleWithProblems } from '#ui/form';
import { PageHeading } from '#ui/heading';
import { href } from '#web/routes.ts';
import type { Page } from '#web/page.ts';
import { typedIn } from '../drafts/rules.ts';
import { checkAnswers } from '../forms.ts';
import { messages } from '../messages/index.ts';
import type { Draft, FormStep } from '../model.ts';
import { AnswerList, type ShownFile } from './answer-list.tsx';
import { Accommodation, Deadline, DraftState, PageNotice, stepTitle } from './draft-parts.tsx';
import type { ResumeProblem } from './file-problem.ts';
import { problemTexts } from './problem-texts.ts';
import { type DraftView, type FormNotice, draftPaths } from './view.ts';

export type CheckView = DraftView & {
  draft: Draft;
  notice: FormNotice | null;
  /** True after a sending without agreement to the privacy notice. */
  consentMissing: boolean;
  /** About files that came and could not be kept. */
  fileProblems: Readonly<Record<string, ResumeProblem>>;
  /** True where it replaces what was sent before. */
  isChange: boolean;
};

/** All answers before they are sent, each with a way to change it. */
export function checkPage(view: CheckView): Page {
  const { lang, posting, steps, draft } = view;
  const t = messages(lang);
  const paths = draftPaths(view, draft.key);
  const typed = typedIn(steps, draft.answers);
  const wrong = steps.flatMap((step) => {
    const { problems } = checkAnswers(step.questions, draft.answers[step.id]?.fields ?? {});
    const texts = problemTexts(lang, step.questions, { ...view, problems, typed });
    return Object.entries(texts)
      .filter(([field]) => step.questions.some(({ id }) => id === field))
      .map(([field, message]) => ({
        field,
        message: message ?? '',
        href: `${paths.step(step)[lang]}?from=check#${field}`,
      }));
  });
  const consent = view.consentMissing ? t('problem.consent.missing') : undefined;
  const problems = [...wrong, ...(consent ? [{ field: 'consent', message: consent }] : [])];
  const title = t('draft.pageTitle', { step: t('check.title'), title: posting.title });
  return {
    lang,
    area: 'site',
    title: titleWithProblems(lang, title, problems.length),
    alternates: paths.check,
    islands: ['local-time'],
    body: (
      <>
        <Breadcrumbs items={[{ href: posting.paths[lang], label: posting.title }]} />
        <PageNotice lang={lang} notice={view.notice} />
        <DraftState view={view} />
        <ErrorSummary problems={problems} />
        <PageHeading title={t('check.title')} />
        {groupsOf(steps).map((group) => (
          <Group key={group.title} view={view} group={group} typed={typed} />
        ))}
        {wrong.length > 0 ? (
          <p class="lead">{t('check.incomplete')}</p>
        ) : (
          <SendForm view={view} consent={consent} />
        )}
        <Deadline view={view} />
      </>
    ),
  };
}

type StepGroup = { title: ReturnType<typeof titleOf>; steps: FormStep[] };

function titleOf({ kind }: FormStep) {
  return `step.${kind}` as const;
}

/** The questions on criteria stand together; every other step stands by itself. */
function groupsOf(steps: readonly FormStep[]): StepGroup[] {
  const groups: StepGroup[] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (last?.title === titleOf(step)) last.steps.push(step);
    else groups.push({ title: titleOf(step), steps: [step] });
  }
  return groups;
}

function Group({
  view,
  group: { title, steps },
  typed,
}: {
  view: CheckView;
  group: StepGroup;
  typed: Readonly<Record<string, string>>;
}) {
  const { lang } = view;
  const questions = steps.flatMap((step) => step.questions);
  const [first] = steps;
  const alone = steps.length === 1;
  return (
    <section aria-labelledby={`part-${first?.id}`}>
      <div class="answers-heading">
        <h2 id={`part-${first?.id}`}>{messages(lang)(title)}</h2>
        {alone && first && <Change view={view} step={first} />}
      </div>
      <AnswerList
        lang={lang}
        questions={questions}
        answered={{ answers: typed, files: shownFiles(view, typed) }}
        below={(question) => {
          const step = steps.find((one) => one.questions.includes(question));
          return !alone && step && <Change view={view} step={step} />;
        }}
      />
    </section>
  );
}

function Change({ view, step }: { view: CheckView; step: FormStep }) {
  const { lang, draft } = view;
  const t = messages(lang);
  return (
    <a href={`${draftPaths(view, draft.key).step(step)[lang]}?from=check`}>
      {t('check.change')}
      <span class="visually-hidden">{t('check.changeWhat', { part: stepTitle(step, lang) })}</span>
    </a>
  );
}

function SendForm({ view, consent }: { view: CheckView; consent: string | undefined }) {
  const { lang, draft } = view;
  const t = messages(lang);
  return (
    <Form action={draftPaths(view, draft.key).check[lang]}>
      <input type="hidden" name="revision" value={String(draft.revision)} />
      <PrivacyNotice view={view} />
      <Checkbox name="consent" label={t('field.consent')} problem={consent} required />
      <Accommodation view={view} />
      <p>
        <strong>{t(view.isChange ? 'form.notReplaced' : 'form.notSubmitted')}</strong>
      </p>
      <Actions>
        <Button>{t(view.isChange ? 'form.sendChange' : 'form.send')}</Button>
      </Actions>
    </Form>
  );
}

function PrivacyNotice({ view: { lang } }: { view: CheckView }) {
  const t = messages(lang);
  return (
    <section aria-labelledby="privacy-notice">
      <h2 id="privacy-notice">{t('privacy.title')}</h2>
      <p>{t('privacy.purpose')}</p>
      <p>{t('privacy.keep')}</p>
      <p>{t('privacy.rights')}</p>
      <p>
        {t.rich('privacy.more', {
          link: (text) => <a href={href('site.privacy', lang)}>{text}</a>,
        })}
      </p>
    </section>
  );
}

function shownFiles(
  view: CheckView,
  typed: Readonly<Record<string, string>>,
): Record<string, ShownFile> {
  const { lang, draft, uploads } = view;
  return Object.fromEntries(
    Object.entries(typed).flatMap(([id, value]) => {
      const upload = uploads.get(value);
      const path = upload && draftPaths(view, draft.key).file(upload.id)[lang];
      return upload ? [[id, { ...upload, href: path ?? null }]] : [];
    }),
  );
}
