import { Breadcrumbs } from '#ui/breadcrumbs';
import { DataTable } from '#ui/data-table';
import { Disclosure } from '#ui/disclosure';
import {
  Actions,
  Button,
  ErrorSummary,
  Form,
  type Problem,
  TextField,
  titleWithProblems,
} from '#ui/form';
import { PageHeading } from '#ui/heading';
import { Notice } from '#ui/notice';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import { type PassphraseProblems, passphraseLength } from '../forms.ts';
import { type Words, messages } from '../messages/index.ts';
import { DeedForm, keyColumns } from './keys-table.tsx';
import type { KeysView } from './keys-view.ts';

/** A custodian's own key, and everyone whose key opens cases. */
export function keysPage(view: KeysView): Page {
  const { lang, keys, own } = view;
  const t = messages(lang);
  const said = passphraseWords(view.problems, t);
  const problems: Problem[] = [
    ...(said.passphrase ? [{ field: 'passphrase', message: said.passphrase }] : []),
    ...(said.again ? [{ field: 'passphrase-again', message: said.again }] : []),
  ];
  const recovery = keys.some(({ kind, retiredAt }) => kind === 'recovery' && !retiredAt);
  return {
    lang,
    area: 'desk',
    title: titleWithProblems(lang, t('keys.title'), problems.length),
    alternates: hrefs('desk.accommodationKeys'),
    body: (
      <>
        <Breadcrumbs items={[{ href: href('desk.accommodation', lang), label: t('list.title') }]} />
        {view.told && problems.length === 0 && (
          <Notice kind={view.told === 'refused' ? 'warning' : 'success'} outcome>
            <p>{t(`keys.told.${view.told}`)}</p>
          </Notice>
        )}
        <ErrorSummary problems={problems} />
        <PageHeading title={t('keys.title')} lead={t('keys.lead')} />
        {!recovery && (
          <Notice kind="warning" title={t('keys.noRecovery.title')}>
            <p>{t('keys.noRecovery')}</p>
            <p>
              <code>tandem custodian recovery-key</code>
            </p>
          </Notice>
        )}
        <h2>{t('keys.own')}</h2>
        <OwnKey view={view} t={t} said={said} />
        {own.unlocked && view.incomplete > 0 && <Incomplete view={view} t={t} />}
        {keys.length > 0 && (
          <>
            <h2>{t('keys.all')}</h2>
            <DataTable
              caption={t('keys.all')}
              captionHidden
              columns={keyColumns(view, t)}
              rows={keys}
              rowKey={({ id }) => id}
            />
          </>
        )}
      </>
    ),
  };
}

type Said = { passphrase?: string; again?: string };

function passphraseWords(problems: PassphraseProblems, t: Words): Said {
  return {
    ...(problems.passphrase && {
      passphrase: t('problem.passphrase', { length: passphraseLength }),
    }),
    ...(problems.again && { again: t('problem.again') }),
  };
}

function OwnKey({ view, t, said }: { view: KeysView; t: Words; said: Said }) {
  const { own, lang } = view;
  if (!own.inUse) {
    return own.waiting ? (
      <>
        <p>{t('keys.waiting')}</p>
        <Disclosure summary={t('keys.again')} open={hasProblems(said)}>
          <PassphraseForm view={view} t={t} said={said} deed="make" />
        </Disclosure>
      </>
    ) : (
      <>
        <p>{t('keys.none')}</p>
        <PassphraseForm view={view} t={t} said={said} deed="make" />
      </>
    );
  }
  if (!own.unlocked) {
    return (
      <>
        <p>
          {t.rich('keys.locked', {
            link: (text) => <a href={href('desk.accommodation', lang)}>{text}</a>,
          })}
        </p>
        <Disclosure summary={t('keys.forgotten')} open={hasProblems(said)}>
          <p>{t('keys.forgotten.says')}</p>
          <PassphraseForm view={view} t={t} said={said} deed="make" />
        </Disclosure>
      </>
    );
  }
  return (
    <>
      <p>{t('keys.unlocked')}</p>
      <DeedForm view={view} deed="lock" label={t('keys.lock')} />
      <Disclosure summary={t('keys.passphrase')} open={hasProblems(said)}>
        <p>{t('keys.passphrase.says')}</p>
        <PassphraseForm view={view} t={t} said={said} deed="passphrase" />
      </Disclosure>
      <Disclosure summary={t('keys.renew')}>
        <p>{t('keys.renew.says')}</p>
        <PassphraseForm view={view} t={t} said={{}} deed="make" id="new" />
      </Disclosure>
    </>
  );
}

function hasProblems(said: Said): boolean {
  return Object.keys(said).length > 0;
}

function PassphraseForm({
  view,
  t,
  said,
  deed,
  id = '',
}: {
  view: KeysView;
  t: Words;
  said: Said;
  deed: 'make' | 'passphrase';
  id?: string;
}) {
  const label = t(deed === 'make' ? 'keys.make' : 'keys.change');
  return (
    <Form action={href('desk.accommodationKeys', view.lang)} csrf={view.csrf} label={label}>
      <input type="hidden" name="deed" value={deed} />
      <TextField
        name="passphrase"
        id={`${id}passphrase`}
        type="password"
        autocomplete="new-password"
        label={t('field.passphrase.new')}
        hint={t('field.passphrase.hint', { length: passphraseLength })}
        problem={said.passphrase}
        width="medium"
        required
      />
      <TextField
        name="passphrase-again"
        id={`${id}passphrase-again`}
        type="password"
        autocomplete="new-password"
        label={t('field.passphrase.again')}
        problem={said.again}
        width="medium"
        required
      />
      <Actions>
        <Button>{label}</Button>
      </Actions>
    </Form>
  );
}

function Incomplete({ view, t }: { view: KeysView; t: Words }) {
  return (
    <Notice kind="warning" title={t('keys.incomplete.title')}>
      <p>{t('keys.incomplete', { count: view.incomplete })}</p>
      <DeedForm view={view} deed="complete" label={t('keys.complete')} />
    </Notice>
  );
}
