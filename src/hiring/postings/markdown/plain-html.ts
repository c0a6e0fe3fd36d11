import type { Token } from 'markdown-it';

/** Tags that Markdown itself makes of these tokens: all of them are in the list of `sanitize`. */
const plainTokens: ReadonlySet<string> = new Set(
  ['paragraph', 'heading', 'bullet_list', 'ordered_list', 'list_item', 'blockquote', 'table', 'thead', 'tbody', 'tr', 'td', 'em', 'strong', 's']
    .flatMap((name) => [`${name}_open`, `${name}_close`]),
); // prettier-ignore

/** Addresses that need no judgement: everything in them is printable ASCII. */
const plainAddress = /^(?:https?:\/\/|mailto:|tel:|#|\/(?!\/))[\w.~:/?#[\]@!$&'()*+,;=%-]*$/;

/** Well under the nesting that `sanitize` allows. */
const maxDepth = 40;

/**
 * What `sanitize` would make of the HTML of these tokens, written down directly, or `null` where
 * it takes more than that to tell: raw HTML, pictures, an unusual address, something unknown.
 * Nothing the author wrote becomes a tag here: tags come from the lists above, all else is escaped.
 * `textOf` makes the same of the text in a block.
 */
export function plainHtml(
  tokens: readonly Token[],
  textOf: (inline: Token) => string | null = ({ children }) => plainHtml(children ?? []),
): string | null {
  let html = '';
  let depth = 0;
  let inLink = false;
  for (const [index, token] of tokens.entries()) {
    if (token.hidden) continue;
    // As Markdown is usually printed: a line break between the text of a tight item and a block.
    const broken = token.block && token.nesting !== -1 && tokens[index - 1]?.hidden ? '\n' : '';
    depth += token.nesting;
    if (depth > maxDepth) return null;
    if (plainTokens.has(token.type)) {
      const opening = openingTag(token);
      if (opening === null) return null;
      html += broken + (token.nesting === 1 ? opening : `</${token.tag}>`);
      if (token.block && !continues(token, tokens[index + 1])) html += '\n';
      continue;
    }
    const own = token.type === 'inline' ? textOf(token) : special(token);
    if (own === null) return null;
    // An address found in the text of a link: the sanitizer ends the outer one.
    if (token.type === 'link_open' && inLink) return null;
    if (token.tag === 'a') inLink = token.nesting === 1;
    html += token.type === 'hr' ? broken + own : own;
  }
  return html;
}

/** `null` for a tag with an attribute that is not known to be kept or dropped. */
function openingTag({ tag, attrs }: Token): string | null {
  if (!attrs) return `<${tag}>`;
  const [name, value] = attrs[0] ?? [];
  if (attrs.length > 1) return null;
  if (tag === 'td' && name === 'style') return '<td>';
  return tag === 'ol' && name === 'start' ? `<ol start="${value}">` : null;
}

/** Whether what is inside, or the end, stands on the line of the opening tag. */
function continues(token: Token, next: Token | undefined): boolean {
  if (token.nesting !== 1 || !next) return false;
  return next.type === 'inline' || next.hidden || (next.nesting === -1 && next.tag === token.tag);
}

function special(token: Token): string | null {
  switch (token.type) {
    case 'text':
      return escaped(token.content);
    case 'softbreak':
      return '\n';
    case 'hardbreak':
      return '<br />\n';
    case 'hr':
      return '<hr />\n';
    case 'code_inline':
      return `<code>${escaped(token.content)}</code>`;
    case 'fence':
    case 'code_block':
      return `<pre><code>${escaped(token.content)}</code></pre>\n`;
    case 'th_open':
      return '<th scope="col">';
    case 'th_close':
      return '</th>\n';
    case 'link_open':
      return linkTag(token);
    case 'link_close':
      return '</a>';
    default:
      return null;
  }
}

function linkTag(token: Token): string | null {
  const href = token.attrGet('href') ?? '';
  if (!plainAddress.test(href)) return null;
  const rel = /^https?:/.test(href) ? ' rel="external noopener noreferrer"' : '';
  return `<a href="${escaped(href)}"${rel}>`;
}

function escaped(text: string): string {
  if (!/[&<>]/.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
