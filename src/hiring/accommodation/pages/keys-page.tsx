import { type Lang, formatIsoDate } from '#platform/i18n';
import { Badge } from '#ui/badge';
import { Breadcrumbs } from '#ui/breadcrumbs';
import { type Column, DataTable } from '#ui/data-table';
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
import type { CustodianKey } from '../keys/queries.ts';
import { type Words, messages } from '../messages/index.ts';

export const keyDeeds = ['make', 'passphrase', 'lock', 'unlock', 'admit', 'retire', 'complete'] as const;
export type KeyDeed = (typeof keyDeeds)[number];
const tellable = ['make', 'passphrase', 'lock', 'admit', 'retire', 'complete', 'refused'] as const;
export type KeyTold = (typeof tellable)[number];

export function keyToldOf(text: string | undefined): KeyTold | null {
  return tellable.find((one) => one === text) ?? null;
}

export type KeysView = {
  lang: Lang;
  csrf: string;
  timeZone: string;
  staffId: string;
  keys: readonly CustodianKey[];
  /** Of the person who reads. */
  own: { inUse: boolean; waiting: boolean; unlocked: boolean };
  /** Keys of cases that are not yet sealed to everyone who should have them. */
  incomplete: number;
  told: KeyTold | null;
  problems: PassphraseProblems;
};

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
        <h2>{t('keys.all')}</h2>
        <DataTable
          caption={t('keys.all')}
          captionHidden
          columns={columns(view, t)}
          rows={keys}
          rowKey={({ id }) => id}
        />
      </>
    ),
  };
}

type Said = { passphrase?: string; again?: string };

function passphraseWords(problems: PassphraseProblems, t: Words): Said {
  return {
    ...(problems.passphrase && { passphrase: t('problem.passphrase', { length: passphraseLength }) }),
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

function DeedForm({
  view,
  deed,
  label,
  keyId,
  name,
}: {
  view: KeysView;
  deed: KeyDeed;
  label: string;
  keyId?: string;
  /** Whose key it is about, for those who do not see the row. */
  name?: string;
}) {
  return (
    <Form
      action={href('desk.accommodationKeys', view.lang)}
      csrf={view.csrf}
      label={name ? `${label} – ${name}` : label}
    >
      <input type="hidden" name="deed" value={deed} />
      {keyId && <input type="hidden" name="key" value={keyId} />}
      <Button variant="secondary" small>
        {label}
      </Button>
    </Form>
  );
}

function columns(view: KeysView, t: Words): Column<CustodianKey>[] {
  const { timeZone, own, staffId } = view;
  return [
    {
      key: 'holder',
      header: t('keys.column.holder'),
      rowHeader: true,
      cell: ({ email }) => email ?? t('keys.recovery'),
    },
    {
      key: 'made',
      header: t('keys.column.made'),
      fit: true,
      cell: ({ madeAt }) => formatIsoDate(madeAt, timeZone),
    },
    {
      key: 'state',
      header: t('keys.column.state'),
      cell: (key) => <KeyState record={key} timeZone={timeZone} t={t} />,
    },
    {
      key: 'deed',
      header: t('keys.column.deed'),
      cell: ({ id, kind, email, admittedAt, retiredAt, inOffice, staffId: holder }) => {
        if (retiredAt || kind === 'recovery' || !own.unlocked) return '–';
        if (!admittedAt) {
          if (!inOffice) return '–';
          return (
            <DeedForm view={view} deed="admit" label={t('keys.admit')} keyId={id} name={email ?? ''} />
          );
        }
        if (holder === staffId) return '–';
        return (
          <DeedForm view={view} deed="retire" label={t('keys.retire')} keyId={id} name={email ?? ''} />
        );
      },
    },
  ];
}

function KeyState({
  record: { retiredAt, admittedAt, admittedBy, inOffice, email, kind },
  timeZone,
  t,
}: {
  record: CustodianKey;
  timeZone: string;
  t: Words;
}) {
  if (retiredAt) {
    return (
      <>
        <Badge>{t('keys.state.retired')}</Badge> {formatIsoDate(retiredAt, timeZone)}
      </>
    );
  }
  if (!admittedAt) return <Badge tone="warning">{t('keys.state.waiting')}</Badge>;
  if (!inOffice) return <Badge tone="danger">{t('keys.state.left')}</Badge>;
  return (
    <>
      <Badge tone="success">{t('keys.state.inUse')}</Badge>
      {kind === 'custodian' && (
        <>
          {' '}
          {admittedBy === email
            ? t('keys.admittedFirst')
            : t('keys.admittedBy', { who: admittedBy ?? t('keys.recovery') })}
        </>
      )}
    </>
  );
}
