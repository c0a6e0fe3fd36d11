import type { Lang } from '#platform/i18n';
import { Actions, Button, ButtonLink, Form } from '#ui/form';
import { Facts } from '#ui/facts';
import { PageHeading } from '#ui/heading';
import { Notice } from '#ui/notice';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import { messages } from '../messages/index.ts';
import type { Answer, EquityGroup } from '../model.ts';
import { pagePaths } from './paths.ts';
import { Protection } from './protection.tsx';

export type DeclaredView = {
  lang: Lang;
  process: string | null;
  answer: Answer;
  groups: readonly EquityGroup[];
  /** True right after it was sent. */
  saved: boolean;
};

/** What was declared, to the person who declared it: to change or to withdraw. */
export function declaredPage(view: DeclaredView): Page {
  const { lang, answer } = view;
  const t = messages(lang);
  return {
    lang,
    area: 'site',
    title: t('declared.title'),
    alternates: pagePaths(),
    body: (
      <>
        {view.saved && (
          <Notice kind="success" outcome>
            <p>{t('declared.saved')}</p>
          </Notice>
        )}
        <PageHeading title={t('declared.title')} kicker={view.process ?? undefined} />
        <Facts
          items={[
            { term: t('declared.answer'), detail: <AnswerWords view={view} /> },
            {
              term: t('declared.use'),
              detail: answer.kind === 'groups' ? t(`use.${answer.use}`) : t('use.statistics'),
            },
          ]}
        />
        <Actions>
          <ButtonLink href={pagePaths({ change: 'yes' })[lang]}>{t('declared.change')}</ButtonLink>
          <ButtonLink variant="secondary" href={href('declare.withdraw', lang)}>
            {t('declared.withdraw')}
          </ButtonLink>
          <ButtonLink variant="quiet" href={pagePaths({ choose: 'yes' })[lang]}>
            {t('choose.other')}
          </ButtonLink>
        </Actions>
        <Protection lang={lang} />
        <p>{t('leave.body')}</p>
        <Form action={href('declare.leave', lang)}>
          <Button variant="secondary">{t('leave.do')}</Button>
        </Form>
      </>
    ),
  };
}

function AnswerWords({ view: { lang, answer, groups } }: { view: DeclaredView }) {
  const t = messages(lang);
  if (answer.kind !== 'groups') return <>{t(`option.${answer.kind}`)}</>;
  return (
    <ul>
      {answer.groups.map((id) => (
        // A group that was taken off the list since is shown by its id rather than not at all.
        <li key={id}>{groups.find((group) => group.id === id)?.name[lang] ?? id}</li>
      ))}
    </ul>
  );
}

/** Before withdrawing. The same words whether there is something to withdraw or not. */
export function withdrawPage(lang: Lang, process: string | null, token: string): Page {
  const t = messages(lang);
  return {
    lang,
    area: 'site',
    title: t('withdraw.title'),
    alternates: hrefs('declare.withdraw'),
    body: (
      <>
        <PageHeading
          title={t('withdraw.title')}
          kicker={process ?? undefined}
          lead={t('withdraw.body')}
        />
        <Form action={href('declare.withdraw', lang)}>
          <input type="hidden" name="token" value={token} />
          <Actions>
            <Button variant="danger">{t('withdraw.do')}</Button>
            <ButtonLink variant="secondary" href={pagePaths()[lang]}>
              {t('withdraw.back')}
            </ButtonLink>
          </Actions>
        </Form>
      </>
    ),
  };
}

/** A form that cannot be told to be anybody's: nothing was done. */
export function stalePage(lang: Lang): Page {
  const t = messages(lang);
  return {
    lang,
    area: 'site',
    title: t('stale.title'),
    alternates: pagePaths(),
    body: (
      <>
        <PageHeading title={t('stale.title')} lead={t('stale.body')} />
        <Actions>
          <ButtonLink variant="secondary" href={pagePaths({ choose: 'yes' })[lang]}>
            {t('stale.mine')}
          </ButtonLink>
        </Actions>
      </>
    ),
  };
}
