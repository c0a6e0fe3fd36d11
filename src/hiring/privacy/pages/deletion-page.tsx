import type { Lang } from '#platform/i18n';
import { Breadcrumbs } from '#ui/breadcrumbs';
import {
  Actions,
  Button,
  Checkbox,
  ErrorSummary,
  Form,
  RadioGroup,
  titleWithProblems,
} from '#ui/form';
import { PageHeading } from '#ui/heading';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import type { AskProblems, Typed } from '../forms.ts';
import { type Words, messages } from '../messages/index.ts';
import { type Obstacle, deletableFrom } from '../rules.ts';
import { Obstacles, dateWords } from './obstacles.tsx';

/** Something that can be deleted, with what stands in the way with and without consent. */
export type Deletable = {
  id: string;
  title: string;
  reference: string;
  withConsent: readonly Obstacle[];
  without: readonly Obstacle[];
};

export type DeletionView = {
  lang: Lang;
  csrf: string;
  typed: Typed;
  problems: AskProblems;
  applications: readonly Deletable[];
};

/** What can be deleted, when and why not yet, and the form that asks for it. */
export function deletionPage(view: DeletionView): Page {
  const { lang, typed, applications } = view;
  const t = messages(lang);
  const scope = view.problems.scope && t('problem.scope');
  const problems = scope ? [{ field: 'scope', message: scope }] : [];
  return {
    lang,
    area: 'site',
    title: titleWithProblems(lang, t('deletion.title'), problems.length),
    alternates: hrefs('my.privacyDeletion'),
    body: (
      <>
        <Breadcrumbs items={[{ href: href('my.privacy', lang), label: t('home.title') }]} />
        <ErrorSummary problems={problems} />
        <PageHeading title={t('deletion.title')} lead={t('deletion.lead')} />
        {applications.length > 0 && (
          <>
            <h2>{t('deletion.when')}</h2>
            {applications.map((application) => (
              <When key={application.id} application={application} t={t} />
            ))}
            <p>{t('deletion.stays')}</p>
          </>
        )}
        <Form action={href('my.privacyDeletion', lang)} csrf={view.csrf}>
          <RadioGroup
            name="scope"
            label={t('deletion.scope')}
            value={typed['scope'] ?? ''}
            problem={scope}
            options={[
              ...applications.map(({ id, title, reference }) => ({
                value: id,
                label: t('deletion.scope.one', { title, reference }),
              })),
              { value: 'all', label: t('deletion.scope.all') },
            ]}
            required
          />
          <Checkbox
            name="consent"
            label={t('deletion.consent')}
            hint={t('deletion.consent.hint')}
            checked={typed['consent'] === 'yes'}
          />
          <Actions>
            <Button variant="danger">{t('deletion.do')}</Button>
          </Actions>
        </Form>
      </>
    ),
  };
}

function When({ application, t }: { application: Deletable; t: Words }) {
  const { title, reference, withConsent, without } = application;
  const later = deletableFrom(without);
  return (
    <section>
      <h3>{t('deletion.scope.one', { title, reference })}</h3>
      <p>
        <strong>{firstDay(withConsent, t)}</strong>
        {later && withConsent.length < without.length && (
          <> {t('deletion.without', { date: dateWords(later, t) })}</>
        )}
      </p>
      {withConsent.length > 0 && <Obstacles obstacles={withConsent} t={t} />}
    </section>
  );
}

function firstDay(obstacles: readonly Obstacle[], t: Words): string {
  if (obstacles.length === 0) return t('deletion.now');
  const from = deletableFrom(obstacles);
  return from ? t('deletion.later', { date: dateWords(from, t) }) : t('deletion.unknown');
}
