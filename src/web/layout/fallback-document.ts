import en from './messages/en.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };

/**
 * The page of last resort, for when rendering itself fails: text alone, in both languages because
 * even the address may be unreadable. Needs no catalog, no asset, no database; built once.
 */
export function fallbackDocument(): string {
  return document;
}

const half = (lang: string, messages: typeof en): string =>
  `<section lang="${lang}"><h1>${messages['failed.title']}</h1><p>${messages['failed.what']}</p>` +
  `<p>${messages['failed.do']}</p></section>`;

const document =
  '<!doctype html><html lang="en"><head><meta charset="utf-8">' +
  '<meta name="viewport" content="width=device-width, initial-scale=1">' +
  '<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">' +
  `<title>${en['failed.title']} – ${fr['failed.title']}</title>` +
  '<style>body{font:1.125rem/1.6 system-ui,sans-serif;max-width:38rem;margin:10vh auto;' +
  'padding:0 1.25rem}h1{font-size:1.75rem;line-height:1.2}section+section{margin-top:3rem;' +
  'padding-top:1rem;border-top:1px solid}</style></head><body><main>' +
  `${half('en', en)}${half('fr', fr)}</main></body></html>`;
