import { createHash } from 'node:crypto';

/** What a certificate says; nothing of it is about anybody. */
export type CertificateFacts = {
  /** Counts from 1, without gaps. */
  number: number;
  rule: string;
  cause: 'schedule' | 'request' | 'leftover';
  counts: Readonly<Record<string, number>>;
  held: number;
  cutoff: Date | null;
  scheduleHash: string;
  dispositionAuthority: string | null;
  disposedAt: Date;
};

export type Certificate = CertificateFacts & { previousHash: string; hash: string };

/** What the first certificate has before it. */
export const noHash = '0'.repeat(64);

/** SHA-256 over everything that a certificate says and the hash of the one before it. */
export function hashOf(facts: CertificateFacts, previousHash: string): string {
  const canonical = JSON.stringify([
    facts.number,
    facts.rule,
    facts.cause,
    Object.entries(facts.counts).sort(([one], [other]) => (one < other ? -1 : 1)),
    facts.held,
    facts.cutoff?.toISOString() ?? null,
    facts.scheduleHash,
    facts.dispositionAuthority,
    facts.disposedAt.toISOString(),
    previousHash,
  ]);
  return createHash('sha256').update(canonical).digest('hex');
}

/** The first certificate that does not hold, given in order from the first. */
export type ChainFault = { number: number; problem: 'missing' | 'altered' | 'unlinked' };

/** Checks certificates one by one; keep it between pages of them. */
export function createChainCheck(): (certificate: Certificate) => ChainFault | null {
  let expected = 1;
  let previous = noHash;
  return (certificate) => {
    const { number } = certificate;
    if (number !== expected) return { number: expected, problem: 'missing' };
    if (certificate.previousHash !== previous) return { number, problem: 'unlinked' };
    if (hashOf(certificate, previous) !== certificate.hash) return { number, problem: 'altered' };
    expected += 1;
    previous = certificate.hash;
    return null;
  };
}
