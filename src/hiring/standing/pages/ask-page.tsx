import type { Lang } from '#platform/i18n';
import { Breadcrumbs } from '#ui/breadcrumbs';
import { ErrorSummary, titleWithProblems } from '#ui/form';
import { PageHeading } from '#ui/heading';
import { Notice } from '#ui/notice';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import { messages } from '../messages/index.ts';
import { dayInWords } from '../moment.ts';
import type { OwnPage } from '../own-page.ts';
import { MessageFields, type MessageForm, Messages, problemOf } from './conversation.tsx';
import { DiscussionOffer } from './discussion.tsx';
import { Told } from './told.tsx';

export type AskView = {
  lang: Lang;
  own: OwnPage;
  form: MessageForm;
  /** What was just sent. */
  sent: 'asked' | 'discussion' | null;
  /** True where an informal discussion was asked for that cannot be: what was typed is kept. */
  late: boolean;
};

/**
 * The candidate's page of questions: what was asked and answered, and the form of another question,
 * or of the request for an informal discussion.
 */
export function askPage({ lang, own, form, sent, late }: AskView): Page {
  const t = messages(lang);
  const { reference, messages: latestFirst } = own.standing;
  const discusses = form.kind === 'discussion';
  const message = problemOf(lang, form);
  const title = t(discusses ? 'discuss.title' : 'ask.title');
  const query = discusses ? '?about=informal-discussion' : '';
  const { en, fr } = hrefs('my.questions', { reference });
  return {
    lang,
    area: 'site',
    title: titleWithProblems(lang, title, message ? 1 : 0),
    alternates: { en: en + query, fr: fr + query },
    body: (
      <>
        <Breadcrumbs
          items={[
            { href: href('my.applications', lang), label: t('back.mine') },
            {
              href: href('my.application', lang, { reference }),
              label: t('back.own', { reference }),
            },
          ]}
        />
        {sent && <Told words={t(`told.${sent}`)} />}
        {late && (
          <Notice kind="warning" outcome>
            <p>{t('discuss.late')}</p>
          </Notice>
        )}
        <ErrorSummary problems={message ? [{ field: 'message', message }] : []} />
        <PageHeading
          title={title}
          kicker={t('ask.kicker', { title: own.title[lang], reference })}
          lead={discusses ? <DiscussionOffer lang={lang} own={own} /> : t('ask.lead')}
        />
        {discusses && own.discussion?.kind === 'offered' && (
          <p>
            {t('discussion.until', { date: dayInWords(own.discussion.lastDay, lang) })}{' '}
            {t('discuss.answer')}
          </p>
        )}
        <p>{t('ask.adaptation')}</p>
        <MessageFields lang={lang} action={href('my.questions', lang, { reference })} form={form} />
        <Messages lang={lang} list={latestFirst.toReversed()} reader="candidate" />
      </>
    ),
  };
}
