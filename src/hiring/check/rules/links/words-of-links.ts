import type { TextRule } from '#hiring/check';
import { excerpt, matchesInBody, placeIn } from '../support/places.ts';
import { proseBlocks } from '../support/prose-text.ts';
import { linksOf, rewriteHref } from './links-of.ts';

const vague = new Set([
  'click here', 'here', 'this link', 'link', 'this page', 'this', 'read more', 'learn more', 'more',
  'more info', 'more information', 'see more', 'website', 'this website',
  'cliquez ici', 'cliquer ici', 'ici', 'ce lien', 'lien', 'cette page', 'en savoir plus', 'lire la suite',
  'plus', "plus d'information", "plus d'informations", 'voir plus', 'site web', 'ce site', 'suivre ce lien',
]); // prettier-ignore

/** In Markdown or HTML; an image is a word. A reader of blocks sees no words and so no link. */
const wordless = /(?<!!)\[[\s\u00A0]*\]\(([^()\s]+)[^()]*\)|<a\s[^>]*href="([^"]*)"[^>]*>\s*<\/a>/g;

/** A link without words, which nobody can hear or press. */
export const emptyText: TextRule = {
  id: 'links/empty-text',
  severity: 'warning',
  fixable: false,
  scope: 'text',
  check(document, _context, report) {
    for (const { 0: link, 1: href, 2: inHtml, index } of matchesInBody(document, wordless)) {
      report({
        place: { file: document.file, span: { start: index, end: index + link.length } },
        args: { href: excerpt(href ?? inHtml ?? '') },
      });
    }
  },
};

/** Words of a link that say nothing of where it leads. */
export const vagueText: TextRule = {
  id: 'links/vague-text',
  severity: 'info',
  fixable: false,
  scope: 'text',
  check(document, _context, report) {
    for (const { mark, text, href } of linksOf(document)) {
      const words = text
        .trim()
        .toLowerCase()
        .replaceAll('’', "'")
        .replace(/[.:!…>»→\s]+$/u, '');
      const raw = /^(?:https?:\/\/|www\.)\S+$/i.test(words);
      if (!raw && !vague.has(words)) continue;
      report({
        place: { file: document.file, span: mark.span },
        args: { text: excerpt(text), href: excerpt(href) },
        variant: raw ? 'raw' : 'vague',
      });
    }
  },
};

const address = /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d-]+(?:\.[a-z\d-]+)+$/i;

/** An e-mail link whose address is not the one that it shows, or is none. */
export const mailto: TextRule = {
  id: 'links/mailto',
  severity: 'error',
  fixable: false,
  scope: 'text',
  check(document, _context, report) {
    for (const link of linksOf(document)) {
      const to = /^mailto:([^?]*)/i.exec(link.href)?.[1];
      if (to === undefined) continue;
      const written = decodePart(to).trim();
      const shown = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(link.text)?.[0].toLowerCase();
      if (!written.split(/[,;]\s*/).every((one) => address.test(one))) {
        report({ place: link.place, args: { to: excerpt(written) }, variant: 'malformed' });
      } else if (shown !== undefined && !written.toLowerCase().includes(shown)) {
        report({
          place: link.place,
          args: { to: excerpt(written), shown: excerpt(shown) },
          variant: 'different',
        });
      }
    }
  },
};

function decodePart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

type Fault = { variant: string; better?: string };

/** What keeps an address from leading anywhere; null where nothing does. */
function faultOf(href: string): Fault | null {
  const plain = href.trim();
  if (plain === '' || plain === '#' || /^https?:\/*$/i.test(plain)) return { variant: 'nowhere' };
  if (/^(?:todo|tbd|xxx+|url|link|lien|insert)\b/i.test(plain)) return { variant: 'nowhere' };
  if (/^(?:javascript|data|file|vbscript):/i.test(plain)) return { variant: 'scheme' };
  if (/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(plain))
    return { variant: 'scheme', better: `mailto:${plain}` };
  if (/^www\./i.test(plain)) return { variant: 'scheme', better: `https://${plain}` };
  if (
    /^(?:htps|htp|hhtp|hhtps|http[s]?;|ttps?|https?)(?::?\/\/?|:)(?!\/)/i.test(plain) &&
    !/^https?:\/\/[^/]/i.test(plain)
  )
    return { variant: 'malformed' };
  if (/^https?:\/\/https?(?::|%3A)?\/\//i.test(plain)) return { variant: 'malformed' };
  if (/^https?:/i.test(plain)) {
    if (!URL.canParse(plain) || !/^https?:\/\/(?:[^/?#@]+\.[^/?#.]|localhost|\[)/i.test(plain))
      return { variant: 'malformed' };
    return /%20(?:$|[#?])|\s/.test(plain) ? { variant: 'space' } : null;
  }
  if (/^(?:mailto|tel|sms):|^#|^\//i.test(plain)) return null;
  if (/^[a-z][a-z\d+.-]*:/i.test(plain)) return { variant: 'scheme' };
  if (/^[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:ca|com|org|net|gov|io)(?:\/|$)/i.test(plain)) {
    return { variant: 'scheme', better: `https://${plain}` };
  }
  return { variant: 'relative' };
}

/** A link that leads nowhere, or is left in pieces. */
export const broken: TextRule = {
  id: 'links/broken',
  severity: 'warning',
  fixable: true,
  scope: 'text',
  check(document, _context, report) {
    for (const link of linksOf(document)) {
      const fault = faultOf(link.href);
      if (!fault) continue;
      report({
        place: link.place,
        args: { href: excerpt(link.href), text: excerpt(link.text) },
        variant: fault.variant,
        fix: fault.better === undefined ? null : rewriteHref(document, link, fault.better),
      });
    }
    for (const block of proseBlocks(document)) {
      if (!block.text.includes('](') && !block.text.includes('] (')) continue;
      for (const { 0: found, index } of block.text.matchAll(/\[[^\]]*\] ?\([^)]*\)?/g)) {
        if (
          block.marks.some(
            ({ kind, start, end }) => kind === 'code' && start <= index && index < end,
          )
        )
          continue;
        report({
          place: placeIn(document, block, index, index + found.length),
          args: { href: excerpt(found), text: excerpt(found) },
          variant: 'pieces',
        });
      }
    }
  },
};
