import { renderToString } from 'preact-render-to-string';
import type { Lang } from '#platform/i18n';
import type { Email } from '#platform/mail';
import { messages } from './messages/index.ts';

/** An e-mail whose link opens a session, in the language of whoever it is for. */
export function linkEmail(facts: {
  kind: string;
  lang: Lang;
  recipient: string;
  url: string;
  minutes: number;
  words: { subject: string; why: string; notYou: string };
}): Email {
  const { lang, url, words } = facts;
  const t = messages(lang);
  const once = t('email.once', { minutes: facts.minutes });
  const text = [t('email.greeting'), words.why, url, once, words.notYou];
  return {
    kind: facts.kind,
    urgent: true,
    forgetOnceSent: true,
    lang,
    recipient: facts.recipient,
    subject: words.subject,
    text: `${text.join('\n\n')}\n`,
    html: `<!doctype html>${renderToString(
      <html lang={lang}>
        <head>
          <meta charSet="utf-8" />
          <title>{words.subject}</title>
        </head>
        <body style="font-family: sans-serif; line-height: 1.5; max-width: 38em">
          <p>{t('email.greeting')}</p>
          <p>{words.why}</p>
          <p>
            <a href={url}>{url}</a>
          </p>
          <p>{once}</p>
          <p>{words.notYou}</p>
        </body>
      </html>,
    )}`,
  };
}
