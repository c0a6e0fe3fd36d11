import { before } from '../schedule/period.ts';
import type { Certificate } from './certificate.ts';
import { certificateOf, certify } from './certificates.ts';
import type { DisposalDeps } from './deps.ts';

/** Files younger than this may be on their way in: their row is written after their bytes. */
const freshHours = 1;

/** Names looked up at once. */
const namesAtOnce = 1000;

/** Removes the bytes of files whose rows are gone. What fails here is found by the next sweep. */
export async function removeBytes(
  { files, clock }: Pick<DisposalDeps, 'files' | 'clock'>,
  names: readonly string[],
): Promise<number> {
  const olderThan = new Date(clock().getTime() - freshHours * 3_600_000);
  let removed = 0;
  for (const name of names) if (await files.removeUnused(name, olderThan)) removed += 1;
  return removed;
}

/**
 * Removes bytes that no row knows (what an end half way left behind) and abandoned temporary files,
 * with a certificate for each kind of which there were some.
 */
export async function sweepFiles(deps: DisposalDeps): Promise<Certificate[]> {
  const { db, schedule, files, clock } = deps;
  const certificates: Certificate[] = [];
  const certifyFiles = async (rule: string, count: number, cutoff: Date | null): Promise<void> => {
    if (count === 0) return;
    const cause = cutoff ? ('schedule' as const) : ('leftover' as const);
    const facts = {
      ...certificateOf(deps, rule),
      cause,
      counts: { files: count },
      held: 0,
      cutoff,
    };
    certificates.push(await db.transaction().execute((tx) => certify(tx, facts)));
  };
  for (const rule of schedule.schedule.rules) {
    if (rule.files.includes('documents')) {
      await certifyFiles(rule.id, await removeUnknown(deps), null);
    }
    if (rule.action !== 'keep' && rule.due.kind === 'last-written') {
      const cutoff = before(clock(), rule.keep);
      await certifyFiles(rule.id, await files.sweepTemporary(cutoff), cutoff);
    }
  }
  return certificates;
}

async function removeUnknown(deps: DisposalDeps): Promise<number> {
  let removed = 0;
  let names: string[] = [];
  const look = async (): Promise<void> => {
    if (names.length === 0) return;
    const known = await deps.db
      .selectFrom('stored_files')
      .select('sha256')
      .where('sha256', 'in', names)
      .execute();
    const kept = new Set(known.map(({ sha256 }) => sha256));
    removed += await removeBytes(
      deps,
      names.filter((name) => !kept.has(name)),
    );
    names = [];
  };
  for await (const name of deps.files.names()) {
    names.push(name);
    if (names.length >= namesAtOnce) await look();
  }
  await look();
  return removed;
}
