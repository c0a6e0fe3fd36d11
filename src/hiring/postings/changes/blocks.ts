import type { PostingText } from '../model.ts';
import { bodyHtml } from '../markdown/render.ts';
import { textOfHtml } from '../markdown/plain-text.ts';

export type BlockRole = 'title' | 'description' | 'heading' | 'item' | 'paragraph';

/** One block of words of a posting, mark-up taken off; where a link leads stands behind its words. */
export type TextBlock = { readonly role: BlockRole; readonly text: string };

const blockTag =
  /<(\/?)(p|h[1-6]|li|ul|ol|dl|dt|dd|td|th|tr|table|caption|pre|summary|details|blockquote|hr|div)\b[^>]*>/g;

/** The blocks of one language of a posting, in reading order. */
export function blocksOf(text: PostingText): TextBlock[] {
  const blocks: TextBlock[] = [{ role: 'title', text: text.title }];
  if (text.description !== '') blocks.push({ role: 'description', text: text.description });
  const html = withTargets(bodyHtml(text));
  const open: string[] = [];
  let at = 0;
  const take = (end: number): void => {
    const words = textOfHtml(html.slice(at, end));
    if (words !== '') blocks.push({ role: roleOf(open), text: words });
  };
  for (const tag of html.matchAll(blockTag)) {
    take(tag.index);
    at = tag.index + tag[0].length;
    const name = tag[2]!;
    if (tag[1] === '') open.push(name);
    else open.splice(Math.max(open.lastIndexOf(name), 0));
  }
  take(html.length);
  return blocks;
}

function roleOf(open: readonly string[]): BlockRole {
  if (/^h[1-6]$/.test(open.at(-1) ?? '')) return 'heading';
  return open.includes('li') ? 'item' : 'paragraph';
}

/** `<a href="x">words</a>` with its target in words: where a link leads is part of what was said. */
function withTargets(html: string): string {
  return html.replaceAll(
    /<a href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g,
    (whole, target: string, inner: string) =>
      inner.includes(target) || target === `mailto:${inner}` ? whole : `${inner} (${target})`,
  );
}
