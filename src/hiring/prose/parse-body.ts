import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import { bareLinks } from './bare-links.ts';
import type { DocumentBuilder } from './document-builder.ts';
import { htmlBlocks } from './html-blocks.ts';
import { cellSource, lineSource } from './inline-source.ts';
import { type MappedText, joinTexts } from './mapped-text.ts';
import type { InlineSource } from './parse-inline.ts';
import { partsOf } from './pseudo.ts';
import { inlineReader } from './read-inline.ts';
import { type Env, linkTargets } from './link-targets.ts';
import type { SourceLines } from './source-lines.ts';

export type Body = {
  tokens: readonly Token[];
  lines: SourceLines;
  /** Offset in the plain text. */
  bodyStart: number;
  /** Holds the references of its links. */
  env: Env;
  markdown: MarkdownIt;
};

type Container = { kind: 'item' | 'quote'; own: MappedText | null; isDone: boolean };

/** Walks the block tokens of a Markdown body and hands its blocks to the builder, in order. */
export function readBody(body: Body, builder: DocumentBuilder): void {
  const { tokens, lines, markdown, env } = body;
  const firstLine = lines.plain.slice(0, body.bodyStart).split('\n').length - 1;
  const readInline = inlineReader({ markdown, env, targets: linkTargets(body) });
  const html = htmlBlocks(builder, (text) => bareLinks(markdown, text));
  const containers: Container[] = [];
  let heading = 0;
  let map: [number, number] = [firstLine, firstLine];
  let row: { columns: number; line: number; isCell: boolean } | null = null;

  const spanOf = (from: number, to: number) => ({
    start: lines.toSource(lines.startOf(from)),
    end: lines.toSource(
      lines.startOf(Math.max(to - 1, from)) + lines.lines[Math.max(to - 1, from)]!.length,
    ),
  });
  const flush = (): void => {
    const item = containers.at(-1);
    if (item?.kind !== 'item' || item.isDone) return;
    item.isDone = true;
    if (item.own) builder.add('item', builder.listDepth(), item.own, false);
  };
  const read = (source: InlineSource): MappedText => {
    const { mapped, comments } = readInline(source);
    for (const { text, span } of comments) builder.comment(text, span);
    return mapped;
  };
  const paragraph = (text: MappedText): void => {
    const item = containers.at(-1);
    if (item?.kind === 'item' && !item.isDone) {
      text.span = withMarker(lines, text.span);
      if (item.own) joinTexts(item.own, text);
      else item.own = text;
      return;
    }
    for (const part of partsOf(text)) {
      if (part.kind === 'item') {
        builder.reopenList(part.text.span);
        builder.add('item', builder.listDepth(), part.text, true);
        builder.closeList();
      } else {
        const level = part.kind === 'heading' ? builder.pseudoLevel() : 0;
        builder.add(part.kind, level, part.text, part.pseudo);
      }
    }
  };

  for (const token of tokens) {
    if (token.map) map = [token.map[0] + firstLine, token.map[1] + firstLine];
    switch (token.type) {
      case 'heading_open':
        flush();
        heading = Number(token.tag.slice(1));
        break;
      case 'heading_close':
        heading = 0;
        break;
      case 'inline': {
        if (row) {
          const source = cellSource(lines, row.line, row.columns - 1, token.content);
          if (source) builder.add('cell', 0, read(source), false);
          break;
        }
        const text = read(lineSource(lines, map, token.content));
        if (heading > 0) {
          text.span = withMarker(lines, text.span);
          builder.add('heading', heading, text, false);
        } else paragraph(text);
        break;
      }
      case 'bullet_list_open':
      case 'ordered_list_open':
        flush();
        builder.openList(token.type === 'ordered_list_open', spanOf(...map));
        break;
      case 'bullet_list_close':
      case 'ordered_list_close':
        builder.closeList();
        break;
      case 'list_item_open':
        containers.push({ kind: 'item', own: null, isDone: false });
        break;
      case 'list_item_close':
        flush();
        containers.pop();
        break;
      case 'blockquote_open':
        flush();
        containers.push({ kind: 'quote', own: null, isDone: false });
        break;
      case 'blockquote_close':
        containers.pop();
        break;
      case 'table_open':
        flush();
        builder.openTable(spanOf(...map));
        break;
      case 'table_close':
        builder.closeTable(spanOf(...map).end);
        break;
      case 'tr_open':
        row = { columns: 0, line: map[0], isCell: false };
        break;
      case 'th_open':
      case 'td_open':
        if (row) row.columns += 1;
        break;
      case 'tr_close':
        builder.row(row?.columns ?? 0);
        row = null;
        break;
      case 'fence':
      case 'code_block': {
        flush();
        const from = token.type === 'fence' ? map[0] + 1 : map[0];
        builder.add('code', 0, codeText(lineSource(lines, [from, map[1]], token.content)), false);
        break;
      }
      case 'html_block':
        flush();
        html.read(lineSource(lines, map, token.content));
        break;
      default:
    }
  }
}

function codeText(source: InlineSource): MappedText {
  const { content } = source;
  const span = { start: source.at(0), end: source.at(content.length) };
  const runs = [...content.matchAll(/[^\n]+|\n/g)].map(({ 0: piece, index }) => ({
    text: index,
    length: piece.length,
    source: source.at(index),
    sourceLength: source.at(index + piece.length - 1) + 1 - source.at(index),
  }));
  return { text: content, runs, marks: [], breaks: [], span };
}

/** A place widened to the sign of the item or heading that stands before it on its line. */
function withMarker(lines: SourceLines, span: MappedText['span']): MappedText['span'] {
  const { line, column } = lines.positionOf(span.start);
  const before = lines.lines[line - 1]!.slice(0, column - 1);
  const marker = /(?:[-*+]|\d{1,9}[.)]|#{1,6})[ \t]+$/.exec(before);
  return marker ? { start: span.start - marker[0].length, end: span.end } : span;
}
