import { renderToString } from 'preact-render-to-string';
import type { Lang } from '#platform/i18n';
import type { Email } from '#platform/mail';
import { messages } from './messages/index.ts';

/** Tells a member of the hiring team that there is a question: not what it says, nor who asks. */
export function askedEmail(facts: {
  lang: Lang;
  recipient: string;
  reference: string;
  title: string;
  url: string;
}): Email {
  const { lang, recipient, reference, title, url } = facts;
  const t = messages(lang);
  const subject = t('email.asked.subject', { reference });
  const why = t('email.asked.why', { reference, title });
  return {
    kind: 'question-asked',
    lang,
    recipient,
    subject,
    text: `${why}\n\n${url}\n`,
    html: `<!doctype html>${renderToString(
      <html lang={lang}>
        <head>
          <meta charSet="utf-8" />
          <title>{subject}</title>
        </head>
        <body style="font-family: sans-serif; line-height: 1.5; max-width: 38em">
          <p>{why}</p>
          <p>
            <a href={url}>{url}</a>
          </p>
        </body>
      </html>,
    )}`,
  };
}
