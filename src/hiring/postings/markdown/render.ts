import MarkdownIt from 'markdown-it';
import type { PostingText } from '../model.ts';
import { words } from '../messages.ts';
import { plainHtml } from './plain-html.ts';
import { textOfHtml } from './plain-text.ts';
import { sanitize } from './sanitize.ts';
import { fitIntoPage } from './structure.ts';

const markdown = new MarkdownIt({ html: true, linkify: true });
// "example.com" in a sentence is not always an address; "https://example.com" and a@b.ca are.
markdown.linkify.set({ fuzzyLink: false });
markdown.renderer.rules.image = (tokens, index, settings, env, renderer) =>
  markdown.utils.escapeHtml(
    renderer.renderInlineAsText(tokens[index]?.children ?? [], settings, env),
  );

// Looking for addresses is slow; text without these signs has none ("&" may stand for one of them).
const findsAddress = markdown.linkify.test.bind(markdown.linkify);
markdown.linkify.test = (text) => /@|\/\/|&|mailto:/i.test(text) && findsAddress(text);

/** Safe HTML of Markdown: by construction where it holds no HTML of its own, else sanitized. */
export function safeHtml(source: string): string {
  const env = {};
  const tokens = markdown.parse(source, env);
  return plainHtml(tokens) ?? sanitize(markdown.renderer.render(tokens, markdown.options, env));
}

/** Safe HTML of a posting's Markdown, to stand under a page's h1. The text itself is not changed. */
export function renderMarkdown(source: string, labels: { table(n: number): string }): string {
  return fitIntoPage(safeHtml(source), labels);
}

/**
 * Safe HTML of a posting's body, to stand in a page of somebody else's: no ids, no wrappers, the
 * headings at the levels that the author gave them.
 */
export function bodyFragment({ body }: PostingText): string {
  return sanitize(markdown.render(body)).trim();
}

const rendered = new WeakMap<PostingText, string>();

/** Safe HTML of a posting's body, made once per text. */
export function bodyHtml(text: PostingText): string {
  let html = rendered.get(text);
  if (html === undefined) {
    const t = words(text.lang);
    html = renderMarkdown(text.body, { table: (n) => t('body.table', { n }) });
    rendered.set(text, html);
  }
  return html;
}

/** The words of a posting's body, without any markup. */
export function bodyText(text: PostingText): string {
  return textOfHtml(bodyHtml(text));
}
