import type { Subscriber } from '#hiring/announcements';
import type { JobAlertsDeps } from './deps.ts';
import { createAlertLinks } from './links.ts';
import { sendAlerts, sendJobAlerts } from './send-alerts.ts';

export type JobAlerts = {
  /** Has those written to who asked to hear of new postings. */
  onAnnouncements: Subscriber;
};

/** Telling people of new postings: enqueued where an opening is written down, sent by a task. */
export async function createJobAlerts(deps: JobAlertsDeps): Promise<JobAlerts> {
  const links = createAlertLinks(deps.secret);
  await deps.queue.work(sendJobAlerts, ({ announcementIds }) =>
    sendAlerts({ ...deps, links }, announcementIds),
  );
  return {
    async onAnnouncements(tx, announcements) {
      const opened = announcements.filter(({ kind }) => kind === 'opened').map(({ id }) => id);
      if (opened.length === 0) return;
      await deps.queue.enqueue(tx, sendJobAlerts, { announcementIds: opened });
    },
  };
}
