import { createHash } from 'node:crypto';
import type { SentFile } from '../model.ts';

/** Everything that a version of an application said. */
export type Sent = {
  reference: string;
  version: number;
  submittedAt: Date;
  /** SHA-256 of the posting as it was advertised. */
  postingVersion: string;
  /** All answers by question id, the identity's among them. */
  answers: Readonly<Record<string, string | readonly string[] | null>>;
  files: readonly SentFile[];
};

/**
 * The canonical form of what was sent (docs/receipt.md): JSON by RFC 8785, which has one way to
 * write each value, so that anybody can make the same bytes again and compare their SHA-256.
 */
export function sentRecord(sent: Sent): string {
  return canonical({
    format: 'tandem-application/1',
    reference: sent.reference,
    version: sent.version,
    submittedAt: sent.submittedAt.toISOString(),
    posting: sent.postingVersion,
    answers: sent.answers,
    files: sent.files
      .map(({ document, name, sha256, sizeBytes }) => ({ document, name, sha256, size: sizeBytes }))
      .toSorted((a, b) => (a.document < b.document ? -1 : 1)),
  });
}

export function sentSha256(sent: Sent): string {
  return createHash('sha256').update(sentRecord(sent)).digest('hex');
}

/** Members sorted by UTF-16 code units, no spaces; `JSON.stringify` writes texts as RFC 8785 wants. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`);
  return `{${members.join(',')}}`;
}
