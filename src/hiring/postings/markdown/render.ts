import MarkdownIt from 'markdown-it';
import type { PostingText } from '../model.ts';
import { words } from '../messages.ts';
import { recentTexts } from '#platform/recent-texts';
import { plainHtml } from './plain-html.ts';
import { textOfHtml } from './plain-text.ts';
import { sanitize } from './sanitize.ts';
import { fitIntoPage } from './structure.ts';

const syntax = { html: true, linkify: true };
const markdown = new MarkdownIt(syntax);
/** Finds the blocks only, and leaves the text in them as it is. */
const blocksOnly = new MarkdownIt(syntax).disable(['inline', 'linkify']);
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
  const env: { references?: object } = {};
  const blocks = blocksOnly.parse(source, env);
  // Without addresses that are given elsewhere in the text, each block can be read by itself.
  const apart = env.references === undefined;
  if (apart) {
    const html = plainHtml(blocks, ({ content }) => recent(content, inlineHtml));
    if (html !== null) return html;
  }
  const tokens = markdown.parse(source, env);
  const html = apart ? null : plainHtml(tokens);
  return html ?? sanitize(markdown.renderer.render(tokens, markdown.options, env));
}

/** Postings repeat each other's paragraphs: those that came by lately are not read again. */
const recent = recentTexts<string | null>();

function inlineHtml(text: string): string | null {
  return plainHtml(markdown.parseInline(text, {}));
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
