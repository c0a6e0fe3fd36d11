import type { Lang } from '#platform/i18n';
import { Actions, Button, ButtonLink, Form } from '#ui/form';
import { PageHeading } from '#ui/heading';
import { Prose } from '#ui/prose';
import type { Page } from '#web/page.ts';
import { href, hrefs } from '#web/routes.ts';
import type { LinkPurpose } from '../links.ts';
import { messages } from '../messages/index.ts';

/** After asking: the same words whatever is known of the address. */
export function sentPage(lang: Lang): Page {
  const t = messages(lang);
  return {
    lang,
    area: 'site',
    title: t('sent.title'),
    alternates: hrefs('alerts.sent'),
    body: (
      <>
        <PageHeading title={t('sent.title')} lead={t('sent.lead')} />
        <Prose>
          <p>{t('sent.missing')}</p>
        </Prose>
        <Actions>
          <ButtonLink variant="secondary" href={href('alerts.ask', lang)}>
            {t('sent.again')}
          </ButtonLink>
        </Actions>
      </>
    ),
  };
}

type LinkView = { lang: Lang; purpose: LinkPurpose; token: string; email: string };

/** Where a link of an e-mail leads: a button, since programs that check e-mail open every link. */
export function linkPage({ lang, purpose, token, email }: LinkView): Page {
  const t = messages(lang);
  return {
    lang,
    area: 'site',
    title: t(`${purpose}.title`),
    alternates: hrefs(`alerts.${purpose}`, { token }),
    body: (
      <>
        <PageHeading title={t(`${purpose}.title`)} lead={t(`${purpose}.lead`, { email })} />
        <Form action={href(`alerts.${purpose}`, lang, { token })}>
          <Actions>
            <Button>{t(`${purpose}.do`)}</Button>
          </Actions>
        </Form>
      </>
    ),
  };
}

/** After the button was pressed. */
export function donePage({ lang, purpose, token, email }: LinkView): Page {
  const t = messages(lang);
  return {
    lang,
    area: 'site',
    title: t(`${purpose}.done.title`),
    alternates: hrefs(`alerts.${purpose}`, { token }),
    body: (
      <>
        <PageHeading title={t(`${purpose}.done.title`)} lead={t(`${purpose}.done`, { email })} />
        <Back lang={lang} />
      </>
    ),
  };
}

/** A link whose alert is no more. */
export function goneLinkPage(lang: Lang): Page {
  const t = messages(lang);
  return {
    lang,
    area: 'site',
    title: t('gone.title'),
    alternates: hrefs('alerts.ask'),
    body: (
      <>
        <PageHeading title={t('gone.title')} lead={t('gone.lead')} />
        <Back lang={lang} />
      </>
    ),
  };
}

function Back({ lang }: { lang: Lang }) {
  const t = messages(lang);
  return (
    <Actions>
      <ButtonLink variant="secondary" href={href('postings.index', lang)}>
        {t('back')}
      </ButtonLink>
    </Actions>
  );
}
