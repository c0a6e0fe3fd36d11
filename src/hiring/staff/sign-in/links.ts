import { parseEmailAddress, withQuery } from '#hiring/sign-in';
import type { Lang, Localized } from '#platform/i18n';
import { href } from '#web/routes.ts';
import { findActiveStaff } from '../queries.ts';
import { createSessions } from './sessions.ts';
import type { SessionSettings } from './settings.ts';

/** The address in a sign-in e-mail: a page that asks to confirm, in the given language. */
export function linkUrl(
  origins: Localized,
  lang: Lang,
  link: { token: string; next: string | null },
): string {
  const query = new URLSearchParams({ token: link.token });
  if (link.next) query.set('next', link.next);
  return origins[lang] + withQuery(href('staff.signInConfirm', lang), query);
}

/**
 * Makes a sign-in link without sending it, to print on the terminal of whoever runs the site: the
 * way in for the first admin, and where there is no mail server. It works once, for
 * `linkMinutes`. `unknown` also stands for a disabled person.
 */
export async function createSignInLink(
  settings: SessionSettings,
  emailText: string,
): Promise<{ ok: true; url: string } | { ok: false; error: { kind: 'unknown' } }> {
  const email = parseEmailAddress(emailText);
  const person = email && (await findActiveStaff(settings.db, email));
  if (!person) return { ok: false, error: { kind: 'unknown' } };
  const token = await createSessions(settings).createToken(person.email);
  return { ok: true, url: linkUrl(settings.origins, person.lang, { token, next: null }) };
}
