import type { IOptions } from 'sanitize-html';
import { sanitizeLibrary } from './sanitize-library.ts';

/**
 * What the HTML of a posting may contain. Everything else loses its tag and keeps its words.
 * Comments go. No `id`, `class` or `style` of the author's.
 */
const options: IOptions = {
  allowedTags: [
    'p', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'dl', 'dt', 'dd',
    'blockquote', 'pre', 'code', 'strong', 'b', 'em', 'i', 's', 'del', 'ins', 'sub', 'sup', 'abbr',
    'q', 'cite', 'a', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'caption', 'details',
    'summary',
  ], // prettier-ignore
  allowedAttributes: {
    a: ['href', 'rel', 'hreflang'],
    abbr: ['title'],
    ol: ['start'],
    th: ['scope', 'colspan', 'rowspan'],
    td: ['colspan', 'rowspan'],
    '*': ['lang'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesAppliedToAttributes: ['href'],
  allowProtocolRelative: false,
  nestingLimit: 50,
  transformTags: {
    a: (tagName, attributes) => {
      const { href, hreflang, lang } = attributes;
      if (!href) return { tagName: '', attribs: {} };
      return {
        tagName,
        attribs: {
          href,
          ...(hreflang ? { hreflang } : {}),
          ...(lang ? { lang } : {}),
          ...(/^https?:/i.test(href.trim()) ? { rel: 'external noopener noreferrer' } : {}),
        },
      };
    },
    th: (tagName, attributes) => ({
      tagName,
      attribs: { ...attributes, scope: attributes.scope === 'row' ? 'row' : 'col' },
    }),
  },
};

/**
 * Elements whose content is not words. They become visible text instead of being dropped: a
 * sentence about the `<title>` tag, never closed, must not take the rest of the posting with it.
 */
const notWords =
  /<(?=\/?(?:script|style|textarea|option|select|xmp|plaintext|noscript|iframe|noembed|noframes|object|embed|template|title|svg|math)\b)/gi;

/** Pictures are not shown: their text alternative is. (The library's own way loses what follows.) */
function textOfPicture(tag: string): string {
  const alt = /\salt\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag);
  return (alt?.[1] ?? alt?.[2] ?? alt?.[3] ?? '').replaceAll('<', '&lt;');
}

/** HTML that cannot run anything, load anything, or look like a part of the page around it. */
export function sanitize(html: string): string {
  const wordsOnly = html
    .replaceAll(/<img\b[^>]{0,4000}>/gi, textOfPicture)
    .replaceAll(notWords, '&lt;');
  return sanitizeLibrary()(wordsOnly, options);
}
