import { sanitizeLibrary } from './sanitize-library.ts';

const named: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

function unescape(text: string): string {
  return text.replaceAll(/&(?:lt|gt|quot|amp);/g, (entity) => named[entity] ?? entity);
}

/**
 * Words of a one-line field (title, description): tags left by a content system are taken out and
 * HTML entities become the signs they stand for; white space is folded. Not safe as HTML: text.
 */
export function fieldText(written: string): string {
  const text = /[<&]/.test(written)
    ? unescape(sanitizeLibrary()(written, { allowedTags: [], allowedAttributes: {} }))
    : written;
  return text.replaceAll(/[ \t\n\r]+/g, ' ').trim();
}

/** Text of HTML that `renderMarkdown` made, blocks apart by a space. */
export function textOfHtml(html: string): string {
  const apart = html.replaceAll(
    /<\/(?:p|li|h\d|td|th|pre|dd|dt|summary|blockquote)>|<br[^>]*>/g,
    ' ',
  );
  return (
    unescape(apart.replaceAll(/<[^>]*>/g, ''))
      // Single spaces, of which a text is full, stay as they are.
      .replaceAll(/[\t\n\r][ \t\n\r]*| [ \t\n\r]+/g, ' ')
      .trim()
  );
}

/** Text of HTML from `sanitize`, with its blocks on lines of their own and list items marked. */
export function plainBlocks(html: string): string {
  const lines = html
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/<br[^>]*>/g, '\n')
    .replaceAll(/<li[^>]*> ?(?:<p[^>]*>)?/g, '\n- ')
    .replaceAll(/<\/(?:th|td)>/g, ' ')
    .replaceAll(/<\/(?:tr|dt|dd|caption|summary)>/g, '\n')
    .replaceAll(/<\/?(?:p|h\d|pre|blockquote|ul|ol|dl|table|details|hr)\b[^>]*>/g, '\n\n')
    .replaceAll(/<[^>]*>/g, '')
    .split('\n')
    .map((line) => line.trim());
  return unescape(lines.join('\n'))
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/** The beginning of a text, cut at a word, with an ellipsis where something follows. */
export function excerpt(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const head = text.slice(0, maxLength);
  const space = head.lastIndexOf(' ');
  return `${head
    .slice(0, space > maxLength / 2 ? space : maxLength)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/[\s,;:.–—-]+$/, '')}…`;
}
