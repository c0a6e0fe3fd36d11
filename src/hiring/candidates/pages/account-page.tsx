import { type Lang, formatDate } from '#platform/i18n';
import { Actions, Button, Form, RadioGroup, TextField } from '#ui/form';
import { PageHeading } from '#ui/heading';
import { Notice } from '#ui/notice';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import { messages } from '../messages/index.ts';
import type { Candidate } from '../model.ts';
import { PasskeyForm } from './passkey-form.tsx';

/** What the page can be told to say by its address, after a form was sent. */
export const accountOutcomes = [
  'language',
  'added',
  'removed',
  'refused',
  'known',
  'many',
] as const;
export type AccountOutcome = (typeof accountOutcomes)[number];

export type AccountView = {
  lang: Lang;
  candidate: Candidate;
  csrf: string;
  outcome: AccountOutcome | null;
  /** Null where browsers allow none: at an address without https or without a name. */
  passkeys: readonly OwnPasskey[] | null;
  /** How many sessions are open, this one included. */
  sessions: number;
};

type OwnPasskey = {
  id: string;
  name: string;
  /** Said where it is another than this page's. */
  otherDomain: string | null;
  createdAt: Date;
  usedAt: Date | null;
};

/** Days are told in the zone of the capital, where no process gives one. */
const timeZone = 'America/Toronto';

/** What a candidate can settle for themselves: language, passkeys, sessions. */
export function accountPage(view: AccountView): Page {
  const { lang, candidate, csrf } = view;
  const t = messages(lang);
  return {
    lang,
    area: 'site',
    title: t('account.title'),
    alternates: hrefs('my.account'),
    islands: ['passkey-form'],
    body: (
      <>
        {view.outcome && <Outcome lang={lang} outcome={view.outcome} />}
        <PageHeading title={t('account.title')} lead={t('account.lead')} />
        <section aria-labelledby="language">
          <h2 id="language">{t('account.language.title')}</h2>
          <Form action={href('my.language', lang)} csrf={csrf}>
            <RadioGroup
              name="lang"
              label={t('account.language.legend')}
              value={candidate.lang}
              options={[
                { value: 'en', label: t('account.language.en') },
                { value: 'fr', label: t('account.language.fr') },
              ]}
              inline
            />
            <Actions>
              <Button variant="secondary">{t('account.language.save')}</Button>
            </Actions>
          </Form>
        </section>
        {view.passkeys && <Passkeys {...view} passkeys={view.passkeys} />}
        <section aria-labelledby="sessions">
          <h2 id="sessions">{t('account.sessions.title')}</h2>
          <p>{t('account.sessions.count', { count: view.sessions })}</p>
          <p>{t('account.sessions.lost')}</p>
          <Form action={href('my.signOutEverywhere', lang)} csrf={csrf}>
            <Actions>
              <Button variant="secondary">{t('account.sessions.end')}</Button>
            </Actions>
          </Form>
        </section>
      </>
    ),
  };
}

function Outcome({ lang, outcome }: { lang: Lang; outcome: AccountOutcome }) {
  const t = messages(lang);
  const words = {
    language: t('account.language.saved'),
    added: t('account.passkeys.told.added'),
    removed: t('account.passkeys.told.removed'),
    refused: t('account.passkeys.told.refused'),
    known: t('passkey.known'),
    many: t('account.passkeys.told.many'),
  };
  const good = outcome === 'language' || outcome === 'added' || outcome === 'removed';
  return (
    <Notice kind={good ? 'success' : 'warning'} outcome>
      <p>{words[outcome]}</p>
    </Notice>
  );
}

function Passkeys({ lang, csrf, passkeys }: AccountView & { passkeys: readonly OwnPasskey[] }) {
  const t = messages(lang);
  return (
    <section aria-labelledby="passkeys">
      <h2 id="passkeys">{t('account.passkeys.title')}</h2>
      <p>{t('account.passkeys.what')}</p>
      {passkeys.length > 0 && (
        <ul class="own-list">
          {passkeys.map((passkey) => (
            <li key={passkey.id}>
              <OnePasskey lang={lang} csrf={csrf} passkey={passkey} />
            </li>
          ))}
        </ul>
      )}
      <PasskeyForm
        lang={lang}
        mode="create"
        options={href('my.passkeyAddOptions', lang)}
        action={href('my.passkeyAdd', lang)}
        csrf={csrf}
        button={t('account.passkeys.add')}
        variant="secondary"
        without={t('account.passkeys.unavailable')}
      >
        <TextField
          name="name"
          label={t('account.passkeys.name')}
          hint={t('account.passkeys.name.hint')}
          width="medium"
        />
      </PasskeyForm>
    </section>
  );
}

function OnePasskey({ lang, csrf, passkey }: { lang: Lang; csrf: string; passkey: OwnPasskey }) {
  const t = messages(lang);
  const { usedAt, otherDomain } = passkey;
  const name = passkey.name || t('account.passkeys.unnamed');
  const facts = [
    t('account.passkeys.added', { date: formatDate(passkey.createdAt, lang, timeZone) }),
    usedAt
      ? t('account.passkeys.used', { date: formatDate(usedAt, lang, timeZone) })
      : t('account.passkeys.unused'),
    otherDomain && t('account.passkeys.domain', { domain: otherDomain }),
  ];
  return (
    <>
      <div>
        <h3>{name}</h3>
        {facts.map((fact) => fact && <p key={fact}>{fact}</p>)}
      </div>
      <Form action={href('my.passkeyRemove', lang)} csrf={csrf}>
        <input type="hidden" name="id" value={passkey.id} />
        <Button variant="quiet" small>
          {t.rich('account.passkeys.remove', {
            name,
            which: (text) => <span class="visually-hidden">{text}</span>,
          })}
        </Button>
      </Form>
    </>
  );
}
