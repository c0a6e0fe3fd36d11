import { formatIsoDateTime } from '#platform/i18n';
import { Breadcrumbs } from '#ui/breadcrumbs';
import { Facts } from '#ui/facts';
import {
  Actions,
  Button,
  ErrorSummary,
  Form,
  type Problem,
  TextArea,
  titleWithProblems,
} from '#ui/form';
import { PageHeading } from '#ui/heading';
import { Notice } from '#ui/notice';
import { Pane, Split } from '#ui/split';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import { type Words, messages } from '../messages/index.ts';
import { textLimit } from '../model.ts';
import { agreedArrangement, openProposal, provenAddress, sameAddress } from '../rules.ts';
import { type DeskCaseView, deedPath } from './desk-case-view.ts';
import { StateBadge } from './door-pages.tsx';
import { ArrangementTerms, AsTyped, Conversation } from './parts.tsx';
import { ProposalForm, proposalProblems } from './proposal-form.tsx';

/** A case as a custodian works on it: the person, what was said, what to propose. */
export function deskCasePage(view: DeskCaseView): Page {
  const { lang, opened } = view;
  const { request } = opened;
  const t = messages(lang);
  const messageProblem =
    view.message.problem && t(`problem.words.${view.message.problem}`, { limit: textLimit });
  const problems: Problem[] = [
    ...(messageProblem ? [{ field: 'message', message: messageProblem }] : []),
    ...proposalProblems(view.proposal.problems, t),
  ];
  return {
    lang,
    area: 'desk',
    title: titleWithProblems(lang, t('desk.case.title', { name: request.name }), problems.length),
    alternates: hrefs('desk.accommodationCase', { id: opened.id }),
    body: (
      <>
        <Breadcrumbs items={[{ href: href('desk.accommodation', lang), label: t('list.title') }]} />
        {view.told && problems.length === 0 && (
          <Notice kind={view.told === 'changed' ? 'warning' : 'success'} outcome>
            <p>{t(`desk.told.${view.told}`)}</p>
          </Notice>
        )}
        <ErrorSummary problems={problems} />
        <PageHeading title={`\u2068${request.name}\u2069`}>
          <Facts inline items={facts(view, t)} />
        </PageHeading>
        <Readmissions view={view} t={t} />
        <Split
          first={
            <Pane id="said" title={t('case.conversation')}>
              <Conversation
                entries={opened.entries}
                reader="custodian"
                lang={lang}
                timeZone={view.timeZone}
                t={t}
              />
              <Form action={deedPath(view)} csrf={view.csrf} label={t('desk.write')}>
                <Hidden view={view} deed="message" />
                <TextArea
                  id="message"
                  name="words"
                  label={t('desk.write')}
                  hint={t('desk.write.hint', { lang: t(`lang.${request.lang}`) })}
                  rows={5}
                  value={view.message.typed['words']}
                  problem={messageProblem ?? undefined}
                  required
                />
                <Actions>
                  <Button>{t('case.send')}</Button>
                </Actions>
              </Form>
            </Pane>
          }
          second={
            <>
              <Standing view={view} t={t} />
              <Pane id="propose" title={t('desk.propose')}>
                <ProposalForm view={view} t={t} />
              </Pane>
              {opened.state !== 'closed' && (
                <Pane id="close" title={t('desk.close.title')}>
                  <p>{t('desk.close.says')}</p>
                  <Form action={deedPath(view)} csrf={view.csrf} label={t('desk.close.title')}>
                    <Hidden view={view} deed="close" />
                    <Actions>
                      <Button variant="secondary">{t('desk.close')}</Button>
                    </Actions>
                  </Form>
                </Pane>
              )}
            </>
          }
        />
      </>
    ),
  };
}

function Hidden({ view, deed }: { view: DeskCaseView; deed: string }) {
  return (
    <>
      <input type="hidden" name="key" value={view.key} />
      <input type="hidden" name="deed" value={deed} />
    </>
  );
}

function facts(view: DeskCaseView, t: Words) {
  const { opened } = view;
  const { request } = opened;
  const posting = view.postingOf(request.postingId);
  return [
    {
      term: t('list.column.state'),
      detail: <StateBadge {...opened} reader="custodian" t={t} />,
    },
    {
      term: t('field.email'),
      detail: (
        <>
          <span class="as-typed">{request.email}</span>
          <br />
          {t(provenAddress(opened.entries) ? 'desk.proven' : 'desk.unproven')}
        </>
      ),
    },
    { term: t('field.phone'), detail: request.phone },
    { term: t('field.reach'), detail: t(`desk.reach.${request.reach}`) },
    { term: t('field.lang'), detail: t(`lang.${request.lang}`) },
    {
      term: t('field.posting'),
      detail: posting ? (
        <>
          {posting.title}
          <br />
          {view.applied !== null && t(view.applied ? 'desk.applied' : 'desk.notApplied')}
        </>
      ) : (
        t('field.posting.none')
      ),
    },
    {
      term: t('list.column.closes'),
      detail: posting?.closesAt && formatIsoDateTime(posting.closesAt, posting.timeZone),
    },
    {
      term: t('field.stages'),
      detail: request.stages.map((stage) => t(`stage.${stage}`)).join(', '),
    },
  ];
}

/** What is proposed or agreed now. */
function Standing({ view, t }: { view: DeskCaseView; t: Words }) {
  const { opened, lang } = view;
  const proposal = openProposal(opened.entries);
  const agreed = agreedArrangement(opened.entries);
  const shown = proposal?.arrangement ?? agreed?.arrangement;
  if (!shown) return null;
  return (
    <Pane id="standing" title={t(proposal ? 'desk.proposed' : 'agreed.title')}>
      <ArrangementTerms
        arrangement={shown}
        posting={view.postingOf(shown.postingId)}
        lang={lang}
        t={t}
      />
      {proposal?.words && <AsTyped text={proposal.words} />}
    </Pane>
  );
}

/** Browsers that ask to be let in, each with whether its address is that of the case. */
function Readmissions({ view, t }: { view: DeskCaseView; t: Words }) {
  const { readmissions, opened } = view;
  if (readmissions.length === 0) return null;
  return (
    <Notice kind="warning" title={t('desk.readmission.title')}>
      <p>{t('desk.readmission.says')}</p>
      {readmissions.map(({ id, email }) => (
        <Form key={id} action={deedPath(view)} csrf={view.csrf} label={email}>
          <input type="hidden" name="readmission" value={id} />
          <p>
            <strong>{email}</strong>
            <br />
            {t(sameAddress(email, opened.request.email) ? 'desk.same' : 'desk.other')}
          </p>
          <Actions>
            <Button name="deed" value="readmit" small>
              {t('desk.readmit')}
            </Button>
            <Button name="deed" value="refuse" variant="secondary" small>
              {t('desk.refuse')}
            </Button>
          </Actions>
        </Form>
      ))}
    </Notice>
  );
}
