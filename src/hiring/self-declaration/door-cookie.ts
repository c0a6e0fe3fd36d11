import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { type Localized, langs } from '#platform/i18n';
import { routes } from '#web/routes.ts';

const name = 'tandem_declaration';

/** The cookie that keeps the door open: for these pages alone, gone when the browser closes. */
export function createDoorCookie(origins: Localized): {
  read(c: Context): string | undefined;
  write(c: Context, value: string): void;
  forget(c: Context): void;
} {
  const secure = Object.values(origins).every((origin) => origin.startsWith('https:'));
  const set = (c: Context, value: string, ends: boolean): void => {
    // The pages of each language have a path of their own, and no other page is to see it.
    for (const lang of langs) {
      setCookie(c, name, value, {
        path: routes['declare.page'][lang],
        httpOnly: true,
        sameSite: 'Strict',
        secure,
        ...(ends && { maxAge: 0 }),
      });
    }
  };
  return {
    read: (c) => getCookie(c, name),
    write: (c, value) => set(c, value, false),
    forget: (c) => set(c, '', true),
  };
}
