import { renderToString } from 'preact-render-to-string';
import type { Lang } from '#platform/i18n';
import type { Email } from '#platform/mail';
import { messages } from './messages/index.ts';
import { moment } from './moment.ts';

/** The receipt, in the language that the candidate chose for correspondence. */
export function receiptEmail(facts: {
  lang: Lang;
  recipient: string;
  name: string;
  postingTitle: string;
  organization: string;
  reference: string;
  submittedAt: Date;
  version: number;
  sha256: string;
  timeZone: string;
  receiptUrl: string;
}): Email {
  const { lang, reference, organization, postingTitle: title } = facts;
  const t = messages(lang);
  return writtenEmail(lang, {
    kind: 'application-receipt',
    recipient: facts.recipient,
    // A title may be long; a mail client shows the beginning.
    subject: t('email.subject', { reference, title: title.slice(0, 120) }),
    link: facts.receiptUrl,
    paragraphs: [
      t('email.greeting', { name: facts.name }),
      t(facts.version > 1 ? 'email.replaced' : 'email.received', {
        title,
        organization,
        ...moment(facts.submittedAt, lang, facts.timeZone),
      }),
      t('email.reference', { reference }),
      t('email.receipt', { url: facts.receiptUrl }),
      t('email.proof', { hash: facts.sha256 }),
      t('email.next'),
      t('email.signature', { organization }),
    ],
  });
}

type DraftFacts = {
  lang: Lang;
  recipient: string;
  postingTitle: string;
  organization: string;
  draftUrl: string;
  closesAt: Date | null;
  timeZone: string;
};

/** The private address of a draft, as soon as there is somewhere to send it. */
export function draftEmail(facts: DraftFacts): Email {
  return aboutDraft('application-draft', 'draftEmail.saved', facts);
}

/** That the posting closes soon and the draft has not been sent. */
export function reminderEmail(facts: DraftFacts): Email {
  return aboutDraft('application-reminder', 'draftEmail.reminder', facts);
}

function aboutDraft(
  kind: string,
  key: 'draftEmail.saved' | 'draftEmail.reminder',
  { lang, recipient, postingTitle: title, organization, draftUrl, closesAt, timeZone }: DraftFacts,
): Email {
  const t = messages(lang);
  return writtenEmail(lang, {
    kind,
    recipient,
    subject: t(`${key}.subject`, { title: title.slice(0, 120) }),
    link: draftUrl,
    paragraphs: [
      t(key, { title, organization }),
      ...(closesAt ? [t('form.deadline', moment(closesAt, lang, timeZone))] : []),
      t('draftEmail.link', { url: draftUrl }),
      t('draftEmail.notYou'),
      t('email.signature', { organization }),
    ],
  });
}

function writtenEmail(
  lang: Lang,
  email: Pick<Email, 'kind' | 'recipient' | 'subject'> & {
    paragraphs: readonly string[];
    link: string;
  },
): Email {
  const { paragraphs, link, ...head } = email;
  return {
    ...head,
    lang,
    text: `${paragraphs.join('\n\n')}\n`,
    html: `<!doctype html>${renderToString(
      <html lang={lang}>
        <head>
          <meta charSet="utf-8" />
          <title>{head.subject}</title>
        </head>
        <body style="font-family: sans-serif; line-height: 1.5; max-width: 38em">
          {paragraphs.map((paragraph) => (
            <p>{linked(paragraph, link)}</p>
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
