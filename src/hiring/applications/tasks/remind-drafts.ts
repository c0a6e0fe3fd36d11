import type { Posting } from '#hiring/postings';
import { acceptsApplications, defaultTimeZone } from '#hiring/postings';
import { href } from '#web/routes.ts';
import { reminderEmail } from '../emails.tsx';
import type { ApplicationTasksDeps } from './settings.ts';

/** How many reminders are written in one transaction. */
const batch = 200;

/**
 * Writes, once, to everybody whose draft is not sent and whose posting closes soon. A reminder is
 * marked in the transaction that writes it, so that none is written twice and none is lost.
 * Answers how many were written.
 */
export async function remindDrafts(deps: ApplicationTasksDeps): Promise<number> {
  const { clock, postings, reminderHours } = deps;
  if (reminderHours === 0) return 0;
  const now = clock();
  const soon = new Date(now.getTime() + reminderHours * 3_600_000);
  const closing = postings.snapshot().postings.filter((posting) => {
    const closesAt = posting.facts?.closesAt;
    return (
      closesAt &&
      closesAt > now &&
      closesAt <= soon &&
      acceptsApplications(postings.stateOf(posting))
    );
  });
  let written = 0;
  for (const posting of closing) {
    for (;;) {
      const count = await remindSome(deps, posting, now);
      written += count;
      if (count < batch) break;
    }
  }
  return written;
}

async function remindSome(
  { db, mail, origins, postings }: ApplicationTasksDeps,
  posting: Posting,
  now: Date,
): Promise<number> {
  const { organization } = postings.snapshot().site;
  return db.transaction().execute(async (tx) => {
    const drafts = await tx
      .selectFrom('application_drafts')
      .select(['key', 'lang', 'email'])
      .where('posting_id', '=', posting.id)
      .where('reminded_at', 'is', null)
      .where('email', 'is not', null)
      .limit(batch)
      .forUpdate()
      .skipLocked()
      .execute();
    for (const { key, lang, email } of drafts) {
      const path = href('apply.draft', lang, { slug: posting.slugs[lang], key });
      await mail.queue(
        tx,
        reminderEmail({
          lang,
          recipient: email ?? '',
          postingTitle: posting.text[lang].title,
          organization: organization[lang],
          draftUrl: origins[lang] + path,
          closesAt: posting.facts?.closesAt ?? null,
          timeZone: posting.facts?.timeZone ?? defaultTimeZone,
        }),
      );
    }
    if (drafts.length > 0) {
      await tx
        .updateTable('application_drafts')
        .set({ reminded_at: now })
        .where(
          'key',
          'in',
          drafts.map(({ key }) => key),
        )
        .execute();
    }
    return drafts.length;
  });
}
