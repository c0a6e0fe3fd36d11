import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { defaultTimeZone } from '#hiring/postings';
import { type Lang, type Localized, formatDate, otherLang } from '#platform/i18n';
import type { Email } from '#platform/mail';
import { messages } from './messages/index.ts';
import type { CorrectedItem, PrivacyRequest } from './model.ts';

/** None of these says what a request is about in its person's words: mail is read by many eyes. */
type Facts = {
  request: PrivacyRequest;
  recipient: string;
  lang: Lang;
  organization: string;
  /** The page of the request. */
  url: string;
};

/** A request was received: its reference, by when it is answered, and where to follow it. */
export function receivedEmail({ request, recipient, lang, organization, url }: Facts): Email {
  const t = messages(lang);
  const { reference, kind } = request;
  return framed(
    { kind: 'privacy-received', lang, recipient },
    t('email.received.subject', { reference }),
    [
      t('email.greeting'),
      t(`email.received.${kind === 'export' ? 'access' : kind}`, { reference, organization }),
      ...(kind === 'deletion' ? [] : [t('email.due', { date: dateOf(request.dueAt, lang) })]),
      t('email.follow'),
      url,
      t('email.notYou'),
    ],
  );
}

export function answeredEmail(facts: Facts & { outcome: 'done' | 'refused' }): Email {
  const { request, recipient, lang, organization, url } = facts;
  const t = messages(lang);
  const { reference } = request;
  return framed(
    { kind: 'privacy-answered', lang, recipient },
    t('email.answered.subject', { reference }),
    [
      t('email.greeting'),
      t('email.answered', { reference, organization }),
      url,
      t('email.complaint'),
    ],
  );
}

export function extendedEmail(facts: Facts & { reason: string }): Email {
  const { request, recipient, lang, organization, url } = facts;
  const t = messages(lang);
  const { reference } = request;
  return framed(
    { kind: 'privacy-extended', lang, recipient },
    t('email.extended.subject', { reference }),
    [
      t('email.greeting'),
      t('email.extended', { reference, organization, date: dateOf(request.dueAt, lang) }),
      t('email.extended.reason', { reason: facts.reason }),
      url,
      t('email.complaint'),
    ],
  );
}

/** What was asked to be deleted is gone. Of everything: the last e-mail that knows the address. */
export function deletedEmail(facts: Facts & { everything: boolean }): Email {
  const { request, recipient, lang, organization, url } = facts;
  const t = messages(lang);
  const { reference } = request;
  return framed(
    { kind: 'privacy-deleted', lang, recipient },
    t('email.deleted.subject', { reference }),
    [
      t('email.greeting'),
      ...(facts.everything
        ? [t('email.deleted.everything', { reference, organization })]
        : [t('email.deleted.one', { reference, organization }), url]),
    ],
  );
}

/** To those who answer: a reference and a date, nothing of its person. */
export function officerEmail(facts: {
  request: PrivacyRequest;
  recipient: string;
  lang: Lang;
  url: string;
  why: 'new' | 'soon' | 'tomorrow' | 'overdue';
}): Email {
  const { request, recipient, lang, url, why } = facts;
  const t = messages(lang);
  const { reference, kind } = request;
  const date = dateOf(request.dueAt, lang);
  return framed(
    { kind: 'privacy-warning', lang, recipient },
    t(`email.officer.${why}.subject`, { reference }),
    [
      t('email.greeting'),
      t(`email.officer.${why}`, { reference, date }),
      t('email.officer.kind', { kind: t(`kind.${kind}`) }),
      url,
    ],
  );
}

/**
 * To whoever had what was corrected. Staff find it on the desk; those outside get the words, in both
 * languages, since they have no other way to it.
 */
export function correctedEmail(facts: {
  /** Language of staff, or the one that comes first. */
  lang: Lang;
  recipient: string;
  /** Reference of the application. */
  reference: string;
  kind: 'correction' | 'notation';
  item: CorrectedItem;
  url: string | null;
  body: string | null;
  organization: Localized;
}): Email {
  const { lang, recipient, reference, kind, url, body } = facts;
  const paragraphs = (of: Lang): string[] => {
    const t = messages(of);
    const organization = facts.organization[of];
    return [
      t('email.greeting'),
      t(`email.corrected.${kind}`, { reference, organization, item: t(`item.${facts.item}`) }),
      ...(body === null ? [t('email.corrected.desk')] : [body, t('email.corrected.outside')]),
    ];
  };
  const subject = messages(lang)('email.corrected.subject', { reference });
  const both = url === null;
  return framed(
    { kind: 'privacy-corrected', lang, recipient },
    both
      ? `${subject} / ${messages(otherLang(lang))('email.corrected.subject', { reference })}`
      : subject,
    both ? [...paragraphs(lang), '—', ...paragraphs(otherLang(lang))] : [...paragraphs(lang), url],
  );
}

function dateOf(instant: Date, lang: Lang): string {
  return formatDate(instant, lang, defaultTimeZone);
}

/** The same words as text and as HTML, addresses made links. */
function framed(
  head: Pick<Email, 'kind' | 'lang' | 'recipient'>,
  subject: string,
  paragraphs: readonly string[],
): Email {
  const html = renderToString(
    <html lang={head.lang}>
      <head>
        <meta charSet="utf-8" />
        <title>{subject}</title>
      </head>
      <body style="font-family: sans-serif; line-height: 1.5; max-width: 38em">
        {paragraphs.map((paragraph) => (
          <p style="white-space: pre-line">{linked(paragraph)}</p>
        ))}
      </body>
    </html>,
  );
  return { ...head, subject, text: `${paragraphs.join('\n\n')}\n`, html: `<!doctype html>${html}` };
}

function linked(text: string): ComponentChildren {
  return /^https?:\/\/\S+$/.test(text) ? <a href={text}>{text}</a> : text;
}
