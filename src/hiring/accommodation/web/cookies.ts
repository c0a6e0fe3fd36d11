import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { cookieName, isSecure } from '#hiring/sign-in';
import type { Localized } from '#platform/i18n';
import { parseCode } from '../codes.ts';

/** How long a device keeps a candidate's codes, in seconds: a process may take half a year. */
const codesLast = 180 * 24 * 3600;
/** Most cases of one device; the oldest is forgotten first. */
const mostCodes = 8;

/** The cookies of this feature: they alone, or what is in memory, open a case. */
export type CaseCookies = {
  codes(c: Context): string[];
  addCode(c: Context, code: string): void;
  dropCode(c: Context, code: string): void;
  /** Which key a custodian unlocked in this browser. */
  unlocked(c: Context): string | undefined;
  setUnlocked(c: Context, token: string): void;
  dropUnlocked(c: Context): void;
};

export function createCaseCookies(origins: Localized): CaseCookies {
  const codesName = cookieName('tandem_cases', origins);
  const unlockedName = cookieName('tandem_unlocked', origins);
  const options = {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(origins),
  } as const;

  function codes(c: Context): string[] {
    const all = (getCookie(c, codesName) ?? '').split('.').map(parseCode);
    return all.filter((code) => code !== null).slice(0, mostCodes);
  }

  function keep(c: Context, kept: readonly string[]): void {
    if (kept.length === 0) deleteCookie(c, codesName, options);
    else setCookie(c, codesName, kept.join('.'), { ...options, maxAge: codesLast });
  }

  return {
    codes,
    addCode(c, code) {
      keep(c, [code, ...codes(c).filter((one) => one !== code)].slice(0, mostCodes));
    },
    dropCode(c, code) {
      keep(
        c,
        codes(c).filter((one) => one !== code),
      );
    },
    unlocked: (c) => getCookie(c, unlockedName),
    // Until the browser is closed; the memory of the server forgets it sooner.
    setUnlocked: (c, token) => setCookie(c, unlockedName, token, options),
    dropUnlocked: (c) => void deleteCookie(c, unlockedName, options),
  };
}
