import { recordEvent } from '../history.ts';
import { forgetTexts } from '../texts/read-texts.ts';
import type { ApplicationTasksDeps } from './settings.ts';

/** How many files are looked at in one run. */
const most = 100;

/**
 * Scans what could not be scanned when it came in. A file in which something is found is put away:
 * its record says so, nobody is served it any more, and the history of its applications tells.
 * Answers how many were scanned, and how many put away.
 */
export async function rescanFiles({
  db,
  files,
  scanner,
  clock,
  log,
}: Pick<ApplicationTasksDeps, 'db' | 'files' | 'scanner' | 'clock' | 'log'>): Promise<{
  scanned: number;
  infected: number;
}> {
  const waiting = await db
    .selectFrom('stored_files')
    .select('sha256')
    .where('scan_status', '=', 'not-scanned')
    // What was tried longest ago first: one that can never be scanned does not hold up the others.
    .orderBy('scanned_at', (order) => order.asc().nullsFirst())
    .limit(most)
    .execute();
  const told = { scanned: 0, infected: 0 };
  for (const { sha256 } of waiting) {
    if (!(await files.has(sha256))) continue;
    const result = await scanner.scan(files.pathOf(sha256));
    if (result.status === 'not-scanned') {
      // No scanner, or none that answers: the others would not fare better.
      if (result.reason === 'not-configured' || result.reason === 'unreachable') break;
      await db
        .updateTable('stored_files')
        .set({ scan_detail: result.reason, scanned_at: clock() })
        .where('sha256', '=', sha256)
        .execute();
      continue;
    }
    const at = clock();
    const infected = result.status === 'infected';
    await db.transaction().execute(async (tx) => {
      await tx
        .updateTable('stored_files')
        .set({ scan_status: result.status, scan_detail: null, scanned_at: at })
        .where('sha256', '=', sha256)
        .execute();
      if (!infected) return;
      const applications = await tx
        .selectFrom('application_files')
        .select('application_id')
        .distinct()
        .where('file_sha256', '=', sha256)
        .execute();
      await forgetTexts(
        tx,
        applications.map(({ application_id: id }) => id),
      );
      for (const { application_id: applicationId } of applications) {
        await recordEvent(tx, {
          applicationId,
          kind: 'document-quarantined',
          actor: { kind: 'system' },
          detail: {},
          at,
        });
      }
    });
    told.scanned += 1;
    if (infected) {
      told.infected += 1;
      log.warn({ sha256 }, 'a stored file is put away: the scanner found something in it');
    }
  }
  return told;
}
