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

/** An e-mail about somebody's way in: a greeting and paragraphs, addresses made links. */
export function noticeEmail(
  { kind, lang, recipient }: Facts,
  subject: string,
  paragraphs: readonly string[],
): Email {
  const all = [messages(lang)('email.greeting'), ...paragraphs];
  const html = renderToString(
    <html lang={lang}>
      <head>
        <meta charSet="utf-8" />
        <title>{subject}</title>
      </head>
      <body style="font-family: sans-serif; line-height: 1.5; max-width: 38em">
        {all.map((text) => (
          <p key={text}>{/^https?:\/\/\S+$/.test(text) ? <a href={text}>{text}</a> : text}</p>
        ))}
      </body>
    </html>,
  );
  return {
    kind,
    lang,
    recipient,
    subject,
    text: `${all.join('\n\n')}\n`,
    html: `<!doctype html>${html}`,
  };
}
