import type { CandidatesDeps } from '../deps.ts';
import type { Sessions } from '../sign-in/sessions.ts';
import { readSignature } from './answer.ts';
import { challengeMinutes, makeChallenge, takeChallenge } from './challenges.ts';
import type { RelyingParty } from './relying-party.ts';

type Deps = Pick<CandidatesDeps, 'db' | 'clock' | 'ids' | 'log'>;

/** What the browser needs to sign in, as `PublicKeyCredentialRequestOptionsJSON`: names nobody. */
export async function signInOptions(deps: Deps, party: RelyingParty) {
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server');
  const challenge = await makeChallenge(deps, null);
  return generateAuthenticationOptions({
    rpID: party.domain,
    challenge: Buffer.from(challenge, 'base64url'),
    timeout: challengeMinutes * 60_000,
    userVerification: 'required',
  });
}

/**
 * Opens a session for whoever holds a passkey that was added before. It proves the person, not that
 * the mailbox is still theirs: what was sent anonymously from an address is claimed by a link only.
 */
export async function signInByPasskey(
  deps: Deps & { sessions: Sessions },
  party: RelyingParty,
  given: { answer: string | undefined; cookie: string | undefined },
): Promise<{ ok: true; cookies: string[] } | { ok: false }> {
  const read = readSignature(given.answer);
  if (!read) return { ok: false };
  return deps.db.transaction().execute(async (tx) => {
    const isOurs = await takeChallenge(tx, deps, read.challenge, null);
    const passkey = await tx
      .selectFrom('candidate_passkeys')
      .select(['id', 'candidate_id', 'credential_id', 'public_key', 'uses', 'transports'])
      .where('credential_id', '=', read.answer.id)
      .where('domain', '=', party.domain)
      .forUpdate()
      .executeTakeFirst();
    if (!isOurs || !passkey) return { ok: false as const };
    const uses = await verify(read, party, {
      id: passkey.credential_id,
      publicKey: new Uint8Array(passkey.public_key),
      counter: Number(passkey.uses),
      transports: passkey.transports,
    });
    if (uses === null) return { ok: false as const };
    await tx
      .updateTable('candidate_passkeys')
      .set({ uses, used_at: deps.clock() })
      .where('id', '=', passkey.id)
      .execute();
    const { cookies } = await deps.sessions.open(tx, passkey.candidate_id, given.cookie);
    deps.log.info({ candidateId: passkey.candidate_id }, 'candidate signed in by a passkey');
    return { ok: true as const, cookies };
  });
}

/** How often the key says that it was used, or null where the signature is not its own. */
async function verify(
  { answer, challenge }: NonNullable<ReturnType<typeof readSignature>>,
  party: RelyingParty,
  credential: {
    id: string;
    publicKey: Uint8Array<ArrayBuffer>;
    counter: number;
    transports: string[];
  },
): Promise<number | null> {
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.domain,
      credential,
      requireUserVerification: true,
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    // It tells every refusal by throwing, and reaches for nothing outside.
    return null;
  }
}
