import { noticeEmail } from '#hiring/sign-in';
import type { Localized } from '#platform/i18n';
import type { Email } from '#platform/mail';
import { href } from '#web/routes.ts';
import { messages } from './messages/index.ts';
import type { Candidate } from './model.ts';

/** Tells a candidate's mailbox of another way into their account. */
export function passkeyAddedEmail(
  { email, lang }: Candidate,
  site: { organization: Localized; origins: Localized },
): Email {
  const t = messages(lang);
  const organization = site.organization[lang];
  return noticeEmail(
    { kind: 'candidate-passkey-added', lang, recipient: email },
    t('email.passkey.subject', { organization }),
    [
      t('email.passkey.what', { organization }),
      t('email.passkey.notYou'),
      site.origins[lang] + href('my.account', lang),
    ],
  );
}
