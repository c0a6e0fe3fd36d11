import { createTransport } from 'nodemailer';
import type { Clock } from '#platform/clock';
import type { Db, Tx } from '#platform/database';
import type { Lang } from '#platform/i18n';
import type { Ids } from '#platform/ids';
import type { Queue, Task } from '#platform/queue';
import type { Seal } from '#platform/sealing';

/** An e-mail, ready in its reader's language. */
export type Email = {
  /** What it is for, e.g. "application-receipt": shown in the outbox and in logs. */
  kind: string;
  lang: Lang;
  recipient: string;
  subject: string;
  text: string;
  html: string;
  /** Somebody is waiting for it in front of the screen: it goes before the others. */
  urgent?: boolean;
  /** For what somebody subscribed to: ends it at one press in the mail program (RFC 8058). */
  unsubscribeUrl?: string | undefined;
  /** For an e-mail whose text opens a door, such as a sign-in link: blanked once it has left. */
  forgetOnceSent?: boolean;
  /**
   * For an e-mail that says by its existence what nobody should know: the address is encrypted in
   * the outbox, and blanked once it has left.
   */
  hideRecipient?: boolean;
};

export type Mail = {
  /**
   * Writes the e-mail in the caller's transaction and enqueues its sending: it leaves if, and only
   * if, what caused it is committed. Line breaks in headers are refused by throwing, since every
   * address and subject was validated before.
   */
  queue(tx: Tx, email: Email): Promise<void>;
  /** Ends the connections to the SMTP server, once no task is under way. */
  close(): void;
};

/** How e-mails leave: null keeps them in the outbox. */
export type Sending = { smtpUrl: string; from: string; queue: Queue } | null;

/** Connections to the SMTP server at the same time: five hundred receipts take a minute, not nine. */
const connections = 5;

const sendEmail: Task<{ emailId: string }> = {
  name: 'send-email',
  retryLimit: 12,
  retryDelay: 15,
  atOnce: connections,
};

/**
 * Outgoing mail: a row in `emails`, then a task that hands it to the SMTP server.
 * Without an SMTP server the row stays, unsent, in the outbox that staff can read in development.
 */
export async function createMail(deps: {
  db: Db;
  clock: Clock;
  ids: Ids;
  sending: Sending;
  /** Hides recipients while their e-mails wait. */
  seal?: Seal;
}): Promise<Mail> {
  const { db, clock, ids, sending, seal } = deps;
  let close = (): void => {};
  if (sending) {
    const transport = createTransport({
      url: sending.smtpUrl,
      disableFileAccess: true,
      disableUrlAccess: true,
      pool: true,
      maxConnections: connections,
    });
    close = () => transport.close();
    await sending.queue.work(sendEmail, ({ emailId }) =>
      deliver({ db, clock, seal }, emailId, async (email) => {
        await transport.sendMail({
          from: sending.from,
          to: { name: '', address: email.recipient },
          subject: email.subject,
          text: email.text,
          html: email.html,
          // The same id at every try, so that a server that got it twice can tell.
          messageId: `<${emailId}@${domainOf(sending.from)}>`,
          headers: {
            'Content-Language': email.lang,
            'Auto-Submitted': 'auto-generated',
            ...(email.unsubscribeUrl && {
              'List-Unsubscribe': `<${email.unsubscribeUrl}>`,
              'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
            }),
          },
        });
      }),
    );
  }
  return {
    close,
    async queue(tx, email) {
      if (/[\r\n\0]/.test(email.recipient + email.subject)) {
        throw new Error('Line break in an e-mail header');
      }
      const id = ids.uuid();
      const hidden = email.hideRecipient ?? false;
      await tx
        .insertInto('emails')
        .values({
          id,
          kind: email.kind,
          lang: email.lang,
          recipient: hidden ? hide(seal, id, email.recipient) : email.recipient,
          recipient_hidden: hidden,
          subject: email.subject,
          text_body: email.text,
          html_body: email.html,
          forget_once_sent: email.forgetOnceSent ?? false,
          unsubscribe_url: email.unsubscribeUrl ?? null,
          created_at: clock(),
          sent_at: null,
          last_failure: null,
        })
        .execute();
      if (sending) {
        await sending.queue.enqueue(tx, sendEmail, { emailId: id }, email);
      }
    },
  };
}

/** Sends one row, and records the outcome either way; a failure is rethrown so that it is retried. */
async function deliver(
  { db, clock, seal }: { db: Db; clock: Clock; seal: Seal | undefined },
  id: string,
  send: (email: Email) => Promise<void>,
): Promise<void> {
  const row = await db.selectFrom('emails').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row || row.sent_at) return;
  try {
    await send({
      ...row,
      recipient: row.recipient_hidden ? reveal(seal, id, row.recipient) : row.recipient,
      text: row.text_body,
      html: row.html_body,
      unsubscribeUrl: row.unsubscribe_url ?? undefined,
    });
  } catch (error) {
    await db
      .updateTable('emails')
      .set((eb) => ({
        attempts: eb('attempts', '+', 1),
        // What a server says of a failure repeats the address.
        last_failure: row.recipient_hidden ? 'failed' : String(error),
      }))
      .where('id', '=', id)
      .execute();
    throw error;
  }
  await db
    .updateTable('emails')
    .set((eb) => ({
      attempts: eb('attempts', '+', 1),
      sent_at: clock(),
      last_failure: null,
      ...(row.forget_once_sent && { text_body: '', html_body: '', unsubscribe_url: null }),
      ...(row.recipient_hidden && { recipient: '' }),
    }))
    .where('id', '=', id)
    .execute();
}

function hide(seal: Seal | undefined, id: string, recipient: string): string {
  if (!seal) throw new Error('No seal to hide a recipient with');
  return seal.close(id, recipient);
}

function reveal(seal: Seal | undefined, id: string, hidden: string): string {
  const recipient = seal?.open(id, hidden);
  // The site's secret was changed while it waited: tried again, and seen on the status page.
  if (!recipient) throw new Error('A hidden recipient cannot be read');
  return recipient;
}

function domainOf(address: string): string {
  return /@([^>\s]+)/.exec(address)?.[1] ?? 'localhost';
}
