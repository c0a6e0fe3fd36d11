import { type Lang, langs } from '#platform/i18n';
import {
  Actions,
  Button,
  CheckboxGroup,
  ErrorSummary,
  Fieldset,
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
import type { PostingChoice } from '../deps.ts';
import type { RequestProblems, Typed } from '../forms.ts';
import { type Words, messages } from '../messages/index.ts';
import { stages, textLimit, waysToReach } from '../model.ts';

export const examples = [
  'time',
  'documents',
  'questions',
  'language',
  'place',
  'way',
  'days',
] as const;

export type AskView = {
  lang: Lang;
  token: string;
  /** The code that will open the case: made with the form, so that sending twice is one case. */
  code: string;
  typed: Typed;
  problems: RequestProblems;
  notice: 'foreign' | 'stale' | 'busy' | null;
  postings: readonly PostingChoice[];
};

const fields = ['help', 'stages', 'name', 'email', 'phone'] as const;

/** The request of a candidate. */
export function askPage(view: AskView): Page {
  const { lang, typed } = view;
  const t = messages(lang);
  const said = problemsOf(view.problems, t);
  const problems: Problem[] = fields.flatMap((field) => {
    const message = said[field];
    return message ? [{ field, message }] : [];
  });
  return {
    lang,
    area: 'site',
    title: titleWithProblems(lang, t('ask.title'), problems.length),
    description: t('ask.lead'),
    alternates: hrefs('accommodation.ask'),
    indexable: problems.length === 0 && !view.notice,
    body: (
      <>
        {view.notice && (
          <Notice kind="warning" outcome>
            <p>{t(`notice.${view.notice}`)}</p>
          </Notice>
        )}
        <ErrorSummary problems={problems} />
        <PageHeading title={t('ask.title')} lead={t('ask.lead')} />
        <Introduction t={t} lang={lang} />
        <Form action={href('accommodation.ask', lang)}>
          <input type="hidden" name="token" value={view.token} />
          <input type="hidden" name="code" value={view.code} />
          <Fieldset legend={t('ask.section.help')}>
            <TextArea
              name="help"
              label={t('field.help')}
              hint={t('field.help.hint')}
              value={typed['help']}
              problem={said.help}
              rows={7}
              required
            />
            <CheckboxGroup
              name="stages"
              label={t('field.stages')}
              hint={t('field.stages.hint')}
              values={typed['stages']?.split('\n')}
              problem={said.stages}
              options={stages.map((value) => ({ value, label: t(`stage.${value}`) }))}
              required
            />
            {view.postings.length > 0 && (
              <Select
                name="posting"
                label={t('field.posting')}
                hint={t('field.posting.hint')}
                value={typed['posting']}
                placeholder={t('field.posting.none')}
                options={view.postings.map(({ id, title }) => ({ value: id, label: title }))}
                width="full"
              />
            )}
          </Fieldset>
          <Fieldset legend={t('ask.section.you')}>
            <TextField
              name="name"
              label={t('field.name')}
              autocomplete="name"
              value={typed['name']}
              problem={said.name}
              required
            />
            <TextField
              name="email"
              type="email"
              inputmode="email"
              autocomplete="email"
              spellcheck={false}
              label={t('field.email')}
              hint={t('field.email.hint')}
              value={typed['email']}
              problem={said.email}
              required
            />
            <RadioGroup
              name="reach"
              label={t('field.reach')}
              value={typed['reach'] ?? 'email'}
              options={waysToReach.map((value) => ({ value, label: t(`field.reach.${value}`) }))}
            />
            <TextField
              name="phone"
              type="tel"
              inputmode="tel"
              autocomplete="tel"
              label={t('field.phone')}
              hint={t('field.phone.hint')}
              value={typed['phone']}
              problem={said.phone}
              width="medium"
              required={false}
            />
            <RadioGroup
              name="lang"
              label={t('field.lang')}
              value={typed['lang'] ?? lang}
              options={langs.map((value) => ({ value, label: t(`lang.${value}`) }))}
              inline
            />
          </Fieldset>
          <Actions>
            <Button>{t('ask.send')}</Button>
          </Actions>
        </Form>
      </>
    ),
  };
}

function Introduction({ t, lang }: { t: Words; lang: Lang }) {
  return (
    <>
      <p>
        <strong>{t('ask.noDiagnosis')}</strong>
      </p>
      <h2>{t('ask.examples')}</h2>
      <ul>
        {examples.map((example) => (
          <li key={example}>{t(`example.${example}`)}</li>
        ))}
      </ul>
      <Notice kind="info" title={t('ask.sealed.title')}>
        <p>{t('ask.sealed')}</p>
        <p>{t('ask.told')}</p>
        <p>
          {t.rich('ask.privacy', {
            link: (text) => <a href={href('site.privacy', lang)}>{text}</a>,
          })}
        </p>
      </Notice>
      <p>
        {t.rich('ask.back', {
          link: (text) => <a href={href('accommodation.cases', lang)}>{text}</a>,
        })}
      </p>
    </>
  );
}

function problemsOf(
  problems: RequestProblems,
  t: Words,
): Partial<Record<(typeof fields)[number], string>> {
  return Object.fromEntries(
    Object.entries(problems).map(([field, kind]) => [
      field,
      t(`problem.${field as (typeof fields)[number]}.${kind}` as 'problem.help.missing', {
        limit: textLimit,
      }),
    ]),
  );
}

/** Nobody could open a request yet: who to write to instead. */
export function notReadyPage({ lang, email }: { lang: Lang; email: string | null }): Page {
  const t = messages(lang);
  return {
    lang,
    area: 'site',
    title: t('ask.title'),
    alternates: hrefs('accommodation.ask'),
    body: (
      <>
        <PageHeading title={t('ask.title')} lead={t('ask.lead')} />
        <p>
          <strong>{t('ask.noDiagnosis')}</strong>
        </p>
        <p>
          {email
            ? t.rich('ask.write', {
                email,
                link: (text) => <a href={`mailto:${email}`}>{text}</a>,
              })
            : t('ask.later')}
        </p>
      </>
    ),
  };
}
