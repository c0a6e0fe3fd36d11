import { expect, it } from 'vitest';
import { type Certificate, createChainCheck, hashOf, noHash } from './certificate.ts';

function chain(length: number): Certificate[] {
  let previousHash = noHash;
  return Array.from({ length }, (_, index) => {
    const facts = {
      number: index + 1,
      rule: 'applications',
      cause: 'schedule' as const,
      counts: { applications: index, files: 1 },
      held: 0,
      cutoff: new Date('2026-01-01T00:00:00Z'),
      scheduleHash: 'a'.repeat(64),
      dispositionAuthority: null,
      disposedAt: new Date(Date.UTC(2028, 0, index + 1)),
    };
    const made = { ...facts, previousHash, hash: hashOf(facts, previousHash) };
    previousHash = made.hash;
    return made;
  });
}

function faultOf(certificates: Certificate[]) {
  const check = createChainCheck();
  for (const one of certificates) {
    const fault = check(one);
    if (fault) return fault;
  }
  return null;
}

it('accepts a whole chain', () => {
  expect(faultOf(chain(5))).toBeNull();
});

it.each<[string, Partial<Certificate>]>([
  ['a count', { counts: { applications: 1, files: 1 } }],
  ['the rule', { rule: 'emails' }],
  ['the moment', { disposedAt: new Date('2027-01-01T00:00:00Z') }],
  ['what was held', { held: 4 }],
  ['the authority', { dispositionAuthority: 'DA 1' }],
  ['the cutoff', { cutoff: null }],
])('finds %s altered', (_, change) => {
  const certificates = chain(5);
  certificates[2] = { ...certificates[2]!, ...change };
  expect(faultOf(certificates)).toEqual({ number: 3, problem: 'altered' });
});

it('finds one that was taken out, and one that was made up again with its own hash', () => {
  expect(faultOf(chain(5).filter(({ number }) => number !== 2))).toEqual({
    number: 2,
    problem: 'missing',
  });
  const certificates = chain(5);
  const forged = { ...certificates[1]!, counts: {} };
  certificates[1] = { ...forged, hash: hashOf(forged, forged.previousHash) };
  expect(faultOf(certificates)).toEqual({ number: 3, problem: 'unlinked' });
});
