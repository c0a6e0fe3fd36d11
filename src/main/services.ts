import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '#config';
import { type Accommodation, createAccommodation } from '#hiring/accommodation';
import { type Announcer, createAnnouncer } from '#hiring/announcements';
import { createApplicationUpkeep } from '#hiring/applications';
import { createJobAlerts } from '#hiring/job-alerts';
import { type ContentSource, createContentSource } from '#hiring/content-source';
import { type Postings, createPostings } from '#hiring/postings';
import {
  type PrivacyDeps,
  type PrivacyNotice,
  privacyNotice,
  recordNotice,
  startPrivacyTasks,
} from '#hiring/privacy';
import { createPrivateLinks } from '#hiring/candidates';
import { createNoticeSender } from '#hiring/notices';
import { type Webhooks, createWebhooks } from '#hiring/webhooks';
import type { PayTable } from '#hiring/process-facts';
import type { SelfDeclaration } from '#hiring/self-declaration';
import { type Clock, systemClock } from '#platform/clock';
import type { Localized } from '#platform/i18n';
import type { Db } from '#platform/database';
import { type Extractor, type FileStore, createExtractor, createFileStore } from '#platform/files';
import { type Ids, randomIds } from '#platform/ids';
import type { Log } from '#platform/log';
import { type Mail, createMail } from '#platform/mail';
import { type Queue, startQueue } from '#platform/queue';
import { type Scanner, createScanner } from '#platform/scanner';
import { createSeal } from '#platform/sealing';
import type { OpenDatabase } from './database.ts';
import { loadPayTables } from './pay-tables.ts';
import { createPostingGate } from './posting-gate.ts';
import { createPrivacyDeps } from './privacy.ts';
import { projectRoot } from './project-root.ts';
import { loadRetentionSchedule } from './retention-schedule.ts';
import { readOrMakeSecret } from './secret.ts';
import { openSelfDeclaration } from './self-declaration.ts';

/** What features share at run time. Built once, here. */
export type Services = {
  db: Db;
  postings: Postings;
  payTables: readonly PayTable[];
  contentSource: ContentSource;
  mail: Mail;
  files: FileStore;
  scanner: Scanner;
  extractor: Extractor;
  clock: Clock;
  ids: Ids;
  secret: string;
  queue: Queue;
  webhooks: Webhooks;
  announcer: Announcer;
  privacy: PrivacyDeps;
  privacyNotice: PrivacyNotice;
  /** For its own pages and what is composed of them: no other feature is handed it. */
  selfDeclaration: SelfDeclaration;
  accommodation: Accommodation;
  /** True where the database holds neither staff nor applications. */
  isEmpty(): Promise<boolean>;
  stop(): Promise<void>;
};

/** Milliseconds that a malware scan may take before the file counts as not scanned. */
const scanTimeoutMs = 20_000;

/** Bounds of reading one document's text: some seconds, some memory, a long book. */
const extraction = { timeoutMs: 10_000, maxMemoryMb: 256, maxTextBytes: 1_000_000 };

/** Temporary files older than this were left by a process that died. */
const abandonedAfterMs = 86_400_000;

export async function openServices(
  config: Config,
  { db, settings, equity }: OpenDatabase,
  { log, origins }: { log: Log; origins: Localized },
): Promise<Services> {
  const schedule = await loadRetentionSchedule();
  await mkdir(config.dataFolder, { recursive: true });
  const clock = systemClock;
  const ids = randomIds;
  const queue = await startQueue(settings, log);
  const secret = await readOrMakeSecret(config.secret, config.dataFolder);
  const mail = await createMail({
    seal: createSeal(secret, 'hidden recipients'),
    db,
    clock,
    ids,
    sending: config.smtpUrl ? { smtpUrl: config.smtpUrl, from: config.mailFrom, queue } : null,
  });
  const files = createFileStore({ folder: join(config.dataFolder, 'files'), log });
  await files.sweepTemporary(new Date(clock().getTime() - abandonedAfterMs));
  const contentSource = createContentSource(
    config.contentRepository
      ? { kind: 'repository', ...config.contentRepository }
      : { kind: 'folder', folder: config.contentFolder },
    { clock, log },
  );
  const payTables = await loadPayTables(log);
  const changed = { reload: () => {} };
  await contentSource.start(() => changed.reload());
  const postings = createPostings({
    contentFolder: config.contentFolder,
    db,
    clock,
    ids,
    log,
    closingSoonDays: config.closingSoonDays,
    provenance: contentSource.provenance,
    gate: await createPostingGate({
      contentFolder: config.contentFolder,
      payTables,
      clock,
      log,
    }),
  });
  changed.reload = () => void postings.reload();
  await postings.start();
  const webhooks = await createWebhooks({
    db,
    clock,
    ids,
    log,
    queue,
    secret,
    origins,
    allowPrivate: !config.production,
  });
  const jobAlerts = await createJobAlerts({
    db,
    clock,
    ids,
    log,
    mail,
    queue,
    postings,
    closingSoonDays: config.closingSoonDays,
    origins,
    secret,
  });
  const announcer = createAnnouncer({
    db,
    ids,
    clock,
    log,
    postings,
    closingSoonDays: config.closingSoonDays,
    subscribers: [webhooks.onAnnouncements, jobAlerts.onAnnouncements],
  });
  await announcer.start();
  const declarations = await openSelfDeclaration(config, { equity }, { clock, log });
  const { selfDeclaration } = declarations;
  const privacy = createPrivacyDeps(
    { db, clock, ids, log, mail, queue, files, origins, postings, selfDeclaration },
    schedule,
  );
  const notice = privacyNotice(schedule.schedule);
  await recordNotice({ db, clock }, notice);
  await startPrivacyTasks(privacy);
  const accommodation = createAccommodation({
    db,
    clock,
    ids,
    log,
    mail,
    secret,
    origins,
    postings,
    replyHours: config.accommodationReplyHours,
    escalateTo: config.accommodationEscalateTo,
  });
  accommodation.escalation.start();
  const notices = createNoticeSender({
    db,
    clock,
    log,
    links: createPrivateLinks({
      clock,
      ids,
      mail,
      origins,
      organization: () => postings.snapshot().site.organization,
    }),
  });
  notices.start();
  const scanner = createScanner({ clamd: config.clamd, timeoutMs: scanTimeoutMs });
  const extractor = createExtractor({
    childEntry: join(projectRoot, 'dist/extract-child.js'),
    ...extraction,
  });
  const upkeep = createApplicationUpkeep({
    extractor,
    db,
    mail,
    files,
    scanner,
    clock,
    log,
    origins,
    postings,
    reminderHours: config.reminderHours,
  });
  upkeep.start();
  return {
    db,
    postings,
    payTables,
    contentSource,
    mail,
    files,
    scanner,
    extractor,
    clock,
    ids,
    secret,
    queue,
    webhooks,
    announcer,
    privacy,
    privacyNotice: notice,
    selfDeclaration,
    accommodation,
    async isEmpty() {
      const [application, person] = await Promise.all([
        db.selectFrom('applications').select('id').limit(1).executeTakeFirst(),
        db.selectFrom('staff').select('id').limit(1).executeTakeFirst(),
      ]);
      return !application && !person;
    },
    async stop() {
      await declarations.close();
      await accommodation.escalation.stop();
      await notices.stop();
      const kept = upkeep.stop();
      // What it reads at the moment ends with this; it is read at the next start.
      extractor.close();
      await kept;
      await announcer.stop();
      await contentSource.stop();
      await postings.stop();
      await queue.stop();
      mail.close();
    },
  };
}
