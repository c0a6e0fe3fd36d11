import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Ids } from '#platform/ids';

/**
 * What the hidden field `token` of a candidate's form says, signed: it came from our own page, and
 * sending it twice is sending it once.
 */
export type CaseFormTokens = {
  /** `subject`: which form, and whose. */
  sign(subject: string): string;
  /** The UUID of the one thing that this form can make; null where we did not sign it for the subject. */
  verify(text: string | undefined, subject: string): string | null;
};

export function createCaseFormTokens(secret: string, ids: Pick<Ids, 'uuid'>): CaseFormTokens {
  const mac = (subject: string, key: string): Buffer =>
    createHmac('sha256', secret).update(`case-form\n${subject}\n${key}`).digest();
  return {
    sign(subject) {
      const key = ids.uuid();
      return `${key}.${mac(subject, key).toString('base64url')}`;
    },
    verify(text, subject) {
      const [key = '', signature = '', ...more] = (text ?? '').split('.');
      const given = Buffer.from(signature, 'base64url');
      const expected = mac(subject, key);
      const ours =
        more.length === 0 && given.length === expected.length && timingSafeEqual(given, expected);
      return ours ? key : null;
    },
  };
}
