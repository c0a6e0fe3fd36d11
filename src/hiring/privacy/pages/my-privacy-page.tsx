import type { ComponentChildren } from 'preact';
import type { Lang } from '#platform/i18n';
import { Facts } from '#ui/facts';
import { Actions, Button, ButtonLink, Form } from '#ui/form';
import { PageHeading } from '#ui/heading';
import { Notice } from '#ui/notice';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import { type Words, messages } from '../messages/index.ts';
import type { PrivacyRequest } from '../model.ts';
import { needsAnswer } from '../rules.ts';
import { dateWords } from './obstacles.tsx';
import { StateBadge, timeLeft } from './state.tsx';

export type MyPrivacyView = {
  lang: Lang;
  csrf: string;
  now: Date;
  requests: readonly PrivacyRequest[];
  told: 'asked' | 'withdrawn' | 'busy' | null;
};

/** All that a candidate can do about what is held on them, and what they asked for so far. */
export function myPrivacyPage(view: MyPrivacyView): Page {
  const { lang, csrf, told } = view;
  const t = messages(lang);
  return {
    lang,
    area: 'site',
    title: t('home.title'),
    alternates: hrefs('my.privacy'),
    body: (
      <>
        {told && (
          <Notice kind={told === 'busy' ? 'warning' : 'success'} outcome>
            <p>{t(`told.${told}`)}</p>
          </Notice>
        )}
        <PageHeading title={t('home.title')} lead={t('home.lead')} />
        <Part title={t('copy.title')} lead={t('copy.lead')}>
          <Form action={href('my.privacyExport', lang)} csrf={csrf}>
            <Actions>
              <Button>{t('copy.do')}</Button>
            </Actions>
          </Form>
          <p>{t('copy.untold')}</p>
          <p>
            {t.rich('copy.more', {
              link: (text) => <a href={href('my.privacyAccess', lang)}>{text}</a>,
            })}
          </p>
        </Part>
        <Part title={t('correct.title')} lead={t('correct.lead')}>
          <Actions>
            <ButtonLink variant="secondary" href={href('my.privacyCorrection', lang)}>
              {t('correct.do')}
            </ButtonLink>
          </Actions>
        </Part>
        <Part title={t('delete.title')} lead={t('delete.lead')}>
          <Actions>
            <ButtonLink variant="secondary" href={href('my.privacyDeletion', lang)}>
              {t('delete.do')}
            </ButtonLink>
          </Actions>
        </Part>
        <h2>{t('requests.title')}</h2>
        {view.requests.length === 0 && <p>{t('requests.none')}</p>}
        {view.requests.map((request) => (
          <RequestLine key={request.id} request={request} now={view.now} t={t} />
        ))}
        <p>
          {t.rich('home.notice', {
            link: (text) => <a href={href('site.privacy', lang)}>{text}</a>,
          })}
        </p>
      </>
    ),
  };
}

function Part({
  title,
  lead,
  children,
}: {
  title: string;
  lead: string;
  children: ComponentChildren;
}) {
  return (
    <section>
      <h2>{title}</h2>
      <p>{lead}</p>
      {children}
    </section>
  );
}

function RequestLine({ request, now, t }: { request: PrivacyRequest; now: Date; t: Words }) {
  const { id, reference, kind, askedAt, dueAt, closed } = request;
  return (
    <section>
      <h3>
        <a href={href('my.privacyRequest', t.lang, { id })}>
          {t('requests.line', { kind: t(`kind.${kind}`), reference })}
        </a>
      </h3>
      <Facts
        inline
        items={[
          {
            term: t('request.state'),
            detail: <StateBadge request={request} now={now} t={t} />,
          },
          { term: t('request.asked'), detail: dateWords(askedAt, t) },
          {
            term: t('request.due'),
            detail:
              !closed && needsAnswer(kind) && `${dateWords(dueAt, t)} (${timeLeft(dueAt, now, t)})`,
          },
        ].filter(({ detail }) => detail !== false)}
      />
    </section>
  );
}
