import type { Lang } from '#platform/i18n';
import { Breadcrumbs } from '#ui/breadcrumbs';
import { Disclosure } from '#ui/disclosure';
import {
  Actions,
  Button,
  Checkbox,
  ErrorSummary,
  Form,
  type Problem,
  TextArea,
  titleWithProblems,
} from '#ui/form';
import { PageHeading } from '#ui/heading';
import { Notice } from '#ui/notice';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import type { PostingChoice } from '../deps.ts';
import { type Typed, type WordsProblem } from '../forms.ts';
import { type Words, messages } from '../messages/index.ts';
import { type OpenCase, textLimit } from '../model.ts';
import { agreedArrangement, openProposal } from '../rules.ts';
import { CodePart } from './code-part.tsx';
import { ArrangementTerms, Conversation, momentArgs } from './parts.tsx';

export const caseTold = ['asked', 'message', 'agree', 'decline', 'changed', 'stale'] as const;
export type CaseTold = (typeof caseTold)[number];

export type CaseView = {
  lang: Lang;
  opened: OpenCase;
  code: string;
  token: string;
  /** Absolute address of the page, to send to oneself with the code. */
  url: string;
  told: CaseTold | null;
  typed: Typed;
  problem: { field: 'words' | 'answer' | 'sure'; kind: WordsProblem } | null;
  /** Posting of an id; null for one that is gone. */
  postingOf(id: string | null): PostingChoice | null;
  timeZone: string;
  /** Until when there should be an answer; null where none is awaited. */
  answerBy: Date | null;
  /** How many custodians can open cases. */
  custodians: number;
  recoveryKey: boolean;
  /** Opens the application form after the posting closed; null where no later closing was agreed. */
  formPath: string | null;
};

/** A candidate's own case: where it stands, what to do, what was said. */
export function casePage(view: CaseView): Page {
  const { lang, opened } = view;
  const t = messages(lang);
  const problems: Problem[] = view.problem
    ? [
        {
          field: view.problem.field,
          message: t(
            view.problem.field === 'sure' ? 'problem.sure' : `problem.words.${view.problem.kind}`,
            { limit: textLimit },
          ),
        },
      ]
    : [];
  const posting = view.postingOf(opened.request.postingId);
  return {
    lang,
    area: 'site',
    title: titleWithProblems(lang, t('case.title'), problems.length),
    alternates: hrefs('accommodation.case', { id: opened.id }),
    body: (
      <>
        <Breadcrumbs
          items={[{ href: href('accommodation.cases', lang), label: t('cases.title') }]}
        />
        <ErrorSummary problems={problems} />
        {view.told && problems.length === 0 && <Told told={view.told} t={t} />}
        <PageHeading title={t('case.title')} kicker={posting?.title} lead={standing(view, t)} />
        {view.told === 'asked' && <CodePart view={view} t={t} open />}
        <Proposal view={view} t={t} />
        <Agreed view={view} t={t} />
        <h2>{t('case.conversation')}</h2>
        <Conversation
          entries={opened.entries}
          reader="candidate"
          lang={lang}
          timeZone={view.timeZone}
          t={t}
        />
        <Form action={href('accommodation.do', lang, { id: opened.id })} label={t('case.write')}>
          <input type="hidden" name="token" value={view.token} />
          <input type="hidden" name="deed" value="message" />
          <TextArea
            name="words"
            label={t('case.write')}
            rows={5}
            value={view.problem?.field === 'words' ? view.typed['words'] : undefined}
            problem={view.problem?.field === 'words' ? problems[0]?.message : undefined}
            required
          />
          <Actions>
            <Button variant="secondary">{t('case.send')}</Button>
          </Actions>
        </Form>
        <h2>{t('case.more')}</h2>
        {view.told !== 'asked' && <CodePart view={view} t={t} />}
        <Disclosure summary={t('case.who')}>
          <p>{t('case.who.says', { custodians: view.custodians })}</p>
          {view.recoveryKey && <p>{t('case.who.recovery')}</p>}
          <p>{t('case.who.others')}</p>
        </Disclosure>
        <Disclosure summary={t('case.copy')}>
          <p>
            <a href={href('accommodation.copy', lang, { id: opened.id })} download>
              {t('case.copy.get')}
            </a>
          </p>
        </Disclosure>
        <Deletion view={view} t={t} problem={problems[0]?.message} />
      </>
    ),
  };
}

