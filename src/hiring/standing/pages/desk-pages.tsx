import { defaultTimeZone } from '#hiring/postings';
import { type Lang, formatIsoDateTime } from '#platform/i18n';
import { Breadcrumbs } from '#ui/breadcrumbs';
import { ErrorSummary, titleWithProblems } from '#ui/form';
import { PageHeading } from '#ui/heading';
import { Notice } from '#ui/notice';
import { Badge } from '#ui/badge';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import { messages } from '../messages/index.ts';
import type { Conversation, Waiting } from '../model.ts';
import { asksForDiscussion } from '../rules.ts';
import { Told } from './told.tsx';
import { MessageFields, type MessageForm, Messages, problemOf } from './conversation.tsx';

export type ConversationView = {
  lang: Lang;
  conversation: Conversation;
  postingTitle: string;
  form: MessageForm;
  /** True right after sending. */
  sent: boolean;
};

/** The hiring team's page of the same conversation; who the candidate is is not on it. */
export function answerPage(view: ConversationView): Page {
  const { lang, conversation, postingTitle, form, sent } = view;
  const t = messages(lang);
  const { applicationId: id, reference } = conversation;
  const message = problemOf(lang, form);
  const title = t('answer.title', { reference });
  return {
    lang,
    area: 'desk',
    title: titleWithProblems(lang, title, message ? 1 : 0),
    alternates: hrefs('desk.questions', { id }),
    body: (
      <>
        <Breadcrumbs items={[{ href: href('desk.waiting', lang), label: t('waiting.title') }]} />
        {sent && <Told words={t('told.answered')} />}
        <ErrorSummary problems={message ? [{ field: 'message', message }] : []} />
        <PageHeading title={title} kicker={postingTitle} lead={t('answer.lead')} />
        <p>
          <a href={href('desk.application', lang, { id })}>{t('answer.application')}</a>
        </p>
        {asksForDiscussion(conversation.messages) && (
          <Notice kind="warning" title={t('messages.discussion')}>
            <p>{t('answer.discussion')}</p>
          </Notice>
        )}
        <Messages lang={lang} list={conversation.messages} reader="team" />
        <MessageFields lang={lang} action={href('desk.questions', lang, { id })} form={form} />
      </>
    ),
  };
}

/** What waits for an answer. */
export function waitingPage(lang: Lang, waiting: readonly (Waiting & { title: string })[]): Page {
  const t = messages(lang);
  return {
    lang,
    area: 'desk',
    title: t('waiting.title'),
    alternates: hrefs('desk.waiting'),
    body: (
      <>
        <PageHeading title={t('waiting.title')} lead={t('waiting.lead')} />
        {waiting.length === 0 && <p>{t('waiting.none')}</p>}
        <ul>
          {waiting.map(({ applicationId: id, reference, title, since, discussion }) => (
            <li key={id}>
              <a href={href('desk.questions', lang, { id })}>
                {t('ask.kicker', { title, reference })}
              </a>
              {', '}
              {t('waiting.since', { when: formatIsoDateTime(since, defaultTimeZone) })}{' '}
              {discussion && <Badge tone="warning">{t('messages.discussion')}</Badge>}
            </li>
          ))}
        </ul>
      </>
    ),
  };
}
