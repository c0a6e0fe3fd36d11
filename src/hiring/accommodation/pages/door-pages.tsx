import { type Lang, type Localized } from '#platform/i18n';
import { Badge, type BadgeTone } from '#ui/badge';
import {
  Actions,
  Button,
  ButtonLink,
  ErrorSummary,
  Form,
  TextField,
  titleWithProblems,
} from '#ui/form';
import { PageHeading } from '#ui/heading';
import { Notice } from '#ui/notice';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import { type Words, messages } from '../messages/index.ts';
import type { CaseState, WaitsFor } from '../model.ts';

export type ListedCase = { id: string; title: string | null; state: CaseState; waitsFor: WaitsFor };

export type DoorView = {
  lang: Lang;
  /** The case that was asked for; null on the page of all cases. */
  caseId: string | null;
  cases: readonly ListedCase[];
  /** A code was typed that opens nothing. */
  problem: 'shape' | 'unknown' | null;
  notice: 'foreign' | 'busy' | 'forgotten' | 'deleted' | 'waiting' | null;
};

/**
 * The cases that this browser can open, and the way in with a code. For one case that it cannot
 * open as well: the same whether there is such a case or not.
 */
export function doorPage(view: DoorView): Page {
  const { lang, caseId, problem } = view;
  const t = messages(lang);
  const message = problem && t(`problem.code.${problem}`);
  const problems = message ? [{ field: 'code', message }] : [];
  const alternates: Localized = caseId
    ? hrefs('accommodation.case', { id: caseId })
    : hrefs('accommodation.cases');
  const title = t(caseId ? 'door.title' : 'cases.title');
  return {
    lang,
    area: 'site',
    title: titleWithProblems(lang, title, problems.length),
    alternates,
    body: (
      <>
        {view.notice && <DoorNotice notice={view.notice} t={t} />}
        <ErrorSummary problems={problems} />
        <PageHeading title={title} lead={t(caseId ? 'door.lead' : 'cases.lead')} />
        <Cases view={view} t={t} />
        <h2>{t('door.code')}</h2>
        <Form action={href('accommodation.cases', lang)}>
          <TextField
            name="code"
            label={t('field.code')}
            hint={t('field.code.hint')}
            autocomplete="off"
            spellcheck={false}
            width="medium"
            problem={message ?? undefined}
            required
          />
          <Actions>
            <Button>{t('door.open')}</Button>
          </Actions>
        </Form>
        {caseId && (
          <>
            <h2>{t('door.lost')}</h2>
            <p>{t('door.lost.says')}</p>
            <Actions>
              <ButtonLink
                href={href('accommodation.readmit', lang, { id: caseId })}
                variant="secondary"
              >
                {t('door.readmit')}
              </ButtonLink>
            </Actions>
          </>
        )}
        {!caseId && (
          <p>
            {t.rich('cases.ask', {
              link: (text) => <a href={href('accommodation.ask', lang)}>{text}</a>,
            })}
          </p>
        )}
      </>
    ),
  };
}

function DoorNotice({ notice, t }: { notice: NonNullable<DoorView['notice']>; t: Words }) {
  const warns = notice === 'foreign' || notice === 'busy';
  return (
    <Notice kind={warns ? 'warning' : 'success'} outcome>
      <p>{t(`notice.${notice}`)}</p>
    </Notice>
  );
}

function Cases({ view: { lang, cases }, t }: { view: DoorView; t: Words }) {
  if (cases.length === 0) return null;
  return (
    <ul class="case-list">
      {cases.map(({ id, title, state, waitsFor }) => (
        <li key={id}>
          <a href={href('accommodation.case', lang, { id })}>{title ?? t('case.untitled')}</a>{' '}
          <StateBadge state={state} waitsFor={waitsFor} reader="candidate" t={t} />
        </li>
      ))}
    </ul>
  );
}

const tones: Record<'you' | 'them' | 'arranged' | 'closed', BadgeTone> = {
  you: 'warning',
  them: 'info',
  arranged: 'success',
  closed: 'neutral',
};

/** Where a case stands, in a word or two, for one of the two sides. */
export function StateBadge({
  state,
  waitsFor,
  reader,
  t,
}: Pick<ListedCase, 'state' | 'waitsFor'> & { reader: 'candidate' | 'custodian'; t: Words }) {
  const kind =
    waitsFor === 'nobody'
      ? state === 'closed'
        ? 'closed'
        : 'arranged'
      : waitsFor === reader
        ? 'you'
        : 'them';
  const words =
    kind === 'you'
      ? (`badge.${reader}.you` as const)
      : kind === 'them'
        ? (`badge.${reader}.them` as const)
        : (`badge.${kind}` as const);
  return <Badge tone={tones[kind]}>{t(words)}</Badge>;
}

/** Asks the custodians to let this browser in, for somebody who proved an address. */
export function readmitPage(view: {
  lang: Lang;
  caseId: string;
  csrf: string;
  email: string;
}): Page {
  const { lang, caseId: id } = view;
  const t = messages(lang);
  return {
    lang,
    area: 'site',
    title: t('readmit.title'),
    alternates: hrefs('accommodation.readmit', { id }),
    body: (
      <>
        <PageHeading title={t('readmit.title')} lead={t('readmit.lead')} />
        <p>{t('readmit.address', { email: view.email })}</p>
        <Form action={href('accommodation.readmit', lang, { id })} csrf={view.csrf}>
          <Actions>
            <Button>{t('readmit.do')}</Button>
          </Actions>
        </Form>
      </>
    ),
  };
}
