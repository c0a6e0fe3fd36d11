import { renderToString } from 'preact-render-to-string';
import type { Lang } from '#platform/i18n';
import type { Email } from '#platform/mail';
import { messages } from './messages/index.ts';
import type { About } from './model.ts';

/**
 * Tells a member of the hiring team that there is a question or a request for an informal
 * discussion: not what it says, nor who asks.
 */
export function askedEmail(facts: {
  lang: Lang;
  recipient: string;
  reference: string;
  title: string;
  url: string;
  about: About;
}): Email {
  const { lang, recipient, reference, title, url, about } = facts;
  const t = messages(lang);
  const key = about === 'question' ? 'asked' : 'discussion';
  const subject = t(`email.${key}.subject`, { reference });
  const why = t(`email.${key}.why`, { reference, title });
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
