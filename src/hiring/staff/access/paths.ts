import { type Lang, type Localized, langs } from '#platform/i18n';
import { type RouteName, href, hrefs, routes } from '#web/routes.ts';

/** Longest address that is carried through a sign-in, in characters. */
const longestPath = 2000;

/** First part of every address of the desk: "/en/staff/", "/fr/personnel/". */
const deskRoots = langs.map((lang) => routes['staff.signIn'][lang].split('/', 3).join('/') + '/');

/**
 * The page to go to after signing in, from an untrusted text: a page of the desk on this site, as
 * path and query; null for everything else, so that a sign-in link can lead nowhere else.
 */
export function deskPath(text: string | undefined): string | null {
  if (!text || text.length > longestPath || !text.startsWith('/')) return null;
  const base = 'http://desk.invalid';
  if (!URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  // Looked at after the URL's own clean-up: "/en/staff/..//evil.example" becomes "//evil.example".
  if (url.origin !== base || !deskRoots.some((root) => url.pathname.startsWith(root))) return null;
  return url.pathname + url.search;
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

/** The page in both languages, for the toggle of a page that answers in its place. */
export function counterparts(pathname: string): Localized {
  return routeOf(pathname)?.paths ?? hrefs('desk.processes');
}

/** The page wanted after signing in, in the language that the person is reading now. */
export function wantedPath(text: string | undefined, lang: Lang): string | null {
  const path = deskPath(text);
  if (!path) return null;
  const [pathname = '', ...query] = path.split('?');
  return [routeOf(pathname)?.paths[lang] ?? pathname, ...query].join('?');
}

/** Address of the sign-in page, leading on to `next` afterwards. */
export function signInPath(lang: Lang, next: string | null, told?: 'kept' | 'signed-out'): string {
  const query = new URLSearchParams();
  if (next) query.set('next', next);
  if (told) query.set('told', told);
  return withQuery(href('staff.signIn', lang), query);
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
