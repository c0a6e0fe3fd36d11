import { recentTexts } from '#platform/recent-texts';
import type { Lang } from '#platform/i18n';

/** A link's address, seen for what it leads to. */
export type Target = {
  /** The address without redirects around it. */
  readonly url: URL;
  /** The language that the address itself tells; null where it tells none. */
  readonly lang: Lang | null;
  /** The address with its language taken out: the same for both languages of one page. */
  readonly page: string;
  /** `page` with its query as well. */
  readonly exact: string;
  /** Who answers there: the registered domain, as one for all of the Government of Canada. */
  readonly owner: string;
};

const redirects: readonly { host: RegExp; path?: RegExp; parameter: string }[] = [
  { host: /(?:^|\.)google\.[a-z.]+$/, path: /^\/url$/, parameter: 'q' },
  { host: /(?:^|\.)google\.[a-z.]+$/, path: /^\/url$/, parameter: 'url' },
  { host: /\.safelinks\.protection\.outlook\.com$/, parameter: 'url' },
  { host: /^l\.(?:facebook|instagram)\.com$/, parameter: 'u' },
  { host: /(?:^|\.)linkedin\.com$/, path: /^\/(?:redir|safety)/, parameter: 'url' },
  { host: /^slack-redir\.net$/, parameter: 'url' },
  { host: /(?:^|\.)youtube\.com$/, path: /^\/redirect$/, parameter: 'q' },
  { host: /(?:^|\.)bing\.com$/, path: /^\/ck\//, parameter: 'u' },
  { host: /^urldefense\.proofpoint\.com$/, path: /^\/v1\//, parameter: 'u' },
];

/** Addresses that count visitors before they pass them on; what they lead to is not in them. */
export const shorteners =
  /^(?:bit\.ly|t\.co|lnkd\.in|goo\.gl|tinyurl\.com|ow\.ly|buff\.ly|is\.gd|rebrand\.ly|cutt\.ly|fb\.me|amzn\.to)$/;

/** The address that a redirect carries; null where this is no redirect or carries none. */
export function redirected(url: URL): string | null {
  for (const { host, path, parameter } of redirects) {
    if (!host.test(url.hostname) || (path && !path.test(url.pathname))) continue;
    const target = url.searchParams.get(parameter);
    if (target !== null && /^https?:\/\//i.test(target) && URL.canParse(target)) return target;
  }
  const defended = /^\/v3\/__(https?:\/\/.+?)__;/.exec(url.pathname + url.search);
  if (url.hostname.startsWith('urldefense.') && defended) return defended[1]!;
  return null;
}

export const trackers =
  /^(?:utm_[a-z]+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|_hsenc|_hsmi|igshid|yclid|mkt_tok|trk|trkinfo)$/i;

const inEnglish = /^(?:en|eng|english|anglais|en[-_](?:ca|us|gb))$/i;
const inFrench = /^(?:fr|fra|fre|french|francais|français|fr[-_](?:ca|fr))$/i;

function langOfWord(word: string): Lang | null {
  if (inEnglish.test(word)) return 'en';
  return inFrench.test(word) ? 'fr' : null;
}

/** Hosts of one language that do not say so, with the host of the other language. */
const twinHosts: readonly (readonly [en: string, fr: string])[] = [
  ['digital.canada.ca', 'numerique.canada.ca'],
  ['design.canada.ca', 'conception.canada.ca'],
  ['design-system.canada.ca', 'systeme-design.canada.ca'],
  ['design-system.alpha.canada.ca', 'systeme-design.alpha.canada.ca'],
  ['laws.justice.gc.ca', 'lois.justice.gc.ca'],
  ['women-gender-equality.canada.ca', 'femmes-egalite-genres.canada.ca'],
];
const hostLang = new Map<string, Lang>(
  twinHosts.flatMap(([en, fr]) => [[en, 'en'] as const, [fr, 'fr'] as const]),
);
const hostTwin = new Map<string, string>(twinHosts.map(([en, fr]) => [fr, en]));

const endings =
  /[-_.](?:(eng|fra|fre|fr)(?=\.[a-z]{2,5}$|$)|(en|e|f)(?=\.(?:html?|aspx?|pdf|php|jsp|cfm|docx?)$))/i;
const languageParameters = /^(?:lang|language|langue|locale|lng|hl|lc)$/i;

/** Reads an address; null where it is none of the web. */
export function targetOf(href: string): Target | null {
  return recent(href, () => ({ target: readTarget(href) })).target;
}

const recent = recentTexts<{ readonly target: Target | null }>();

function readTarget(href: string): Target | null {
  if (!URL.canParse(href)) return null;
  let url = new URL(href);
  for (let depth = 0; depth < 3; depth += 1) {
    const inner = redirected(url);
    if (inner === null) break;
    url = new URL(inner);
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  return read(url);
}

function read(url: URL): Target {
  const host = url.hostname.toLowerCase().replace(/^www\d?\./, '');
  let lang: Lang | null = hostLang.get(host) ?? null;
  const [first = '', ...others] = host.split('.');
  const hostSays = others.length > 1 ? langOfWord(first) : null;
  lang = hostSays ?? lang;
  const neutralHost = hostSays ? others.join('.') : (hostTwin.get(host) ?? host);

  const parts = decode(url.pathname)
    .split('/')
    .filter((part) => part !== '');
  const neutral = parts.map((part, index) => {
    const said = langOfWord(part);
    // A whole word deeper in a path may be the subject of the page.
    if (said && (index === 0 || part.length < 4 || part.includes('-'))) {
      lang = said;
      return '*';
    }
    if (index < parts.length - 1) return part;
    const ending = endings.exec(part);
    if (!ending) return part;
    lang = (ending[1] ?? ending[2]!).toLowerCase().startsWith('e') ? 'en' : 'fr';
    return part.replace(endings, '');
  });

  const query: string[] = [];
  for (const [name, value] of url.searchParams) {
    const said = languageParameters.test(name) ? langOfWord(value) : null;
    if (said) lang = said;
    else if (!trackers.test(name)) query.push(`${name}=${value}`);
  }
  const page = `${neutralHost}/${neutral.join('/').toLowerCase()}`;
  return { url, lang, page, exact: `${page}?${query.sort().join('&')}`, owner: ownerOf(host) };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function ownerOf(host: string): string {
  if (/(?:^|\.)(?:gc|canada)\.ca$/.test(host) || hostLang.has(host)) return 'government of canada';
  return host.split('.').slice(-2).join('.');
}
