import type { Lang, Localized } from '#platform/i18n';
import { type RouteName, routes } from '#web/routes.ts';

/** Longest address that is carried through a sign-in, in characters. */
const longestPath = 2000;

/**
 * The page to go to after signing in, from an untrusted text: one of this site that `leadsTo` lets
 * through, as path and query; null for everything else, so that a link can lead nowhere else.
 */
export function safePath(
  text: string | undefined,
  leadsTo: (pathname: string) => boolean,
): string | null {
  if (!text || text.length > longestPath || !text.startsWith('/')) return null;
  const base = 'http://tandem.invalid';
  if (!URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  // Looked at after the URL's own clean-up: "/en/staff/..//evil.example" becomes "//evil.example".
  if (url.origin !== base || url.pathname.startsWith('//') || !leadsTo(url.pathname)) return null;
  return url.pathname + url.search;
}

/** Whether a pathname is below the first two parts of a page's address: "/en/staff/", "/fr/moi/". */
export function isBelow(page: RouteName, pathname: string): boolean {
  return Object.values(routes[page]).some((path) =>
    pathname.startsWith(`${path.split('/', 3).join('/')}/`),
  );
}

/** Language of an address of this site: its first part. */
export function langOf(path: string): Lang {
  return path.startsWith('/fr/') ? 'fr' : 'en';
}

/** Which page an address is, in whichever language; null when it is none of the route table. */
export function routeOf(pathname: string): { name: RouteName; paths: Localized } | null {
  for (const [name, patterns] of Object.entries(routes)) {
    const values = valuesOf(patterns[langOf(pathname)], pathname);
    if (values && isRouteName(name)) {
      return { name, paths: { en: fill(patterns.en, values), fr: fill(patterns.fr, values) } };
    }
  }
  return null;
}

function isRouteName(name: string): name is RouteName {
  return name in routes;
}

/** A page in both languages, for the toggle of one that answers in its place. */
export function counterparts(pathname: string, otherwise: Localized): Localized {
  return routeOf(pathname)?.paths ?? otherwise;
}

/** A path with its query, in both languages; the same for both where it is no page of the table. */
export function localizedPath(path: string): Localized {
  const [pathname = '', ...query] = path.split('?');
  const paths = counterparts(pathname, { en: pathname, fr: pathname });
  return { en: [paths.en, ...query].join('?'), fr: [paths.fr, ...query].join('?') };
}

/** The page wanted after signing in, in the language that the person is reading now. */
export function wantedPath(
  text: string | undefined,
  lang: Lang,
  leadsTo: (pathname: string) => boolean,
): string | null {
  const path = safePath(text, leadsTo);
  return path && localizedPath(path)[lang];
}

/** A path with its query, if there is one. */
export function withQuery(path: string, query: URLSearchParams): string {
  return query.size > 0 ? `${path}?${query.toString()}` : path;
}

/** Parts of an address that stand where a pattern has parameters, by name; null: another page. */
function valuesOf(pattern: string, pathname: string): Map<string, string> | null {
  const wanted = pattern.split('/');
  const given = pathname.split('/');
  if (wanted.length !== given.length) return null;
  const values = new Map<string, string>();
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':')) values.set(part, value);
    else if (part !== value) return null;
  }
  return values;
}

function fill(pattern: string, values: ReadonlyMap<string, string>): string {
  return pattern
    .split('/')
    .map((part) => values.get(part) ?? part)
    .join('/');
}
