import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Lang, formatDate, formatTime, formatTimeZone } from '#platform/i18n';
import type { Email } from '#platform/mail';
import { messages } from './messages/index.ts';

type Facts = { lang: Lang; recipient: string; organization: string };

/** A posting as an alert tells of it. */
export type NewPosting = { title: string; url: string; closesAt: Date | null; timeZone: string };

/** Asks whether the address is really the one of whoever asked. */
export function confirmEmail({ url, ...facts }: Facts & { url: string }): Email {
  const t = messages(facts.lang);
  const why = t('email.confirm.why', { organization: facts.organization });
  return {
    ...framed(facts, t('email.confirm.subject'), [why, url, t('email.confirm.not')]),
    kind: 'job-alert-confirm',
    urgent: true,
    forgetOnceSent: true,
  };
}

/** Tells somebody who asks again that there is nothing to do. */
export function knownEmail({ stopUrl, ...facts }: Facts & { stopUrl: string }): Email {
  const t = messages(facts.lang);
  const why = t('email.known.why', { organization: facts.organization });
  return {
    ...framed(facts, t('email.confirm.subject'), [why, t('email.stop'), stopUrl]),
    kind: 'job-alert-known',
    forgetOnceSent: true,
  };
}

/** The postings that have opened. */
export function newPostingsEmail({
  postings,
  search,
  stopUrl,
  ...facts
}: Facts & { postings: readonly NewPosting[]; search: string; stopUrl: string }): Email {
  const { lang, organization } = facts;
  const t = messages(lang);
  const count = postings.length;
  const paragraphs = [
    t('email.new.why', { count, organization }),
    ...postings.flatMap(({ title, url, closesAt, timeZone }) => [
      [
        title,
        ...(closesAt
          ? [
              t('email.new.closes', {
                date: formatDate(closesAt, lang, timeZone),
                time: formatTime(closesAt, lang, timeZone),
                zone: formatTimeZone(closesAt, lang, timeZone),
              }),
            ]
          : []),
        url,
      ].join('\n'),
    ]),
    t('email.new.search', { search: search === '' ? t('ask.every') : search }),
    t('email.stop'),
    stopUrl,
  ];
  return {
    ...framed(
      facts,
      t('email.new.subject', { count, title: postings[0]?.title ?? '' }),
      paragraphs,
    ),
    kind: 'job-alert',
    unsubscribeUrl: stopUrl,
  };
}

/** The same words as text and as HTML, addresses made links. */
function framed(
  { lang, recipient }: Facts,
  subject: string,
  paragraphs: readonly string[],
): Omit<Email, 'kind'> {
  const t = messages(lang);
  const all = [t('email.greeting'), ...paragraphs];
  const html = renderToString(
    <html lang={lang}>
      <head>
        <meta charSet="utf-8" />
        <title>{subject}</title>
      </head>
      <body style="font-family: sans-serif; line-height: 1.5; max-width: 38em">
        {all.map((paragraph) => (
          <p key={paragraph}>
            {paragraph
              .split('\n')
              .flatMap((line, index): ComponentChildren[] => [
                index > 0 && <br />,
                /^https?:\/\/\S+$/.test(line) ? <a href={line}>{line}</a> : line,
              ])}
          </p>
        ))}
      </body>
    </html>,
  );
  return {
    lang,
    recipient,
    subject,
    text: `${all.join('\n\n')}\n`,
    html: `<!doctype html>${html}`,
  };
}
