import { createHmac, randomBytes } from 'node:crypto';

const prefix = 'whsec_';

/** A new signing secret, in the form that Standard Webhooks gives it. */
export function newSecret(): string {
  return prefix + randomBytes(32).toString('base64');
}

/** Hours for which the secret before a new one signs as well. */
export const earlierSecretHours = 24;

/**
 * The three headers by which a receiver knows that a message is ours, whole and fresh. Signed with
 * each secret: the receiver takes the message where one of them is the one that it has.
 */
export function signedHeaders(
  secrets: readonly string[],
  message: { id: string; body: string },
  at: Date,
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const sign = (secret: string): string =>
    createHmac('sha256', Buffer.from(secret.slice(prefix.length), 'base64'))
      .update(`${message.id}.${timestamp}.${message.body}`)
      .digest('base64');
  return {
    'webhook-id': message.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map((secret) => `v1,${sign(secret)}`).join(' '),
  };
}
