import { renderToString } from 'preact-render-to-string';
import { type Lang, type Localized, langs } from '#platform/i18n';
import type { Email } from '#platform/mail';
import { href } from '#web/routes.ts';
import { messages } from './messages/index.ts';

type Facts = { recipient: string; origins: Localized; organization: Localized };
type Part = { lang: Lang; subject: string; paragraphs: readonly string[] };

/**
 * To the candidate: there is something for them, and where. Neither the subject nor the text says
 * what it is about, and the recipient is hidden in the outbox: that there is a case is nobody's
 * business either.
 */
export function newsEmail({
  kind,
  lang,
  caseId,
  ...facts
}: Facts & { kind: 'received' | 'news'; lang: Lang; caseId: string }): Email {
  const t = messages(lang);
  const organization = facts.organization[lang];
  const url = facts.origins[lang] + href('accommodation.case', lang, { id: caseId });
  return {
    ...framed(facts.recipient, [
      {
        lang,
        subject: t('email.news.subject', { organization }),
        paragraphs: [
          t(`email.${kind}.says`, { organization }),
          url,
          t('email.news.code'),
          t('email.signature', { organization }),
        ],
      },
    ]),
    kind: 'candidate-notice',
    forgetOnceSent: true,
    hideRecipient: true,
  };
}

/** To the custodians: somebody waits for them. */
export function waitingEmail({ lang, ...facts }: Facts & { lang: Lang }): Email {
  const t = messages(lang);
  return {
    ...framed(facts.recipient, [
      {
        lang,
        subject: t('email.waiting.subject'),
        paragraphs: [t('email.waiting.says'), deskUrl(facts, lang), t('email.waiting.sealed')],
      },
    ]),
    kind: 'accommodation-waiting',
  };
}

/** Somebody waits too long. In both languages for those whose language we do not know. */
export function lateEmail({
  lang,
  count,
  hours,
  ...facts
}: Facts & { lang: Lang | null; count: number; hours: number }): Email {
  const parts = langs
    .filter((one) => lang === null || one === lang)
    .map((one): Part => {
      const t = messages(one);
      return {
        lang: one,
        subject: t('email.late.subject', { count }),
        paragraphs: [
          t('email.late.says', { count, hours }),
          deskUrl(facts, one),
          t('email.late.sealed'),
        ],
      };
    });
  return { ...framed(facts.recipient, parts), kind: 'accommodation-late' };
}

function deskUrl({ origins }: Facts, lang: Lang): string {
  return origins[lang] + href('desk.accommodation', lang);
}

/** The same words as text and as HTML, addresses made links. */
function framed(recipient: string, parts: readonly Part[]): Omit<Email, 'kind'> {
  const subject = parts.map((part) => part.subject).join(' / ');
  const lang = parts[0]?.lang ?? 'en';
  const html = renderToString(
    <html lang={lang}>
      <head>
        <meta charSet="utf-8" />
        <title>{subject}</title>
      </head>
      <body style="font-family: sans-serif; line-height: 1.5; max-width: 38em">
        {parts.map((part) => (
          <div lang={part.lang} key={part.lang}>
            {part.paragraphs.map((paragraph) => (
              <p key={paragraph}>
                {/^https?:\/\/\S+$/.test(paragraph) ? (
                  <a href={paragraph}>{paragraph}</a>
                ) : (
                  paragraph
                )}
              </p>
            ))}
          </div>
        ))}
      </body>
    </html>,
  );
  const text = parts.map(({ paragraphs }) => paragraphs.join('\n\n')).join('\n\n---\n\n');
  return { lang, recipient, subject, text: `${text}\n`, html: `<!doctype html>${html}` };
}
