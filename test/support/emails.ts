import type { Db } from '#platform/database';

/** Latest e-mail to an address, and the path of the link in it. */
export async function lastEmail(db: Db, recipient: string) {
  const email = await db
    .selectFrom('emails')
    .selectAll()
    .where('recipient', '=', recipient)
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
  const url = /https?:\S+/.exec(email?.text_body ?? '')?.[0];
  return email && url ? { ...email, url, link: new URL(url) } : null;
}
