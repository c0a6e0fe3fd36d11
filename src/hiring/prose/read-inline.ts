import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import { bareLinks } from './bare-links.ts';
import type { LinkTargets } from './link-end.ts';
import type { Env } from './link-targets.ts';
import { type MappedText, movedSpan, movedText } from './mapped-text.ts';
import type { Span } from './model.ts';
import { type InlineSource, walkInline } from './parse-inline.ts';
import { recentTexts } from '#platform/recent-texts';

export type Comment = { readonly text: string; readonly span: Span };

/** Words of a block with their mark-up and links, and the comments among them. */
export type Inline = { readonly mapped: MappedText; readonly comments: readonly Comment[] };

type Reader = { readonly markdown: MarkdownIt; readonly env: Env; readonly targets: LinkTargets };

const recent = recentTexts<Inline>();

/** Reads what stands inside blocks. What comes again on a line of its own is read once, and moved. */
export function inlineReader(reader: Reader): (source: InlineSource) => Inline {
  const refersToNothing = Object.keys(reader.env.references ?? {}).length === 0;
  return (source) => {
    const { content, start } = source;
    if (start === null || !refersToNothing) return read(source, reader);
    const { mapped, comments } = recent(content, () =>
      read({ content, start: 0, at: (offset) => offset }, reader),
    );
    return {
      mapped: movedText(mapped, start),
      comments: comments.map(({ text, span }) => ({ text, span: movedSpan(span, start) })),
    };
  };
}

function read(source: InlineSource, { markdown, env, targets }: Reader): Inline {
  const tokens: Token[] = [];
  markdown.inline.parse(source.content, markdown, env, tokens);
  const inline = walkInline(source, tokens, targets);
  bareLinks(markdown, inline.mapped);
  return inline;
}
