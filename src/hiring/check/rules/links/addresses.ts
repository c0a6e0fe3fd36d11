import type { TextRule } from '#hiring/check';
import { excerpt } from '../support/places.ts';
import { linksOf, rewriteHref } from './links-of.ts';
import { redirected, shorteners, targetOf, trackers } from './target.ts';

const declared = /anglais|english|french|fran[cç]ais/i;

/** A link that leads to a page in the other language. */
export const targetLanguage: TextRule = {
  id: 'links/target-language',
  severity: 'warning',
  fixable: false,
  scope: 'text',
  check(document, _context, report) {
    for (const link of linksOf(document)) {
      const target = targetOf(link.href);
      if (!target?.lang || target.lang === document.lang) continue;
      const { start, end } = link.mark;
      // "(en anglais seulement)": the reader is told.
      const around = link.block.text.slice(Math.max(0, start - 12), end + 30);
      if (declared.test(around)) continue;
      report({
        place: link.place,
        args: { text: excerpt(link.text), href: excerpt(target.url.href) },
        variant: target.lang === 'en' ? 'english' : 'french',
      });
    }
  },
};

/** A link through a search engine, a mail filter or a shortener. */
export const redirect: TextRule = {
  id: 'links/redirect',
  severity: 'warning',
  fixable: true,
  scope: 'text',
  check(document, _context, report) {
    for (const link of linksOf(document)) {
      if (!URL.canParse(link.href)) continue;
      const url = new URL(link.href);
      const inner = redirected(url);
      if (inner === null && !shorteners.test(url.hostname)) continue;
      report({
        place: link.place,
        args: {
          text: excerpt(link.text),
          host: url.hostname,
          ...(inner !== null && { better: excerpt(inner) }),
        },
        variant: inner === null ? 'short' : 'unwrap',
        fix: inner === null ? null : rewriteHref(document, link, new URL(inner).href),
      });
    }
  },
};

/** Parameters that tell somebody where a reader came from. */
export const tracking: TextRule = {
  id: 'links/tracking',
  severity: 'info',
  fixable: true,
  scope: 'text',
  check(document, _context, report) {
    for (const link of linksOf(document)) {
      if (!link.href.includes('?') || !URL.canParse(link.href)) continue;
      const url = new URL(link.href);
      const names = [...url.searchParams.keys()].filter((name) => trackers.test(name));
      if (names.length === 0 || redirected(url) !== null) continue;
      report({
        place: link.place,
        args: { names: names.join(', ') },
        fix: rewriteHref(document, link, withoutTrackers(link.href)),
      });
    }
  },
};

/** Takes the parameters out of the text itself, so that nothing else of the address changes. */
function withoutTrackers(href: string): string {
  const [address = '', fragment] = href.split(/#(.*)/s, 2);
  const [path = '', query = ''] = address.split(/\?(.*)/s, 2);
  const kept = query.split('&').filter((pair) => !trackers.test(pair.split('=')[0]!));
  return `${path}${kept.length > 0 ? `?${kept.join('&')}` : ''}${fragment === undefined ? '' : `#${fragment}`}`;
}

/** http:// where nearly every site answers on https://. */
export const insecure: TextRule = {
  id: 'links/insecure',
  severity: 'info',
  fixable: true,
  scope: 'text',
  check(document, _context, report) {
    for (const link of linksOf(document)) {
      if (!/^http:\/\/[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}(?=[/?#]|$)/i.test(link.href)) continue;
      report({
        place: link.place,
        args: { href: excerpt(link.href) },
        fix: rewriteHref(document, link, link.href.replace(/^http:/i, 'https:')),
      });
    }
  },
};

/** Anchors that a program made and the next edit of that page changes. */
export const fragileAnchor: TextRule = {
  id: 'links/fragile-anchor',
  severity: 'info',
  fixable: false,
  scope: 'text',
  check(document, _context, report) {
    for (const link of linksOf(document)) {
      const anchor =
        /#(_?toc[\d_-]+|_Toc\d+|h\.[a-z\d]{6,}|heading=h\.[a-z\d]+|:~:text=.*|_?ftn(?:ref)?\d+|\d+|(?:section|sec|s|p|para)-?\d+(?:[._-]\d+)*)$/i.exec(
          link.href,
        );
      if (anchor) report({ place: link.place, args: { anchor: excerpt(anchor[1]!) } });
    }
  },
};
