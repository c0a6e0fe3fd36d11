import type { ComponentChildren } from 'preact';
import type { Lang } from '#platform/i18n';
import { Breadcrumbs } from '#ui/breadcrumbs';
import {
  Actions,
  Button,
  ErrorSummary,
  Form,
  type Problem,
  RadioGroup,
  TextArea,
  titleWithProblems,
} from '#ui/form';
import { PageHeading } from '#ui/heading';
import { Notice } from '#ui/notice';
import type { Page } from '#web/page.ts';
import { type RouteName, href, hrefs } from '#web/routes.ts';
import { type AskProblems, type Typed, wordsLimit } from '../forms.ts';
import { type Words, messages } from '../messages/index.ts';
import { correctedItems } from '../model.ts';

export type AskView = {
  lang: Lang;
  csrf: string;
  typed: Typed;
  problems: AskProblems;
  told: 'kept' | 'too-many' | null;
  applications: readonly { id: string; title: string; reference: string }[];
};

/** The form for what the copy does not have. */
export function accessPage(view: AskView): Page {
  const t = messages(view.lang);
  return askPage(view, t, {
    name: 'my.privacyAccess',
    title: t('access.title'),
    lead: t('access.lead'),
    problems: askedProblem(view, t),
    fields: (
      <TextArea
        name="asked"
        label={t('access.asked')}
        hint={t('access.hint', { limit: wordsLimit })}
        value={view.typed['asked']}
        problem={askedProblem(view, t)[0]?.message}
        required
      />
    ),
  });
}

/** The form for a correction: of which application, of what, and how it should read. */
export function correctionPage(view: AskView): Page {
  const { typed, applications } = view;
  const t = messages(view.lang);
  const application = view.problems.application && t('problem.application');
  const item = view.problems.item && t('problem.item');
  const problems: Problem[] = [
    ...(application ? [{ field: 'application', message: application }] : []),
    ...(item ? [{ field: 'item', message: item }] : []),
    ...askedProblem(view, t),
  ];
  return askPage(view, t, {
    name: 'my.privacyCorrection',
    title: t('correction.title'),
    lead: t('correction.lead'),
    problems,
    fields: (
      <>
        {applications.length > 0 && (
          <RadioGroup
            name="application"
            label={t('correction.application')}
            value={typed['application'] ?? (applications.length === 1 ? applications[0]?.id : '')}
            problem={application}
            options={[
              ...applications.map(({ id, title, reference }) => ({
                value: id,
                label: t('deletion.scope.one', { title, reference }),
              })),
              { value: 'none', label: t('correction.none') },
            ]}
            required
          />
        )}
        <RadioGroup
          name="item"
          label={t('correction.item')}
          value={typed['item']}
          problem={item}
          options={correctedItems.map((value) => ({ value, label: t(`item.${value}`) }))}
          required
        />
        <TextArea
          name="asked"
          label={t('correction.asked')}
          hint={t('correction.hint', { limit: wordsLimit })}
          value={typed['asked']}
          problem={askedProblem(view, t)[0]?.message}
          required
        />
      </>
    ),
  });
}

function askedProblem({ problems }: AskView, t: Words): Problem[] {
  return problems.asked
    ? [{ field: 'asked', message: t(`problem.asked.${problems.asked}`, { limit: wordsLimit }) }]
    : [];
}

function askPage(
  view: AskView,
  t: Words,
  form: {
    name: RouteName & ('my.privacyAccess' | 'my.privacyCorrection');
    title: string;
    lead: string;
    problems: Problem[];
    fields: ComponentChildren;
  },
): Page {
  const { lang, csrf, told } = view;
  return {
    lang,
    area: 'site',
    title: titleWithProblems(lang, form.title, form.problems.length),
    alternates: hrefs(form.name),
    body: (
      <>
        <Breadcrumbs items={[{ href: href('my.privacy', lang), label: t('home.title') }]} />
        {told && (
          <Notice kind="warning" outcome>
            <p>{t(`told.${told}`)}</p>
          </Notice>
        )}
        <ErrorSummary problems={form.problems} />
        <PageHeading title={form.title} lead={form.lead} />
        <Form action={href(form.name, lang)} csrf={csrf}>
          {form.fields}
          <Actions>
            <Button>{t('access.do')}</Button>
          </Actions>
        </Form>
      </>
    ),
  };
}
