import { defaultTimeZone as timeZone } from '#hiring/postings';
import { type Lang, formatIsoDate } from '#platform/i18n';
import { Badge } from '#ui/badge';
import { Breadcrumbs } from '#ui/breadcrumbs';
import { EmptyState } from '#ui/empty-state';
import { Facts } from '#ui/facts';
import {
  Actions,
  Button,
  ErrorSummary,
  Form,
  type Problem,
  RadioGroup,
  Select,
  TextArea,
  TextField,
  titleWithProblems,
} from '#ui/form';
import { PageHeading } from '#ui/heading';
import { Notice } from '#ui/notice';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import type { HoldProblems, Typed } from '../forms.ts';
import type { LegalHold } from '../holds/holds.ts';
import { type Words, messages } from '../messages/index.ts';
import { Written } from './written.tsx';

export type HoldsView = {
  lang: Lang;
  csrf: string;
  holds: readonly (LegalHold & { title: string | null })[];
  /** Processes that a hold can be placed on. */
  processes: readonly { id: string; title: string }[];
  typed: Typed;
  problems: HoldProblems;
  /** The hold whose lifting was sent without a reason. */
  liftProblem: string | null;
  told: 'placed' | 'lifted' | 'gone' | 'kept' | null;
};

/** What is held and why, and the forms to place and to lift a hold. */
export function holdsPage(view: HoldsView): Page {
  const { lang, holds, told } = view;
  const t = messages(lang);
  const problems = [...placeProblems(view, t), ...liftProblems(view, t)];
  return {
    lang,
    area: 'desk',
    title: titleWithProblems(lang, t('holds.title'), problems.length),
    alternates: hrefs('desk.holds'),
    body: (
      <>
        <Breadcrumbs items={[{ href: href('desk.privacy', lang), label: t('desk.title') }]} />
        {told && (
          <Notice kind={told === 'placed' || told === 'lifted' ? 'success' : 'warning'} outcome>
            <p>{told === 'kept' ? t('told.kept') : t(`deskTold.${told}`)}</p>
          </Notice>
        )}
        <ErrorSummary problems={problems} />
        <PageHeading title={t('holds.title')} lead={t('holds.lead')} />
        {holds.length === 0 && (
          <EmptyState title={t('holds.none.title')}>
            <p>{t('holds.none')}</p>
          </EmptyState>
        )}
        {holds.map((hold) => (
          <Hold key={hold.id} hold={hold} view={view} t={t} />
        ))}
        <h2>{t('holds.add')}</h2>
        <PlaceForm view={view} t={t} />
      </>
    ),
  };
}

function Hold({ hold, view, t }: { hold: HoldsView['holds'][number]; view: HoldsView; t: Words }) {
  const { id, reason, placedAt, placedBy, lifted } = hold;
  const what = hold.postingId
    ? t('holds.process', { title: hold.title ?? hold.postingId })
    : t('holds.candidate', { email: hold.email ?? t('deskRequest.erased') });
  const field = `because-${id}`;
  return (
    <section>
      <h2>{what}</h2>
      <Facts
        items={[
          {
            term: t('holds.state'),
            detail: lifted ? (
              t('holds.liftedOn', {
                when: formatIsoDate(lifted.at, timeZone),
                because: lifted.because,
              })
            ) : (
              <Badge tone="warning">{t('holds.inForce')}</Badge>
            ),
          },
          { term: t('holds.reason'), detail: <Written text={reason} /> },
          {
            term: t('holds.placed'),
            detail: t('holds.by', { when: formatIsoDate(placedAt, timeZone), who: placedBy }),
          },
        ]}
      />
      {!lifted && (
        <Form
          action={href('desk.holdLift', t.lang, { id })}
          csrf={view.csrf}
          label={`${t('holds.liftTitle')}: ${what}`}
        >
          <TextField
            name="because"
            id={field}
            label={t('holds.because')}
            problem={liftProblems(view, t).find((problem) => problem.field === field)?.message}
            required
          />
          <Actions>
            <Button variant="secondary">{t('holds.lift')}</Button>
          </Actions>
        </Form>
      )}
    </section>
  );
}

function PlaceForm({ view, t }: { view: HoldsView; t: Words }) {
  const { lang, typed } = view;
  const problems = new Map(placeProblems(view, t).map(({ field, message }) => [field, message]));
  return (
    <Form action={href('desk.holds', lang)} csrf={view.csrf}>
      <RadioGroup
        name="target"
        label={t('holds.target')}
        value={typed['target']}
        problem={problems.get('target')}
        options={(['process', 'person'] as const).map((value) => ({
          value,
          label: t(`holds.target.${value}`),
        }))}
        required
      />
      <Select
        name="posting"
        label={t('holds.posting')}
        value={typed['posting']}
        problem={problems.get('posting')}
        placeholder
        width="full"
        options={view.processes.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <TextField
        name="person"
        label={t('holds.person')}
        value={typed['person']}
        problem={problems.get('person')}
        spellcheck={false}
      />
      <TextArea
        name="reason"
        rows={3}
        label={t('holds.reason')}
        value={typed['reason']}
        problem={problems.get('reason')}
        required
      />
      <Actions>
        <Button>{t('holds.do')}</Button>
      </Actions>
    </Form>
  );
}

function placeProblems({ problems }: HoldsView, t: Words): Problem[] {
  const { target, posting, person, reason } = problems;
  return [
    ...(target ? [{ field: 'target', message: t('problem.target') }] : []),
    ...(posting ? [{ field: 'posting', message: t(`problem.${posting}`) }] : []),
    ...(person ? [{ field: 'person', message: t(`problem.${person}`) }] : []),
    ...(reason ? [{ field: 'reason', message: t('problem.reason') }] : []),
  ];
}

function liftProblems({ liftProblem }: HoldsView, t: Words): Problem[] {
  return liftProblem ? [{ field: `because-${liftProblem}`, message: t('problem.reason') }] : [];
}
