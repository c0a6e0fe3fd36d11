import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '#platform/clock';

/** What the `csrf` field of a form says, signed. */
export type FormToken = {
  personId: string;
  /** Path and query of the page that the form is on. */
  page: string;
};

export type FormTokens = {
  sign(token: FormToken): string;
  /** Null where the text was not signed by us, or too long ago. */
  verify(text: string | undefined): FormToken | null;
};

/** How long a form can stay open: as long as what was typed in one is kept. */
export const formTokenDays = 7;

const signed = z.tuple([z.string(), z.string(), z.number()]);

/**
 * Signs what a form needs to be recognized after the session it was opened in: whose it is and
 * where it was. It is bound to a person and not to a session, so that a form survives signing in
 * again; it is worth nothing without that person's session, except to keep what they typed.
 */
export function createFormTokens(
  secret: string,
  clock: Clock,
  /** Whose forms: a token of one door is worth nothing at another. */
  door: 'staff' | 'candidate',
): FormTokens {
  const mac = (body: string): Buffer =>
    createHmac('sha256', secret).update(`${door}-form\n${body}`).digest();
  return {
    sign({ personId, page }) {
      const body = Buffer.from(JSON.stringify([personId, page, clock().getTime()]));
      const text = body.toString('base64url');
      return `${text}.${mac(text).toString('base64url')}`;
    },
    verify(text) {
      const [body, signature, ...more] = (text ?? '').split('.');
      if (!body || !signature || more.length > 0) return null;
      const expected = mac(body);
      const given = Buffer.from(signature, 'base64url');
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
      const [personId, page, issuedAt] = signed.parse(
        JSON.parse(Buffer.from(body, 'base64url').toString('utf8')),
      );
      const age = clock().getTime() - issuedAt;
      return age <= formTokenDays * 24 * 3_600_000 ? { personId, page } : null;
    },
  };
}
