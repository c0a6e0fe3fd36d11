import { type Lang, type Localized, langs } from '#platform/i18n';
import { Breadcrumbs } from '#ui/breadcrumbs';
import {
  Actions,
  Button,
  ErrorSummary,
  Form,
  RadioGroup,
  TextField,
  titleWithProblems,
} from '#ui/form';
import { PageHeading } from '#ui/heading';
import { Notice } from '#ui/notice';
import type { Page } from '#web/page.ts';
import { href } from '#web/routes.ts';
import type { AlertProblems } from '../forms.ts';
import { messages } from '../messages/index.ts';

export type AskView = {
  lang: Lang;
  /** The search that a posting must match, as in the address of the list; "" for every posting. */
  search: string;
  /** The same in words; "" for every posting. */
  searchWords: string;
  typed: Readonly<Partial<Record<string, string>>>;
  problems: AlertProblems;
  notice: 'foreign' | 'busy' | null;
};

/** The form that asks for alerts. */
export function askPage(view: AskView): Page {
  const { lang, search, typed } = view;
  const t = messages(lang);
  const emailProblem = view.problems.email && t(`problem.email.${view.problems.email}`);
  const langProblem = view.problems.lang && t('problem.lang');
  const problems = [
    ...(emailProblem ? [{ field: 'email', message: emailProblem }] : []),
    ...(langProblem ? [{ field: 'lang', message: langProblem }] : []),
  ];
  const list = href('postings.index', lang) + (search === '' ? '' : `?${search}`);
  return {
    lang,
    area: 'site',
    title: titleWithProblems(lang, t('ask.title'), problems.length),
    description: t('ask.lead'),
    alternates: askPaths(search),
    indexable: search === '' && problems.length === 0,
    body: (
      <>
        <Breadcrumbs items={[{ href: list, label: t('back') }]} />
        {view.notice && (
          <Notice kind="warning" outcome>
            <p>{t(`notice.${view.notice}`)}</p>
          </Notice>
        )}
        <ErrorSummary problems={problems} />
        <PageHeading title={t('ask.title')} lead={t('ask.lead')} />
        <p>{search === '' ? t('ask.every') : t('ask.search', { search: view.searchWords })}</p>
        <Form action={askPaths(search)[lang]}>
          <TextField
            name="email"
            type="email"
            inputmode="email"
            autocomplete="email"
            spellcheck={false}
            label={t('field.email')}
            hint={t('field.email.hint')}
            value={typed['email']}
            problem={emailProblem}
            required
          />
          <RadioGroup
            name="lang"
            label={t('field.lang')}
            value={typed['lang'] ?? lang}
            problem={langProblem}
            options={langs.map((value) => ({ value, label: t(`lang.${value}`) }))}
            inline
            required
          />
          <p>
            {t.rich('ask.privacy', {
              link: (label) => <a href={href('site.privacy', lang)}>{label}</a>,
            })}
          </p>
          <Actions>
            <Button>{t('ask.save')}</Button>
          </Actions>
        </Form>
      </>
    ),
  };
}

/** Addresses of the form for a search. */
export function askPaths(search: string): Localized {
  const query = search === '' ? '' : `?${search}`;
  return { en: href('alerts.ask', 'en') + query, fr: href('alerts.ask', 'fr') + query };
}
