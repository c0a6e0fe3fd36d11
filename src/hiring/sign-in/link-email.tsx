import { Fragment } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Lang } from '#platform/i18n';
import type { Email } from '#platform/mail';
import { messages } from './messages/index.ts';

type Facts = { kind: string; lang: Lang; recipient: string };

/** An e-mail whose link opens a session, in the language of whoever it is for. */
export function linkEmail({
  url,
  minutes,
  words,
  ...facts
}: Facts & {
  url: string;
  minutes: number;
  words: { subject: string; why: string; notYou: string };
}): Email {
  const once = messages(facts.lang)('email.once', { minutes });
  return {
    ...noticeEmail(facts, words.subject, [words.why, url, once, words.notYou]),
    urgent: true,
    forgetOnceSent: true,
  };
}

/**
 * A letter, word for word, and after it the link to its reader's page, where there can be one. It has
 * its own greeting, and nobody waits for it: it goes after what people wait for.
 */
export function letterEmail({
  letter,
  link,
  ...facts
}: Facts & {
  letter: { subject: string; paragraphs: readonly string[] };
  link: { url: string; minutes: number; why: string } | null;
}): Email {
  const t = messages(facts.lang);
  const lead = link
    ? [link.why, link.url, `${t('email.once', { minutes: link.minutes })} ${t('email.afterwards')}`]
    : [];
  return {
    ...written(facts, letter.subject, [...letter.paragraphs, ...lead]),
    forgetOnceSent: true,
  };
}

/** An e-mail about somebody's way in: a greeting and paragraphs, addresses made links. */
export function noticeEmail(facts: Facts, subject: string, paragraphs: readonly string[]): Email {
  return written(facts, subject, [messages(facts.lang)('email.greeting'), ...paragraphs]);
}

function written(
  { kind, lang, recipient }: Facts,
  subject: string,
  paragraphs: readonly string[],
): Email {
  const html = renderToString(
    <html lang={lang}>
      <head>
        <meta charSet="utf-8" />
        <title>{subject}</title>
      </head>
      <body style="font-family: sans-serif; line-height: 1.5; max-width: 38em">
        {paragraphs.map((text, index) => (
          <p key={index}>
            {text.split('\n').map((line, at) => (
              <Fragment key={at}>
                {at > 0 && <br />}
                {/^https?:\/\/\S+$/.test(line) ? <a href={line}>{line}</a> : line}
              </Fragment>
            ))}
          </p>
        ))}
      </body>
    </html>,
  );
  return {
    kind,
    lang,
    recipient,
    subject,
    text: `${paragraphs.join('\n\n')}\n`,
    html: `<!doctype html>${html}`,
  };
}