function standing({ lang, opened, answerBy, timeZone }: CaseView, t: Words): string {
  if (opened.state === 'closed') return t('standing.closed');
  if (opened.state === 'proposed') return t('standing.proposed');
  if (answerBy) return t('standing.custodian', momentArgs(answerBy, lang, timeZone));
  if (opened.state === 'arranged') return t('standing.arranged');
  return t('standing.candidate');
}

function Told({ told, t }: { told: CaseTold; t: Words }) {
  const warns = told === 'changed' || told === 'stale';
  return (
    <Notice kind={warns ? 'warning' : 'success'} outcome>
      <p>{t(`told.${told}`)}</p>
    </Notice>
  );
}

function Proposal({ view, t }: { view: CaseView; t: Words }) {
  const { lang, opened, typed, problem } = view;
  const proposal = openProposal(opened.entries);
  if (!proposal) return null;
  return (
    <section class="proposal case-part" aria-labelledby="proposal">
      <h2 id="proposal">{t('proposal.title')}</h2>
      <ArrangementTerms
        arrangement={proposal.arrangement}
        posting={view.postingOf(proposal.arrangement.postingId)}
        lang={lang}
        t={t}
      />
      <Form action={href('accommodation.do', lang, { id: opened.id })} label={t('proposal.title')}>
        <input type="hidden" name="token" value={view.token} />
        <input type="hidden" name="proposal" value={proposal.id} />
        <TextArea
          id="answer"
          name="words"
          label={t('proposal.words')}
          rows={3}
          value={problem?.field === 'answer' ? typed['words'] : undefined}
          problem={
            problem?.field === 'answer'
              ? t(`problem.words.${problem.kind}`, { limit: textLimit })
              : undefined
          }
          required={false}
        />
        <Actions>
          <Button name="deed" value="agree">
            {t('proposal.agree')}
          </Button>
          <Button name="deed" value="decline" variant="secondary">
            {t('proposal.decline')}
          </Button>
        </Actions>
      </Form>
    </section>
  );
}

function Agreed({ view, t }: { view: CaseView; t: Words }) {
  const agreed = agreedArrangement(view.opened.entries);
  if (!agreed) return null;
  return (
    <section class="case-part" aria-labelledby="agreed">
      <h2 id="agreed">{t('agreed.title')}</h2>
      <ArrangementTerms
        arrangement={agreed.arrangement}
        posting={view.postingOf(agreed.arrangement.postingId)}
        lang={view.lang}
        t={t}
      />
      {view.formPath && (
        <p>
          <a href={view.formPath}>{t('agreed.form')}</a>
        </p>
      )}
    </section>
  );
}

function Deletion({ view, t, problem }: { view: CaseView; t: Words; problem: string | undefined }) {
  const { lang, opened } = view;
  const asked = view.problem?.field === 'sure';
  return (
    <Disclosure summary={t('delete.title')} open={asked}>
      <p>{t('delete.says')}</p>
      <Form action={href('accommodation.do', lang, { id: opened.id })} label={t('delete.title')}>
        <input type="hidden" name="token" value={view.token} />
        {agreedArrangement(opened.entries)?.arrangementId && (
          <Checkbox name="arrangement" label={t('delete.arrangement')} />
        )}
        <Checkbox
          name="sure"
          label={t('delete.sure')}
          problem={asked ? problem : undefined}
          required
        />
        <Actions>
          <Button name="deed" value="delete" variant="danger">
            {t('delete.do')}
          </Button>
        </Actions>
      </Form>
    </Disclosure>
  );
}
