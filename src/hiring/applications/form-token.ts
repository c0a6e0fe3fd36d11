import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a form carries, signed: which submission it is, for which posting, opened when. */
export type FormToken = {
  /** UUID of the one application this form can make: repeats of it are the same application. */
  submissionKey: string;
  postingId: string;
  openedAt: Date;
};

export type FormTokens = {
  sign(token: FormToken): string;
  /** Null where the text was not signed by us, or not for this posting. */
  verify(text: string | undefined, postingId: string): FormToken | null;
};

/**
 * Signs the hidden field of the application form. It replaces a session: a candidate needs no
 * cookie, the opening time that decides about grace cannot be made up, and a page of another site
 * cannot prepare a form that we accept. It does not expire: a form left open for a week still works.
 */
export function createFormTokens(secret: string): FormTokens {
  const mac = (body: string): Buffer =>
    createHmac('sha256', secret).update(`application-form\n${body}`).digest();
  return {
    sign({ submissionKey, postingId, openedAt }) {
      const body = `${submissionKey}.${postingId}.${openedAt.getTime()}`;
      return `${body}.${mac(body).toString('base64url')}`;
    },
    verify(text, postingId) {
      const [submissionKey, posting, openedAt, signature, ...more] = (text ?? '').split('.');
      if (!submissionKey || !posting || !openedAt || !signature || more.length > 0) return null;
      const expected = mac(`${submissionKey}.${posting}.${openedAt}`);
      const given = Buffer.from(signature, 'base64url');
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
      if (posting !== postingId) return null;
      return { submissionKey, postingId: posting, openedAt: new Date(Number(openedAt)) };
    },
  };
}
