import type { Token } from 'markdown-it';
import { htmlMark, openTag } from './html-tags.ts';
import { type LinkTargets, linkEnd } from './link-end.ts';
import { type MappedText, appendRun, emptyText } from './mapped-text.ts';
import type { Mark, Span } from './model.ts';

/** Mark-down inside a block, and where each of its signs stands in the file. */
export type InlineSource = {
  readonly content: string;
  /** Where it stands in the file, if in one piece. */
  readonly start: number | null;
  /** Offset in the file of a sign of `content`. */
  at(offset: number): number;
};

type OpenMark = Pick<Mark, 'kind' | 'href' | 'hrefSpan'> & { text: number; from: number };

type Comment = { text: string; span: Span };

/**
 * Words and mark-up of a block, read along its tokens with a cursor in what was written: tokens
 * carry no places of their own.
 */
export function walkInline(
  source: InlineSource,
  tokens: readonly Token[],
  targets: LinkTargets,
): { mapped: MappedText; comments: Comment[] } {
  const { content } = source;
  const mapped = emptyText(spanAt(source, 0, content.length));
  const comments: Comment[] = [];
  const open: OpenMark[] = [];
  let cursor = 0;

  const add = (text: string, from: number, to: number): void => {
    const span = spanAt(source, from, to);
    const isLinear = span.end - span.start === to - from;
    if (isLinear || text.length !== to - from) appendRun(mapped, text, span);
    else {
      for (let i = 0; i < text.length; i += 1) {
        appendRun(mapped, text[i]!, spanAt(source, from + i, from + i + 1));
      }
    }
  };
  const close = (mark: OpenMark, to: number): void => {
    const { kind, href, hrefSpan, text, from } = mark;
    const span = { start: source.at(from), end: spanAt(source, from, to).end };
    mapped.marks.push({ kind, start: text, end: mapped.text.length, span, href, hrefSpan });
  };
  const begin = (kind: Mark['kind'], length: number): void => {
    open.push({ kind, href: null, hrefSpan: null, text: mapped.text.length, from: cursor });
    cursor += length;
  };

  const walk = (children: readonly Token[]): void => {
    for (const token of children) {
      switch (token.type) {
        case 'text': {
          if (token.content === '') break;
          if (!content.startsWith(token.content, cursor)) {
            const found = content.indexOf(token.content, cursor);
            if (found >= 0) cursor = found;
          }
          add(token.content, cursor, cursor + token.content.length);
          cursor += token.content.length;
          break;
        }
        case 'text_special':
          add(token.content, cursor, cursor + token.markup.length);
          cursor += token.markup.length;
          break;
        case 'softbreak':
        case 'hardbreak': {
          const end = content.indexOf('\n', cursor);
          if (end < 0) break;
          let next = end + 1;
          while (content[next] === ' ' || content[next] === '\t') next += 1;
          mapped.breaks.push(mapped.text.length);
          appendRun(mapped, ' ', { start: source.at(cursor), end: source.at(next) });
          cursor = next;
          break;
        }
        case 'code_inline': {
          const from = content.indexOf(token.markup, cursor);
          const inside = from + token.markup.length;
          const to = endOfCode(content, inside, token.markup);
          const raw = content.slice(inside, to);
          const shift = raw.length === token.content.length ? 0 : 1;
          const text = mapped.text.length;
          add(token.content, inside + shift, inside + shift + token.content.length);
          cursor = to + token.markup.length;
          close({ kind: 'code', href: null, hrefSpan: null, text, from }, cursor);
          break;
        }
        case 'html_inline':
          readTag(token.content);
          break;
        case 'link_open':
          begin('link', 1);
          if (token.markup === 'autolink') walkAutolink(token.attrGet('href') ?? '');
          break;
        case 'link_close': {
          const mark = open.pop();
          if (!mark || token.markup === 'autolink') break;
          const end = linkEnd(source, cursor, content.slice(mark.from + 1, cursor), targets);
          close({ ...mark, href: end.href, hrefSpan: end.hrefSpan }, end.to);
          cursor = end.to;
          break;
        }
        case 'image': {
          begin('image', 2);
          const { from } = open.at(-1)!;
          walk(token.children ?? []);
          const mark = open.pop()!;
          const end = linkEnd(source, cursor, content.slice(from + 2, cursor), targets);
          close({ ...mark, href: end.href, hrefSpan: end.hrefSpan }, end.to);
          cursor = end.to;
          break;
        }
        default:
          walkPair(token);
      }
    }
  };

  const walkPair = (token: Token): void => {
    const kind = pairs[token.tag];
    if (kind === undefined) return;
    if (token.nesting === 1) begin(kind, token.markup.length);
    else {
      cursor += token.markup.length;
      const mark = open.pop();
      if (mark) close(mark, cursor);
    }
  };

  /** `<https://example.ca>`: its words are the address, perhaps decoded. */
  const walkAutolink = (href: string): void => {
    const mark = open.at(-1)!;
    const end = content.indexOf('>', cursor);
    add(content.slice(cursor, end), cursor, end);
    const hrefSpan = spanAt(source, cursor, end);
    cursor = end + 1;
    close({ ...mark, href, hrefSpan }, cursor);
  };

  const readTag = (tag: string): void => {
    const from = cursor;
    cursor += tag.length;
    if (tag.startsWith('<!--')) {
      const text = tag.replace(/^<!--/, '').replace(/-->$/, '').trim();
      comments.push({ text, span: spanAt(source, from, cursor) });
      return;
    }
    const read = openTag(tag);
    if (!read) return;
    if (read.name === 'br') {
      mapped.breaks.push(mapped.text.length);
      appendRun(mapped, ' ', spanAt(source, from, cursor));
      return;
    }
    const kind = htmlMark(read.name);
    if (read.closes) {
      const last = open.findLastIndex((mark) => mark.kind === kind);
      if (last < 0) return;
      close(open[last]!, cursor);
      open.splice(last, 1);
      return;
    }
    const target = read.href;
    const hrefSpan = target
      ? spanAt(source, from + target.at, from + target.at + target.value.length)
      : null;
    open.push({ kind, href: target?.value ?? null, hrefSpan, text: mapped.text.length, from });
  };

  walk(withoutAutolinkText(tokens));
  mapped.marks.sort((a, b) => a.start - b.start || b.end - a.end);
  return { mapped, comments };
}

const pairs: Record<string, Mark['kind']> = {
  em: 'emphasis',
  strong: 'strong',
  s: 'strikethrough',
};

function withoutAutolinkText(tokens: readonly Token[]): Token[] {
  return tokens.filter(
    (token, index) =>
      token.type !== 'text' ||
      tokens[index - 1]?.markup !== 'autolink' ||
      tokens[index - 1]?.nesting !== 1,
  );
}

function spanAt(source: InlineSource, from: number, to: number): Span {
  const start = source.at(from);
  return { start, end: to > from ? source.at(to - 1) + 1 : start };
}

/** Code ends at a run of exactly as many backticks as began it. */
function endOfCode(content: string, from: number, markup: string): number {
  for (let at = from; at < content.length; at += 1) {
    if (content[at] !== '`') continue;
    let end = at;
    while (content[end] === '`') end += 1;
    if (end - at === markup.length) return at;
    at = end;
  }
  return content.length;
}
