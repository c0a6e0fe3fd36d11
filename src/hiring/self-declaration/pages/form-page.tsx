import type { Lang } from '#platform/i18n';
import {
  Actions,
  Button,
  CheckboxGroup,
  ErrorSummary,
  Form,
  RadioGroup,
  titleWithProblems,
} from '#ui/form';
import { PageHeading } from '#ui/heading';
import { Notice } from '#ui/notice';
import { Prose } from '#ui/prose';
import type { Page } from '#web/page.ts';
import { href } from '#web/routes.ts';
import { type DeclarationProblems, type Typed, fieldNames, ticked } from '../forms.ts';
import { messages } from '../messages/index.ts';
import { type EquityGroup, uses } from '../model.ts';
import { pagePaths } from './paths.ts';
import { Protection } from './protection.tsx';

export type FormView = {
  lang: Lang;
  /** Title of the process; null where it is no longer known. */
  process: string | null;
  groups: readonly EquityGroup[];
  typed: Typed;
  problems: DeclarationProblems;
  /** Says, sealed, for which application this form is. */
  token: string;
  /** False where an earlier answer must not be shown. */
  reads: boolean;
  /** True where there is an answer, which this one replaces. */
  changes: boolean;
  notice: 'withdrawn' | 'again' | null;
};

/** The form: what it is for, the groups with their definitions, and what the answer may be used for. */
export function formPage(view: FormView): Page {
  const { lang, typed } = view;
  const t = messages(lang);
  const said = {
    groups: view.problems.groups && t(`problem.groups.${view.problems.groups}`),
    use: view.problems.use && t(`problem.use.${view.problems.use}`),
  };
  const problems = fieldNames.flatMap((field) => {
    const message = said[field];
    return message ? [{ field, message }] : [];
  });
  return {
    lang,
    area: 'site',
    title: titleWithProblems(lang, t('title'), problems.length),
    alternates: pagePaths(view.changes ? { change: 'yes' } : {}),
    body: (
      <>
        <FormNotice view={view} />
        <ErrorSummary problems={problems} />
        <PageHeading title={t('title')} kicker={view.process ?? undefined} lead={t('lead')} />
        <Prose>
          <h2>{t('before.title')}</h2>
          <ul>
            <li>{t('before.voluntary')}</li>
            <li>{t('before.several')}</li>
            <li>{t('before.apart')}</li>
            <li>{t('before.change')}</li>
          </ul>
        </Prose>
        <Form action={href('declare.page', lang)}>
          <input type="hidden" name="token" value={view.token} />
          <CheckboxGroup
            name="groups"
            label={t('field.groups')}
            hint={t('field.groups.hint')}
            problem={said.groups}
            values={ticked(typed)}
            options={[
              ...view.groups
                .filter(({ inForce }) => inForce)
                .map(({ id, name, definition, basis }) => ({
                  value: id,
                  label: name[lang],
                  hint:
                    basis.kind === 'law' ? (
                      definition[lang]
                    ) : (
                      <>
                        {definition[lang]}
                        <br />
                        {basis.words[lang]}
                      </>
                    ),
                })),
              { value: 'none', label: t('option.none'), apart: true },
              { value: 'undisclosed', label: t('option.undisclosed') },
            ]}
          />
          <RadioGroup
            name="use"
            label={t('field.use')}
            hint={t('field.use.hint')}
            problem={said.use}
            value={typed['use']}
            options={uses.map((value) => ({
              value,
              label: t(`use.${value}`),
              hint: t(`use.${value}.hint`),
            }))}
          />
          <Actions>
            <Button>{t('save')}</Button>
          </Actions>
        </Form>
        {!view.reads && <Blind lang={lang} />}
        <Protection lang={lang} />
      </>
    ),
  };
}

function FormNotice({ view: { lang, notice } }: { view: FormView }) {
  const t = messages(lang);
  if (notice === 'withdrawn') {
    return (
      <Notice kind="success" outcome>
        <p>{t('withdrawn')}</p>
      </Notice>
    );
  }
  return notice === 'again' ? (
    <Notice kind="warning" outcome>
      <p>{t('notice.again')}</p>
    </Notice>
  ) : null;
}

/** To whoever came by a receipt: the same words whether something was declared before or not. */
function Blind({ lang }: { lang: Lang }) {
  const t = messages(lang);
  return (
    <>
      <h2>{t('blind.title')}</h2>
      <p>{t('blind.body')}</p>
      <p>
        {t.rich('blind.see', {
          link: (text) => <a href={pagePaths({ choose: 'yes' })[lang]}>{text}</a>,
        })}
      </p>
      <p>
        {t.rich('blind.withdraw', {
          link: (text) => <a href={href('declare.withdraw', lang)}>{text}</a>,
        })}
      </p>
    </>
  );
}
