import { type Hmac, createHmac, timingSafeEqual } from 'node:crypto';

/** How a sender proves that it knows the secret. */
export type Proof =
  /** HMAC-SHA-256 of the body: GitHub (`X-Hub-Signature-256`), Gitea and Forgejo (`X-Gitea-Signature`). */
  | { kind: 'signature'; hex: string }
  /** The secret itself: GitLab (`X-Gitlab-Token`). */
  | { kind: 'token'; token: string };

/** Finds the proof among the headers of a request; null where there is none that can be right. */
export function proofOf(header: (name: string) => string | undefined): Proof | null {
  const github = header('x-hub-signature-256');
  if (github !== undefined) return signature(github.replace(/^sha256=/, ''));
  const gitea = header('x-gitea-signature') ?? header('x-forgejo-signature');
  if (gitea !== undefined) return signature(gitea);
  const token = header('x-gitlab-token');
  return token === undefined ? null : { kind: 'token', token };
}

function signature(hex: string): Proof | null {
  return /^[0-9a-f]{64}$/i.test(hex) ? { kind: 'signature', hex } : null;
}

/**
 * Reads a body to its end without keeping it, and says whether the proof holds. Comparisons take the
 * same time whatever is wrong. `too-large` as soon as `maxBytes` are exceeded.
 */
export async function verifyWebhook(
  secret: string,
  proof: Proof,
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<'right' | 'wrong' | 'too-large'> {
  const hmac: Hmac = createHmac('sha256', secret);
  let bytes = 0;
  if (body) {
    for await (const chunk of body) {
      bytes += chunk.length;
      if (bytes > maxBytes) return 'too-large';
      hmac.update(chunk);
    }
  }
  const right =
    proof.kind === 'signature'
      ? timingSafeEqual(hmac.digest(), Buffer.from(proof.hex, 'hex'))
      : timingSafeEqual(digest(proof.token), digest(secret));
  return right ? 'right' : 'wrong';
}

/** Of one length, so that they can be compared in one time. */
function digest(text: string): Buffer {
  return createHmac('sha256', 'tandem webhook token').update(text, 'utf8').digest();
}
