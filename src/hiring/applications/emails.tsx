import { renderToString } from 'preact-render-to-string';
import { type Lang, formatDate, formatTime, formatTimeZone } from '#platform/i18n';
import type { Email } from '#platform/mail';
import { messages } from './messages/index.ts';

/** The receipt, in the language that the candidate chose for correspondence. */
export function receiptEmail(facts: {
  lang: Lang;
  recipient: string;
  name: string;
  postingTitle: string;
  organization: string;
  reference: string;
  submittedAt: Date;
  timeZone: string;
  receiptUrl: string;
}): Email {
  const { lang, submittedAt, timeZone } = facts;
  const t = messages(lang);
  const title = facts.postingTitle;
  const paragraphs = [
    t('email.greeting', { name: facts.name }),
    t('email.received', {
      title,
      organization: facts.organization,
      date: formatDate(submittedAt, lang, timeZone),
      time: formatTime(submittedAt, lang, timeZone),
      zone: formatTimeZone(submittedAt, lang, timeZone),
    }),
    t('email.reference', { reference: facts.reference }),
    t('email.receipt', { url: facts.receiptUrl }),
    t('email.next'),
    t('email.signature', { organization: facts.organization }),
  ];
  return {
    kind: 'application-receipt',
    lang,
    recipient: facts.recipient,
    // A title may be long; a mail client shows the beginning.
    subject: t('email.subject', { reference: facts.reference, title: title.slice(0, 120) }),
    text: `${paragraphs.join('\n\n')}\n`,
    html: `<!doctype html>${renderToString(
      <html lang={lang}>
        <head>
          <meta charSet="utf-8" />
          <title>{t('email.subject', { reference: facts.reference, title })}</title>
        </head>
        <body style="font-family: sans-serif; line-height: 1.5; max-width: 38em">
          {paragraphs.map((paragraph) => (
            <p>{linked(paragraph, facts.receiptUrl)}</p>
          ))}
        </body>
      </html>,
    )}`,
  };
}

function linked(paragraph: string, url: string) {
  const [before, after] = paragraph.split(url);
  if (after === undefined) return paragraph;
  return (
    <>
      {before}
      <a href={url}>{url}</a>
      {after}
    </>
  );
}
