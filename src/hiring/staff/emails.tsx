import { renderToString } from 'preact-render-to-string';
import type { Lang } from '#platform/i18n';
import type { Email } from '#platform/mail';
import { messages } from './messages/index.ts';
import { linkMinutes } from './sign-in/settings.ts';

/** The sign-in link, in the language of the person it is for. */
export function signInEmail(facts: { lang: Lang; recipient: string; url: string }): Email {
  const { lang, recipient, url } = facts;
  const t = messages(lang);
  const once = t('email.once', { minutes: linkMinutes });
  const text = [t('email.greeting'), t('email.why'), url, once, t('email.notYou')];
  return {
    kind: 'staff-sign-in',
    urgent: true,
    forgetOnceSent: true,
    lang,
    recipient,
    subject: t('email.subject'),
    text: `${text.join('\n\n')}\n`,
    html: `<!doctype html>${renderToString(
      <html lang={lang}>
        <head>
          <meta charSet="utf-8" />
          <title>{t('email.subject')}</title>
        </head>
        <body style="font-family: sans-serif; line-height: 1.5; max-width: 38em">
          <p>{t('email.greeting')}</p>
          <p>{t('email.why')}</p>
          <p>
            <a href={url}>{url}</a>
          </p>
          <p>{once}</p>
          <p>{t('email.notYou')}</p>
        </body>
      </html>,
    )}`,
  };
}
