import type { ContentSource } from '#hiring/content-source';
import type { Postings } from '#hiring/postings';
import type { PayTable } from '#hiring/process-facts';
import type { Staff } from '#hiring/staff';
import type { Clock } from '#platform/clock';
import type { Db } from '#platform/database';
import type { Localized } from '#platform/i18n';
import type { Ids } from '#platform/ids';
import type { Lock } from '#platform/lock';
import type { Log } from '#platform/log';
import type { Page } from '#web/page.ts';
import type { Render } from '#web/render.ts';

/** What the editor needs from the rest of the program. */
export type EditorDeps = Pick<Staff, 'requireStaff' | 'takeKeptForm'> & {
  db: Db;
  clock: Clock;
  ids: Ids;
  log: Log;
  render: Render;
  postings: Pick<Postings, 'snapshot' | 'reload' | 'stateOf' | 'whileUnread'>;
  contentFolder: string;
  contentSource: Pick<ContentSource, 'save' | 'keepsCommits'>;
  origins: Localized;
  payTables: readonly PayTable[];
  closingSoonDays: number;
  /** A public page as a document. */
  renderHtml(page: Page): string;
};

/** What a command that writes needs besides: saves come one after the other. */
export type SavingDeps = EditorDeps & { lock: Lock };

/** Who is writing. */
export type Author = { id: string; email: string };
