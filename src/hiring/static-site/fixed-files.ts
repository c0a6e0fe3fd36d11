import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { accessibilityPage } from '#hiring/site-pages';
import type { Moved } from '#hiring/postings/static';
import { type Lang, langs } from '#platform/i18n';
import {
  bilingualNotFound,
  errorPage,
  redirectDocument,
  renderPage,
  splashPage,
} from '#web/layout/index.ts';
import type { Page, Shell, SiteIdentity } from '#web/page.ts';
import { href } from '#web/routes.ts';
import { fileOf } from './file-of.ts';

/** A file and what is in it. */
export type SiteFile = { file: string; body: string | Uint8Array };

/** The pages that every site has, whatever its postings. */
export function fixedPages(
  shell: Shell,
  privacyPage: (lang: Lang, site: SiteIdentity) => Page,
): SiteFile[] {
  const own = langs.flatMap((lang) => [
    {
      file: fileOf(href('site.privacy', lang)),
      body: renderPage(privacyPage(lang, shell.site), shell),
    },
    {
      file: fileOf(href('site.accessibility', lang)),
      body: renderPage(accessibilityPage(lang, shell.site), shell),
    },
    { file: `${lang}/404.html`, body: renderPage(errorPage(lang, 'not-found'), shell) },
  ]);
  return [
    { file: 'index.html', body: splashPage(shell) },
    { file: '404.html', body: bilingualNotFound(shell) },
    ...own,
  ];
}

/**
 * Old addresses, for each kind of server: a page that leads on, lines of `_redirects` (Netlify,
 * Cloudflare Pages), entries of a `map` of nginx.
 */
export function redirects(moved: readonly Moved[], shell: Shell): SiteFile[] {
  const lists = langs.map((lang) => ({
    lang,
    from: `/${lang}/`,
    to: href('postings.index', lang),
  }));
  const all = [...lists, ...moved];
  const lines = (of: (one: Moved) => string): string => all.map((one) => `${of(one)}\n`).join('');
  return [
    ...all.map(({ lang, from, to }) => ({
      file: fileOf(from),
      body: redirectDocument(lang, to, shell),
    })),
    { file: '_redirects', body: lines(({ from, to }) => `${encodeURI(from)} ${to} 301`) },
    { file: 'redirects.map', body: lines(({ from, to }) => `${quoted(from)} ${quoted(to)};`) },
    // GitHub Pages would otherwise pass over `_redirects`, and take the site for Jekyll's.
    { file: '.nojekyll', body: '' },
  ];
}

/** A word of nginx's configuration. */
function quoted(text: string): string {
  return /^[\w/.:~-]+$/.test(text) ? text : `"${text.replaceAll(/["\\$]/g, '\\$&')}"`;
}

/** The style sheets, fonts and pictures of the public site. What only the desk uses stays out. */
export function assetFiles(publicFolder: string): SiteFile[] {
  const entries = readdirSync(publicFolder, { recursive: true, withFileTypes: true });
  return entries
    .filter(
      (entry) =>
        entry.isFile() &&
        !/^(?:manifest\.json|desk\.|word-counter\.|posting-editor\.)/.test(entry.name),
    )
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const file = relative(publicFolder, path).split(sep).join('/');
      return { file, body: readFileSync(path) };
    })
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}
