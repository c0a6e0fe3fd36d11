import type { Lang, Localized } from '#platform/i18n';
import { Breadcrumbs } from '#ui/breadcrumbs';
import { Facts } from '#ui/facts';
import { Actions, Button, Form } from '#ui/form';
import { PageHeading } from '#ui/heading';
import { Notice } from '#ui/notice';
import { Prose } from '#ui/prose';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import { type Words, messages } from '../messages/index.ts';
import type { PrivacyRequest } from '../model.ts';
import { type Obstacle, needsAnswer } from '../rules.ts';
import { Obstacles, dateWords } from './obstacles.tsx';
import { StateBadge, timeLeft } from './state.tsx';
import { Written } from './written.tsx';

const commissioner: Localized = {
  en: 'https://www.priv.gc.ca/en/file-a-formal-privacy-complaint/',
  fr: 'https://www.priv.gc.ca/fr/deposer-une-plainte-officielle-concernant-la-protection-de-la-vie-privee/',
};

export type RequestView = {
  lang: Lang;
  csrf: string;
  now: Date;
  request: PrivacyRequest;
  /** The application that it is about, in words. */
  application: string | null;
  /** Of an open deletion: what it waits for, thing by thing. */
  waiting: readonly { what: string; obstacles: readonly Obstacle[] }[];
  told: 'asked' | null;
};

/** One request of a candidate: its clock, what it waits for, the answer. */
export function requestPage(view: RequestView): Page {
  const { lang, request } = view;
  const t = messages(lang);
  const { id, reference, kind, closed } = request;
  return {
    lang,
    area: 'site',
    title: t('request.title', { reference }),
    alternates: hrefs('my.privacyRequest', { id }),
    body: (
      <>
        <Breadcrumbs items={[{ href: href('my.privacy', lang), label: t('home.title') }]} />
        {view.told && (
          <Notice kind="success" outcome>
            <p>{t(`told.${view.told}`)}</p>
          </Notice>
        )}
        <PageHeading title={t('request.title', { reference })}>
          <Facts inline items={facts(view, t)} />
        </PageHeading>
        <Prose>
          {request.extension && (
            <p>
              {t('request.extended', {
                when: dateWords(request.extension.at, t),
                reason: request.extension.reason,
              })}
            </p>
          )}
          {request.asked !== '' && (
            <>
              <h2>{t('request.words')}</h2>
              <Written text={request.asked} />
            </>
          )}
          {closed && closed.answer !== '' && (
            <>
              <h2>{t('request.answer')}</h2>
              <Written text={closed.answer} />
              {kind === 'correction' && closed.outcome === 'refused' && (
                <p>{t('request.notation')}</p>
              )}
              <p>
                {t.rich('request.complaint', {
                  link: (text) => <a href={commissioner[lang]}>{text}</a>,
                })}
              </p>
            </>
          )}
          {!closed && kind === 'deletion' && <Waiting view={view} t={t} />}
        </Prose>
        {!closed && (
          <Form action={href('my.privacyWithdraw', lang, { id })} csrf={view.csrf}>
            <Actions>
              <Button variant="secondary">{t('request.withdraw')}</Button>
            </Actions>
          </Form>
        )}
      </>
    ),
  };
}

function facts({ request, application, now }: RequestView, t: Words) {
  const { kind, item, askedAt, dueAt, closed, consented } = request;
  return [
    { term: t('request.state'), detail: <StateBadge request={request} now={now} t={t} /> },
    { term: t('request.kind'), detail: t(`kind.${kind}`) },
    { term: t('request.item'), detail: item && t(`item.${item}`) },
    {
      term: t('request.application'),
      detail: kind === 'deletion' ? (application ?? t('request.everything')) : application,
    },
    { term: t('request.asked'), detail: dateWords(askedAt, t) },
    {
      term: t('request.due'),
      detail:
        !closed && needsAnswer(kind) ? `${dateWords(dueAt, t)} (${timeLeft(dueAt, now, t)})` : null,
    },
    {
      term: t('request.consent'),
      detail: kind === 'deletion' ? t(consented ? 'yes' : 'no') : null,
    },
  ];
}

function Waiting({ view, t }: { view: RequestView; t: Words }) {
  const blocked = view.waiting.filter(({ obstacles }) => obstacles.length > 0);
  if (blocked.length === 0) return <p>{t('deletion.soon')}</p>;
  return (
    <>
      <h2>{t('deletion.waits')}</h2>
      {blocked.map(({ what, obstacles }) => (
        <section key={what}>
          <h3>{what}</h3>
          <Obstacles obstacles={obstacles} t={t} />
        </section>
      ))}
      <p>{t('deletion.next')}</p>
    </>
  );
}
