import type { PrivateLinks } from '#hiring/candidates';
import type { DeskDeps } from '#hiring/desk';
import type { Postings } from '#hiring/postings';
import type { Staff } from '#hiring/staff';
import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import type { Localized } from '#platform/i18n';
import type { Ids } from '#platform/ids';
import type { Log } from '#platform/log';
import type { Render } from '#web/render.ts';

/** What writing letters and confirming them needs from the rest of the program. */
export type NoticesDeps = {
  db: Db;
  clock: Clock;
  ids: Ids;
  origins: Localized;
  postings: Pick<Postings, 'snapshot'>;
  /** Minutes between confirming notices and their leaving, in which they can be stopped. */
  noticeUndoMinutes: number;
};

export type NoticesWebDeps = NoticesDeps &
  Pick<DeskDeps, 'postings' | 'advertised'> &
  Pick<Staff, 'requireStaff' | 'takeKeptForm'> & { render: Render };

/** What sending them needs. */
export type NoticeSenderDeps = {
  db: Db;
  clock: Clock;
  log: Log;
  links: Pick<PrivateLinks, 'sendPrivateLink'>;
};
