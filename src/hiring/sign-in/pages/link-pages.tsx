import type { Lang, Localized } from '#platform/i18n';
import { Actions, Button, ButtonLink, Form } from '#ui/form';
import { PageHeading } from '#ui/heading';
import { Prose } from '#ui/prose';
import type { Page } from '#web/page.ts';
import type { DoorWords } from '../door.ts';
import { messages } from '../messages/index.ts';

type LinkView = {
  lang: Lang;
  area: Page['area'];
  words: DoorWords;
  alternates: Localized;
  /** The sign-in page, leading on to the page wanted. */
  signInPath: string;
  /** Life of a link. */
  minutes: number;
};

/** After asking for a link: the same words whoever the address belongs to. */
export function sentPage({ lang, area, words, alternates, signInPath, minutes }: LinkView): Page {
  const t = messages(lang);
  return {
    lang,
    area,
    title: t('sent.title'),
    alternates,
    body: (
      <>
        <PageHeading title={t('sent.title')} lead={words.sentLead} />
        <Prose>
          <p>{t('sent.once', { minutes })}</p>
          <p>{words.sentMissing}</p>
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
  area: Page['area'];
  /** Whose link it is, where that can be said. */
  email: string | null;
  alternates: Localized;
  action: string;
  token: string;
  next: string | null;
}): Page {
  const t = messages(view.lang);
  return {
    lang: view.lang,
    area: view.area,
    title: t('confirm.title'),
    alternates: view.alternates,
    body: (
      <>
        <PageHeading title={t('confirm.title')} lead={t('confirm.lead')} />
        {view.email && (
          <Prose>
            <p>{t.rich('confirm.who', { email: () => <strong>{view.email}</strong> })}</p>
          </Prose>
        )}
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
export function spentPage({
  lang,
  area,
  alternates,
  signInPath,
  minutes,
}: Omit<LinkView, 'words'>): Page {
  const t = messages(lang);
  return {
    lang,
    area,
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
