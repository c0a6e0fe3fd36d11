import { sql } from 'kysely';
import type { Db, Tx } from '#platform/database';
import type { DisposalDeps } from './deps.ts';
import {
  type Certificate,
  type CertificateFacts,
  type ChainFault,
  createChainCheck,
  hashOf,
  noHash,
} from './certificate.ts';

/** Number of the advisory lock under which certificates are written, one after the other. */
const chainLock = 1_216_000_012;

/** What every certificate says, whatever it is for. */
export function certificateOf(
  { schedule, clock }: Pick<DisposalDeps, 'schedule' | 'clock'>,
  rule: string,
): Pick<CertificateFacts, 'rule' | 'scheduleHash' | 'dispositionAuthority' | 'disposedAt'> {
  return {
    rule,
    scheduleHash: schedule.hash,
    dispositionAuthority: schedule.schedule.dispositionAuthority,
    disposedAt: clock(),
  };
}

/** Writes the next certificate, in the transaction that disposes of what it speaks of. */
export async function certify(
  tx: Tx,
  facts: Omit<CertificateFacts, 'number'>,
): Promise<Certificate> {
  await sql`select pg_advisory_xact_lock(${chainLock})`.execute(tx);
  const last = await tx
    .selectFrom('disposal_certificates')
    .select(['number', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const previousHash = last?.hash ?? noHash;
  const numbered = { ...facts, number: Number(last?.number ?? 0) + 1 };
  const hash = hashOf(numbered, previousHash);
  await tx
    .insertInto('disposal_certificates')
    .values({
      number: String(numbered.number),
      rule: facts.rule,
      cause: facts.cause,
      counts: JSON.stringify(facts.counts),
      held: facts.held,
      cutoff: facts.cutoff,
      schedule_hash: facts.scheduleHash,
      disposition_authority: facts.dispositionAuthority,
      disposed_at: facts.disposedAt,
      previous_hash: previousHash,
      hash,
    })
    .execute();
  return { ...numbered, previousHash, hash };
}

/** Certificates from the first, or the latest first; a page at a time. */
export async function listCertificates(
  db: Db,
  page: { after: number; limit: number } | { latest: number },
): Promise<Certificate[]> {
  const query = db.selectFrom('disposal_certificates').selectAll();
  const rows = await (
    'latest' in page
      ? query.orderBy('number', 'desc').limit(page.latest)
      : query.where('number', '>', String(page.after)).orderBy('number').limit(page.limit)
  ).execute();
  return rows.map((row) => ({
    number: Number(row.number),
    rule: row.rule,
    cause: row.cause,
    counts: row.counts,
    held: row.held,
    cutoff: row.cutoff,
    scheduleHash: row.schedule_hash,
    dispositionAuthority: row.disposition_authority,
    disposedAt: row.disposed_at,
    previousHash: row.previous_hash,
    hash: row.hash,
  }));
}

export type ChainState = { count: number; lastHash: string; fault: ChainFault | null };

/**
 * Goes through all certificates. What was cut off at the end cannot be told from here: compare the
 * count and the last hash with the log, which names each as it is written.
 */
export async function verifyCertificates(db: Db): Promise<ChainState> {
  const check = createChainCheck();
  let count = 0;
  let lastHash = noHash;
  for (;;) {
    const page = await listCertificates(db, { after: count, limit: 1000 });
    if (page.length === 0) return { count, lastHash, fault: null };
    for (const certificate of page) {
      const fault = check(certificate);
      if (fault) return { count, lastHash, fault };
      count += 1;
      lastHash = certificate.hash;
    }
  }
}
