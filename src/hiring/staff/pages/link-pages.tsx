import type { Lang, Localized } from '#platform/i18n';
import { Actions, Button, ButtonLink, Form } from '#ui/form';
import { PageHeading } from '#ui/heading';
import { Prose } from '#ui/prose';
import type { Page } from '#web/page.ts';
import { messages } from '../messages/index.ts';

type LinkView = {
  lang: Lang;
  alternates: Localized;
  /** The sign-in page, leading on to the page wanted. */
  signInPath: string;
  /** Life of a link. */
  minutes: number;
};

/** After asking for a link: the same words whoever the address belongs to. */
export function sentPage({ lang, alternates, signInPath, minutes }: LinkView): Page {
  const t = messages(lang);
  return {
    lang,
    area: 'desk',
    title: t('sent.title'),
    alternates,
    body: (
      <>
        <PageHeading title={t('sent.title')} lead={t('sent.lead')} />
        <Prose>
          <p>{t('sent.once', { minutes })}</p>
          <p>{t('sent.missing')}</p>
        </Prose>
        <Actions>
          <ButtonLink variant="secondary" href={signInPath}>
            {t('sent.again')}
          </ButtonLink>
        </Actions>
      </>
    ),
  };
}

/** Where the link leads: a button, since programs that check e-mail open every link they find. */
export function confirmPage(view: {
  lang: Lang;
  alternates: Localized;
  action: string;
  token: string;
  next: string | null;
}): Page {
  const t = messages(view.lang);
  return {
    lang: view.lang,
    area: 'desk',
    title: t('confirm.title'),
    alternates: view.alternates,
    body: (
      <>
        <PageHeading title={t('confirm.title')} lead={t('confirm.lead')} />
        <Form action={view.action}>
          <input type="hidden" name="token" value={view.token} />
          {view.next && <input type="hidden" name="next" value={view.next} />}
          <Actions>
            <Button>{t('confirm.do')}</Button>
          </Actions>
        </Form>
        <Prose>
          <p>{t('confirm.why')}</p>
        </Prose>
      </>
    ),
  };
}

/** For a link that was used, has expired, or was never ours: one answer for all three. */
export function spentPage({ lang, alternates, signInPath, minutes }: LinkView): Page {
  const t = messages(lang);
  return {
    lang,
    area: 'desk',
    title: t('spent.title'),
    alternates,
    body: (
      <>
        <PageHeading title={t('spent.title')} lead={t('spent.lead', { minutes })} />
        <Actions>
          <ButtonLink href={signInPath}>{t('spent.again')}</ButtonLink>
        </Actions>
      </>
    ),
  };
}
