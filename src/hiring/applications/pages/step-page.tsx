import { formatDate } from '#platform/i18n';
import { Breadcrumbs } from '#ui/breadcrumbs';
import { Disclosure } from '#ui/disclosure';
import { Actions, Button, ErrorSummary, Form, Honeypot, titleWithProblems } from '#ui/form';
import { PageHeading } from '#ui/heading';
import { href } from '#web/routes.ts';
import type { Page } from '#web/page.ts';
import { kindOf } from '../forms.ts';
import { messages } from '../messages/index.ts';
import { Deadline, DraftState, PageNotice, stepTitle } from './draft-parts.tsx';
import { problemTexts } from './problem-texts.ts';
import { QuestionField } from './question-field.tsx';
import { type StepView, draftPaths } from './view.ts';

/** Name of the field that only robots fill in. Not "url" or "phone", which browsers would fill. */
export const trapField = 'fax_extension';

/** One step of an application, fresh or as it came back, with everything that was typed. */
export function stepPage(view: StepView): Page {
  const { lang, posting, step, draft } = view;
  const t = messages(lang);
  const said = problemTexts(lang, step.questions, view);
  const problems = Object.entries(said).flatMap(([field, message]) =>
    message ? [{ field, message }] : [],
  );
  const name = stepTitle(step, lang);
  const title = t(draft ? 'draft.pageTitle' : 'form.title', { step: name, title: posting.title });
  const alternates = draft ? draftPaths(view, draft.key).step(step) : posting.formPaths;
  const asksOne =
    step.questions.length === 1 && step.questions.every((one) => kindOf(one) === 'text');
  return {
    lang,
    area: 'site',
    title: titleWithProblems(lang, title, problems.length),
    alternates,
    islands: ['draft-autosave', 'local-time', ...(asksOne ? (['word-counter'] as const) : [])],
    body: (
      <>
        <Breadcrumbs items={[{ href: posting.paths[lang], label: posting.title }]} />
        <PageNotice lang={lang} notice={view.notice} />
        <draft-autosave
          locale={lang}
          saved={t('autosave.saved', { time: '{time}' })}
          failed={t('autosave.failed')}
          elsewhere={t('autosave.elsewhere')}
        >
          <DraftState view={view} />
          <ErrorSummary problems={problems} />
          <StepCount view={view} />
          {!asksOne && <PageHeading title={name} />}
          {!draft && <p class="lead">{t('form.encourage')}</p>}
          {step.kind === 'preference' && <p>{t('preference.why')}</p>}
          {step.kind === 'languages' && <p>{t('languages.why')}</p>}
          <StepForm view={view} said={said} />
        </draft-autosave>
        <Deadline view={view} />
      </>
    ),
  };
}

function StepCount({ view: { lang, steps, step } }: { view: StepView }) {
  const number = steps.findIndex(({ id }) => id === step.id) + 1;
  return <p class="step-count">{messages(lang)('step.count', { number, of: steps.length + 1 })}</p>;
}

function StepForm({ view, said }: { view: StepView; said: Partial<Record<string, string>> }) {
  const { lang, posting, step, draft } = view;
  const t = messages(lang);
  const action = draft ? draftPaths(view, draft.key).step(step)[lang] : posting.formPaths[lang];
  return (
    <Form
      action={view.fromCheck ? `${action}?from=check` : action}
      multipart={step.questions.some((question) => kindOf(question) === 'file')}
    >
      {view.token && <input type="hidden" name="token" value={view.token} />}
      <input type="hidden" name="revision" value={String(draft?.revision ?? 0)} />
      <input type="hidden" name="page" value={view.page} />
      {view.token && <Honeypot name={trapField} />}
      {step.questions.map((question) => (
        <QuestionField
          key={question.id}
          view={view}
          question={question}
          problem={said[question.id]}
        />
      ))}
      <Earlier view={view} />
      {!draft && <ShortNotice view={view} />}
      <Actions>
        <Button name="do" value="next">
          {t(view.fromCheck ? 'form.saveAndCheck' : 'form.next')}
        </Button>
        <Button name="do" value="later" variant="secondary">
          {t('form.later')}
        </Button>
      </Actions>
    </Form>
  );
}

/** Before the first thing is kept: by whom and why, in a sentence. */
function ShortNotice({ view: { lang } }: { view: StepView }) {
  return (
    <p>
      {messages(lang).rich('privacy.draft', {
        link: (text) => <a href={href('site.privacy', lang)}>{text}</a>,
      })}
    </p>
  );
}

/** Answers of earlier applications, taken over only where the person says so. */
function Earlier({ view: { lang, posting, earlier } }: { view: StepView }) {
  const t = messages(lang);
  if (earlier.length === 0) return null;
  return (
    <Disclosure summary={t('earlier.title')}>
      {earlier.map(({ id, postingTitle, submittedAt, text }) => (
        <div key={id} class="earlier-answer">
          <p>
            <strong>{postingTitle}</strong>, {formatDate(submittedAt, lang, posting.timeZone)}
          </p>
          <div class="as-typed" dir="auto">
            {text}
          </div>
          <Button name="do" value={`reuse ${id}`} variant="secondary" small>
            {t('earlier.use')}
          </Button>
        </div>
      ))}
    </Disclosure>
  );
}
