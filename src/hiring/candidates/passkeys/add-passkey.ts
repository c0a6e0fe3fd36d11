import type { CandidatesDeps } from '../deps.ts';
import { passkeyAddedEmail } from '../emails.ts';
import type { Candidate } from '../model.ts';
import { readNewPasskey } from './answer.ts';
import { challengeMinutes, makeChallenge, takeChallenge } from './challenges.ts';
import type { RelyingParty } from './relying-party.ts';

/** Most passkeys of one candidate: more than anyone has devices. */
const mostPasskeys = 20;
/** Longest name of one, in characters. */
export const longestName = 60;

type Deps = Pick<CandidatesDeps, 'db' | 'clock' | 'ids' | 'mail' | 'organization' | 'origins'>;

/** What the browser needs to make a passkey, as `PublicKeyCredentialCreationOptionsJSON`. */
export async function newPasskeyOptions(deps: Deps, candidate: Candidate, party: RelyingParty) {
  const { generateRegistrationOptions } = await import('@simplewebauthn/server');
  const known = await deps.db
    .selectFrom('candidate_passkeys')
    .select(['credential_id', 'transports'])
    .where('candidate_id', '=', candidate.id)
    .where('domain', '=', party.domain)
    .execute();
  const challenge = await makeChallenge(deps, candidate.id);
  return generateRegistrationOptions({
    rpName: deps.organization()[candidate.lang],
    rpID: party.domain,
    userID: new TextEncoder().encode(candidate.id),
    userName: candidate.email,
    challenge: Buffer.from(challenge, 'base64url'),
    timeout: challengeMinutes * 60_000,
    attestationType: 'none',
    excludeCredentials: known.map(({ credential_id, transports }) => ({
      id: credential_id,
      transports,
    })),
    // Found without an address being typed, and opened by more than its possession.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

export type AddPasskey =
  | { ok: true }
  | { ok: false; error: { kind: 'refused' | 'known-already' | 'too-many' } };

/** Keeps a passkey that the candidate's device has just made, and tells their mailbox. */
export async function addPasskey(
  deps: Deps,
  candidate: Candidate,
  party: RelyingParty,
  given: { answer: string | undefined; name: string | undefined },
): Promise<AddPasskey> {
  const { clock, ids } = deps;
  const read = readNewPasskey(given.answer);
  if (!read) return refused('refused');
  return deps.db.transaction().execute(async (tx): Promise<AddPasskey> => {
    if (!(await takeChallenge(tx, deps, read.challenge, candidate.id))) return refused('refused');
    const credential = await verify(read, party);
    if (!credential) return refused('refused');
    await tx
      .selectFrom('candidates')
      .select('id')
      .where('id', '=', candidate.id)
      .forUpdate()
      .execute();
    const { count } = await tx
      .selectFrom('candidate_passkeys')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where('candidate_id', '=', candidate.id)
      .executeTakeFirstOrThrow();
    if (Number(count) >= mostPasskeys) return refused('too-many');
    const added = await tx
      .insertInto('candidate_passkeys')
      .values({
        id: ids.uuid(),
        candidate_id: candidate.id,
        credential_id: credential.id,
        domain: party.domain,
        public_key: credential.publicKey,
        uses: credential.counter,
        transports: read.answer.response.transports,
        name: (given.name ?? '').trim().slice(0, longestName),
        created_at: clock(),
        used_at: null,
      })
      .onConflict((conflict) => conflict.column('credential_id').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!added) return refused('known-already');
    // Whoever reads the mail should know of another way in.
    await deps.mail.queue(
      tx,
      passkeyAddedEmail(candidate, { organization: deps.organization(), origins: deps.origins }),
    );
    return { ok: true };
  });
}

function refused(kind: 'refused' | 'known-already' | 'too-many'): AddPasskey {
  return { ok: false, error: { kind } };
}

async function verify(
  { answer, challenge }: NonNullable<ReturnType<typeof readNewPasskey>>,
  party: RelyingParty,
) {
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: answer,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.domain,
      requireUserVerification: true,
    });
    return registrationInfo?.credential ?? null;
  } catch {
    // It tells every refusal by throwing, and reaches for nothing outside.
    return null;
  }
}
