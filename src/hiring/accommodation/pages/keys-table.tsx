import { formatIsoDate } from '#platform/i18n';
import { Badge } from '#ui/badge';
import type { Column } from '#ui/data-table';
import { Button, Form } from '#ui/form';
import { href } from '#web/routes.ts';
import type { CustodianKey } from '../keys/queries.ts';
import type { Words } from '../messages/index.ts';
import type { KeyDeed, KeysView } from './keys-view.ts';

/** One button that does one thing to the keys. */
export function DeedForm({
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

/** The keys, and what those who can open cases may do with each. */
export function keyColumns(view: KeysView, t: Words): Column<CustodianKey>[] {
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
            <DeedForm
              view={view}
              deed="admit"
              label={t('keys.admit')}
              keyId={id}
              name={email ?? ''}
            />
          );
        }
        if (holder === staffId) return '–';
        return (
          <DeedForm
            view={view}
            deed="retire"
            label={t('keys.retire')}
            keyId={id}
            name={email ?? ''}
          />
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
