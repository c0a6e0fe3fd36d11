import { defaultTimeZone as timeZone } from '#hiring/postings';
import { type Lang, formatIsoDateTime } from '#platform/i18n';
import { Breadcrumbs } from '#ui/breadcrumbs';
import { Facts } from '#ui/facts';
import {
  Actions,
  Button,
  ErrorSummary,
  Form,
  type Problem,
  RadioGroup,
  TextArea,
  TextField,
  titleWithProblems,
} from '#ui/form';
import { PageHeading } from '#ui/heading';
import { Notice } from '#ui/notice';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import { type AnswerProblems, type ExtendProblems, type Typed, wordsLimit } from '../forms.ts';
import { type Words, messages } from '../messages/index.ts';
import { needsAnswer } from '../rules.ts';
import type { ReceivedRequest } from '../requests/queries.ts';
import { StateBadge, timeLeft } from './state.tsx';
import { Written } from './written.tsx';

export type DeskRequestView = {
  lang: Lang;
  csrf: string;
  now: Date;
  request: ReceivedRequest;
  typed: Typed;
  answerProblems: AnswerProblems;
  extendProblems: ExtendProblems;
  told: 'answered' | 'extended' | 'gone' | 'late' | 'kept' | null;
};

/** One request: who asks for what, its clock, and the forms to answer it or take more time. */
export function deskRequestPage(view: DeskRequestView): Page {
  const { lang, request, told } = view;
  const t = messages(lang);
  const { id, reference, kind, closed } = request;
  const problems = [...answerProblems(view, t), ...extendProblems(view, t)];
  const title = t('request.title', { reference });
  return {
    lang,
    area: 'desk',
    title: titleWithProblems(lang, title, problems.length),
    alternates: hrefs('desk.privacyRequest', { id }),
    body: (
      <>
        <Breadcrumbs items={[{ href: href('desk.privacy', lang), label: t('desk.title') }]} />
        {told && (
          <Notice kind={told === 'answered' || told === 'extended' ? 'success' : 'warning'} outcome>
            <p>{told === 'kept' ? t('told.kept') : t(`deskTold.${told}`)}</p>
          </Notice>
        )}
        <ErrorSummary problems={problems} />
        <PageHeading title={title}>
          <Facts inline items={facts(view, t)} />
        </PageHeading>
        {request.asked !== '' && (
          <>
            <h2>{t('deskRequest.words')}</h2>
            <Written text={request.asked} lang={request.lang} />
          </>
        )}
        {request.extension && (
          <p>
            {t('request.extended', {
              when: formatIsoDateTime(request.extension.at, timeZone),
              reason: request.extension.reason,
            })}
          </p>
        )}
        {closed && closed.answer !== '' && (
          <>
            <h2>{t('request.answer')}</h2>
            <Written text={closed.answer} />
          </>
        )}
        {!closed && kind === 'deletion' && <p>{t('deskRequest.self')}</p>}
        {!closed && needsAnswer(kind) && <Answer view={view} t={t} />}
        {!closed && needsAnswer(kind) && !request.extension && view.now <= request.dueAt && (
          <Extend view={view} t={t} />
        )}
      </>
    ),
  };
}

function facts({ lang, request, now }: DeskRequestView, t: Words) {
  const { kind, item, askedAt, dueAt, closed, email, applicationId, applicationReference } =
    request;
  return [
    { term: t('request.state'), detail: <StateBadge request={request} now={now} t={t} /> },
    {
      term: t('request.due'),
      detail:
        !closed && needsAnswer(kind)
          ? `${formatIsoDateTime(dueAt, timeZone)} (${timeLeft(dueAt, now, t)})`
          : null,
    },
    { term: t('request.kind'), detail: t(`kind.${kind}`) },
    { term: t('request.item'), detail: item && t(`item.${item}`) },
    { term: t('deskRequest.who'), detail: email ?? t('deskRequest.erased') },
    {
      term: t('deskRequest.application'),
      detail: applicationReference && applicationId && (
        <a href={href('desk.application', lang, { id: applicationId })}>{applicationReference}</a>
      ),
    },
    { term: t('request.asked'), detail: formatIsoDateTime(askedAt, timeZone) },
  ];
}

function answerProblems({ answerProblems: found }: DeskRequestView, t: Words): Problem[] {
  return [
    ...(found.outcome ? [{ field: 'outcome', message: t('problem.outcome') }] : []),
    ...(found.value ? [{ field: 'value', message: t('problem.value') }] : []),
    ...(found.answer
      ? [
          {
            field: 'answer',
            message: t(`problem.answer.${found.answer}`, { limit: wordsLimit }),
          },
        ]
      : []),
  ];
}

function extendProblems({ extendProblems: found }: DeskRequestView, t: Words): Problem[] {
  return [
    ...(found.days ? [{ field: 'days', message: t('problem.days') }] : []),
    ...(found.reason ? [{ field: 'reason', message: t('problem.reason') }] : []),
  ];
}

function Answer({ view, t }: { view: DeskRequestView; t: Words }) {
  const { lang, csrf, request, typed } = view;
  const problems = new Map(answerProblems(view, t).map(({ field, message }) => [field, message]));
  const kind = request.kind === 'correction' ? 'correction' : 'access';
  return (
    <section>
      <h2>{t('answer.title')}</h2>
      <Form action={href('desk.privacyAnswer', lang, { id: request.id })} csrf={csrf}>
        <RadioGroup
          name="outcome"
          label={t('answer.outcome')}
          value={typed['outcome']}
          problem={problems.get('outcome')}
          options={(['done', 'refused'] as const).map((value) => ({
            value,
            label: t(`answer.outcome.${value}.${kind}`),
          }))}
          required
        />
        {kind === 'correction' && (
          <TextField
            name="value"
            label={t('answer.value')}
            hint={t('answer.value.hint')}
            value={typed['value']}
            problem={problems.get('value')}
          />
        )}
        <TextArea
          name="answer"
          label={t('answer.words')}
          hint={t('answer.words.hint')}
          value={typed['answer']}
          problem={problems.get('answer')}
          lang={request.lang}
          required
        />
        <Actions>
          <Button>{t('answer.do')}</Button>
        </Actions>
      </Form>
    </section>
  );
}

function Extend({ view, t }: { view: DeskRequestView; t: Words }) {
  const { lang, csrf, request, typed } = view;
  const problems = new Map(extendProblems(view, t).map(({ field, message }) => [field, message]));
  return (
    <section>
      <h2>{t('extend.title')}</h2>
      <p>{t('extend.lead')}</p>
      <Form action={href('desk.privacyExtend', lang, { id: request.id })} csrf={csrf}>
        <TextField
          name="days"
          inputmode="numeric"
          width="short"
          label={t('extend.days')}
          value={typed['days']}
          problem={problems.get('days')}
          required
        />
        <TextArea
          name="reason"
          rows={3}
          label={t('extend.reason')}
          value={typed['reason']}
          problem={problems.get('reason')}
          lang={request.lang}
          required
        />
        <Actions>
          <Button variant="secondary">{t('extend.do')}</Button>
        </Actions>
      </Form>
    </section>
  );
}
