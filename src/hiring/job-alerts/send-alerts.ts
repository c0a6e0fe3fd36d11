import {
  type Posting,
  acceptsApplications,
  defaultTimeZone,
  matchesSearch,
  searchWords,
} from '#hiring/postings';
import type { Db } from '#platform/database';
import type { Task } from '#platform/queue';
import { href } from '#web/routes.ts';
import type { Alert } from './change-alerts.ts';
import type { JobAlertsDeps } from './deps.ts';
import { newPostingsEmail } from './emails.tsx';
import type { AlertLinks } from './links.ts';

export const sendJobAlerts: Task<{ announcementIds: string[] }> = {
  name: 'send-job-alerts',
  retryLimit: 10,
  retryDelay: 15,
  atOnce: 1,
};

/** People told in one transaction. */
const alertsAtOnce = 200;

type Deps = JobAlertsDeps & { links: AlertLinks };
type Opening = { announcementId: string; openedAt: Date; posting: Posting };
type ConfirmedAlert = Alert & { confirmedAt: Date | null };

/**
 * Writes to everyone whose search finds one of the postings that opened: one e-mail a search, however
 * many opened. Run again after a failure, it goes on where it was: nobody hears twice of an opening.
 */
export async function sendAlerts(deps: Deps, announcementIds: readonly string[]): Promise<void> {
  const openings = await openingsOf(deps, announcementIds);
  if (openings.length === 0) return;
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const alerts = await nextAlerts(deps.db, after);
    const last = alerts.at(-1);
    if (!last) return;
    await tell(deps, alerts, openings);
    after = last.id;
  }
}

/** The postings that opened, as far as they are still open. */
async function openingsOf(
  { db, postings }: Deps,
  announcementIds: readonly string[],
): Promise<Opening[]> {
  const rows = await db
    .selectFrom('posting_announcements')
    .select(['id', 'posting_id', 'happened_at'])
    .where('id', 'in', [...announcementIds])
    .execute();
  const catalogue = postings.snapshot();
  return rows.flatMap(({ id, posting_id: postingId, happened_at: openedAt }) => {
    const posting = catalogue.byId(postingId);
    const open = posting && acceptsApplications(postings.stateOf(posting));
    return open ? [{ announcementId: id, openedAt, posting }] : [];
  });
}

function nextAlerts(db: Db, after: string): Promise<ConfirmedAlert[]> {
  return db
    .selectFrom('job_alerts')
    .select(['id', 'email', 'lang', 'search', 'confirmed_at as confirmedAt'])
    .where('confirmed_at', 'is not', null)
    .where('id', '>', after)
    .orderBy('id')
    .limit(alertsAtOnce)
    .execute();
}

async function tell(
  deps: Deps,
  alerts: readonly ConfirmedAlert[],
  openings: readonly Opening[],
): Promise<void> {
  const { db, clock, mail, origins, links, closingSoonDays } = deps;
  const { organization } = deps.postings.snapshot().site;
  const now = clock();
  await db.transaction().execute(async (tx) => {
    for (const { id, email, lang, search, confirmedAt } of alerts) {
      // Who began since then saw the posting on the list.
      const later = openings.filter(({ openedAt }) => confirmedAt && confirmedAt < openedAt);
      if (later.length === 0) continue;
      const fresh = await tx
        .insertInto('job_alert_sendings')
        .values(
          later.map(({ announcementId }) => ({
            alert_id: id,
            announcement_id: announcementId,
            sent_at: now,
          })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .returning('announcement_id')
        .execute();
      const untold = new Set(fresh.map((row) => row.announcement_id));
      const news = later.filter(
        ({ announcementId, posting }) =>
          untold.has(announcementId) &&
          matchesSearch(posting, search, lang, { now, closingSoonDays }),
      );
      if (news.length === 0) continue;
      await mail.queue(
        tx,
        newPostingsEmail({
          lang,
          recipient: email,
          organization: organization[lang],
          search: searchWords(search, lang),
          stopUrl: origins[lang] + href('alerts.stop', lang, { token: links.token('stop', id) }),
          postings: news.map(({ posting }) => ({
            title: posting.text[lang].title,
            url: origins[lang] + href('postings.show', lang, { slug: posting.slugs[lang] }),
            closesAt: posting.facts?.closesAt ?? null,
            timeZone: posting.facts?.timeZone ?? defaultTimeZone,
          })),
        }),
      );
    }
  });
}
