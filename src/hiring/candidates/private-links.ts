import { letterEmail, linkEmail, parseEmailAddress, safePath, withQuery } from '#hiring/sign-in';
import type { Tx } from '#platform/database';
import type { Lang, Localized } from '#platform/i18n';
import { href } from '#web/routes.ts';
import type { PrivateLinksDeps } from './deps.ts';
import { messages } from './messages/index.ts';
import { leadsTo } from './sign-in/leads-to.ts';
import { tokenHash } from './token-hash.ts';

/** Life of a private link. */
export const linkMinutes = 60;

/** Whom a link is for, and the page that it leads to in each language: a path, perhaps with query. */
export type LinkTarget = { email: string; lang: Lang; path: Localized };

export type PrivateLinks = {
  /**
   * Makes a link, in the caller's transaction, that signs in whoever reads the mail of an address
   * and leads to `path`: once, for an hour. For an e-mail of the caller's own, with
   * `forgetOnceSent`; it must go nowhere else. The address in the given language.
   */
  privateLink(tx: Tx, to: LinkTarget): Promise<string>;
  /**
   * Writes, in the caller's transaction, an e-mail with such a link. `kind` names it in the outbox;
   * `words` say what it is for, where it is not simply "your applications". With `paragraphs` it is
   * a letter of those words, and `why` stands between them and the link; it reaches an address that
   * can get mail but cannot sign in too, without a link.
   */
  sendPrivateLink(tx: Tx, to: LinkTarget & { kind: string; words?: LinkWords }): Promise<void>;
};

export type LinkWords = { subject: string; why: string; paragraphs?: readonly string[] };

/** Needs no web: tasks make links too. Throws for an address or a path that was never validated. */
export function createPrivateLinks(deps: PrivateLinksDeps): PrivateLinks {
  return { privateLink, sendPrivateLink };

  async function privateLink(tx: Tx, to: LinkTarget): Promise<string> {
    const email = parseEmailAddress(to.email);
    const paths = { en: safePath(to.path.en, leadsTo), fr: safePath(to.path.fr, leadsTo) };
    if (!email || !paths.en || !paths.fr) throw new Error('No private link can be made of this');
    const token = deps.ids.secret();
    const now = deps.clock();
    await tx
      .insertInto('candidate_links')
      .values({
        token_hash: tokenHash(token),
        email,
        lang: to.lang,
        path_en: paths.en,
        path_fr: paths.fr,
        sent_at: now,
        expires_at: new Date(now.getTime() + linkMinutes * 60_000),
        used_at: null,
      })
      .execute();
    const query = new URLSearchParams({ token });
    return deps.origins[to.lang] + withQuery(href('my.signInConfirm', to.lang), query);
  }

  async function sendPrivateLink(
    tx: Tx,
    { kind, words, ...to }: Parameters<PrivateLinks['sendPrivateLink']>[1],
  ): Promise<void> {
    const t = messages(to.lang);
    const organization = deps.organization()[to.lang];
    const facts = { kind, lang: to.lang, recipient: to.email };
    const minutes = linkMinutes;
    if (words?.paragraphs) {
      const { subject, why, paragraphs } = words;
      const link = parseEmailAddress(to.email)
        ? { url: await privateLink(tx, to), minutes, why }
        : null;
      await deps.mail.queue(tx, letterEmail({ ...facts, letter: { subject, paragraphs }, link }));
      return;
    }
    const email = linkEmail({
      ...facts,
      url: await privateLink(tx, to),
      minutes,
      words: {
        subject: words?.subject ?? t('email.subject', { organization }),
        why: words?.why ?? t('email.why', { organization }),
        notYou: t('email.notYou'),
      },
    });
    await deps.mail.queue(tx, email);
  }
}
