import { type Posting, acceptsApplications } from '#hiring/postings';
import type { ApplicationsDeps } from './deps.ts';
import { closingFor, isExtended } from './rules.ts';

/** Whether a posting takes applications from one person now, and until when. */
export type Openness = { open: boolean; closesAt: Date | null };

export type OpennessDeps = Pick<ApplicationsDeps, 'clock'> & {
  postings: Pick<ApplicationsDeps['postings'], 'stateOf'>;
  extensions: Pick<ApplicationsDeps['extensions'], 'laterClosing'>;
};

/**
 * By the address of e-mail that the person applies with, since a later closing instant may have
 * been agreed with them; null where none is known. There is no grace here: see `judgeClosing`.
 */
export async function opennessFor(
  { clock, postings, extensions }: OpennessDeps,
  posting: Posting,
  email: string | null,
): Promise<Openness> {
  const later = email ? await extensions.laterClosing(posting.id, email) : null;
  const closesAt = closingFor(posting.facts?.closesAt ?? null, later);
  const open =
    acceptsApplications(postings.stateOf(posting)) || isExtended(posting, later, clock());
  return { open, closesAt };
}
