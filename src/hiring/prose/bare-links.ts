import type { MarkdownIt } from 'markdown-it';
import { type MappedText, spanIn } from './mapped-text.ts';

/**
 * Adds the addresses that stand in the words without mark-up, as the page makes links of them.
 * `markdown` is set not to take bare names such as "example.ca" for links.
 */
export function bareLinks(markdown: MarkdownIt, mapped: MappedText): void {
  if (!/[@:]/.test(mapped.text)) return;
  const taken = mapped.marks.filter(({ kind }) => kind === 'link' || kind === 'code');
  for (const { index, lastIndex, url } of markdown.linkify.match(mapped.text) ?? []) {
    if (taken.some(({ start, end }) => start < lastIndex && end > index)) continue;
    const span = spanIn(mapped.runs, index, lastIndex);
    mapped.marks.push({
      kind: 'link',
      start: index,
      end: lastIndex,
      span,
      href: url,
      hrefSpan: span,
    });
  }
}
