import { join } from 'node:path';
import { loadPayTables } from '#main/pay-tables.ts';
import { createPostingGate } from '#main/posting-gate.ts';
import { createPostings } from '#hiring/postings';
import { createFileStore } from '#platform/files';
import { createScanner } from '#platform/scanner';
import { privacyNotice } from '#hiring/privacy';
import { loadRetentionSchedule } from '#main/retention-schedule.ts';
import { type DemoDeps, type FillDemo, fillDemo } from '#demo';
import type { CommandTools } from './with-services.ts';

export { sampleStaff } from '#demo';

/** Milliseconds that a scan of a sample file may take before it counts as not scanned. */
const scanTimeoutMs = 5000;

/** Makes the sample process with the settings of this command: see `fillDemo`. */
export async function fillDemoHere(
  { config, log, origins, db, clock, ids }: CommandTools,
  onProgress: DemoDeps['onProgress'],
): Promise<FillDemo> {
  const { contentFolder, closingSoonDays, closingGraceMinutes } = config;
  const payTables = await loadPayTables(log);
  const gate = await createPostingGate({ contentFolder, payTables, clock, log });
  const postings = createPostings({ contentFolder, db, clock, ids, log, closingSoonDays, gate });
  try {
    return await fillDemo({
      db,
      files: createFileStore({ folder: join(config.dataFolder, 'files'), log }),
      scanner: createScanner({ clamd: config.clamd, timeoutMs: scanTimeoutMs }),
      clock,
      ids,
      origins,
      contentFolder,
      // Read once, not watched. Where the check is slow, some texts come in a later round.
      loadCatalogue: async () => {
        do await postings.reload();
        while (postings.snapshot().held.some(({ verdict }) => verdict === null));
        return postings.snapshot();
      },
      closingSoonDays,
      closingGraceMinutes,
      privacyNoticeVersion: privacyNotice((await loadRetentionSchedule()).schedule).version,
      onProgress,
    });
  } finally {
    await postings.stop();
  }
}
