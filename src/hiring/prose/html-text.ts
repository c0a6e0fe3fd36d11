import { htmlMark, isBlockTag, openTag } from './html-tags.ts';
import { type MappedText, appendRun, emptyText } from './mapped-text.ts';
import type { Mark, Span } from './model.ts';

/** HTML as written, and where its signs stand in the file. */
export type HtmlSource = { readonly content: string; at(offset: number): number };

export type HtmlEvents = {
  /** A block begins or ends: the words before it are complete. */
  block(name: string, closes: boolean, span: Span): void;
  words(text: MappedText): void;
  comment(text: string, span: Span): void;
};

const pieces =
  /<!--[^]*?(?:-->|$)|<\/?[a-z][\w-]*(?:"[^"]*"|'[^']*'|[^>"'])*>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,31});|[ \t\n\r]+|[^<& \t\n\r]+|[<&]/gi;

const named: Record<string, string> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0', laquo: '«', raquo: '»',
  ndash: '–', mdash: '—', hellip: '…', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”',
  eacute: 'é', egrave: 'è', ecirc: 'ê', agrave: 'à', ccedil: 'ç', Eacute: 'É', ocirc: 'ô',
  icirc: 'î', ugrave: 'ù', oelig: 'œ', middot: '·', bull: '•',
}; // prettier-ignore

/** Reads the words of HTML, white space folded, tags taken off and turned into marks. */
export function readHtml(source: HtmlSource, events: HtmlEvents): void {
  const { content } = source;
  let text = emptyText({ start: -1, end: -1 });
  let open: { kind: Mark['kind']; tag: string; mark: Omit<Mark, 'end' | 'kind'> }[] = [];
  const spanAt = (from: number, length: number): Span => ({
    start: source.at(from),
    end: source.at(from + length - 1) + 1,
  });
  const flush = (): void => {
    if (text.text.trim() !== '') events.words(text);
    text = emptyText({ start: -1, end: -1 });
    open = [];
  };
  const widen = (span: Span): void => {
    text.span = { start: text.span.start < 0 ? span.start : text.span.start, end: span.end };
  };
  const add = (words: string, span: Span): void => {
    widen(span);
    appendRun(text, words, span);
  };
  for (const { 0: piece, index } of content.matchAll(pieces)) {
    const span = spanAt(index, piece.length);
    if (piece.startsWith('<!--')) {
      events.comment(piece.slice(4).replace(/-->$/, '').trim(), span);
    } else if (piece.startsWith('<') && piece.length > 1) readTag(piece, index, span);
    else if (/^[ \t\n\r]/.test(piece)) {
      if (text.text !== '' && !text.text.endsWith(' ')) add(' ', span);
    } else if (piece.startsWith('&')) add(entity(piece), span);
    else if (span.end - span.start === piece.length) add(piece, span);
    else {
      // Escapes of YAML: signs of the value that take more than one in the file.
      for (let i = 0; i < piece.length; i += 1) add(piece[i]!, spanAt(index + i, 1));
    }
  }
  flush();

  function readTag(piece: string, index: number, span: Span): void {
    const tag = openTag(piece);
    if (!tag) return;
    if (isBlockTag(tag.name)) {
      flush();
      events.block(tag.name, tag.closes, span);
      return;
    }
    widen(span);
    if (tag.name === 'br') {
      text.breaks.push(text.text.length);
      if (text.text !== '' && !text.text.endsWith(' ')) add(' ', span);
    } else if (tag.closes) {
      const last = open.findLastIndex((one) => one.tag === tag.name);
      if (last < 0) return;
      const { kind, mark } = open[last]!;
      open.splice(last, 1);
      text.marks.push({
        ...mark,
        kind,
        end: text.text.length,
        span: { start: mark.span.start, end: span.end },
      });
    } else {
      const href = tag.href;
      const hrefSpan =
        href && href.value !== '' ? spanAt(index + href.at, href.value.length) : null;
      const mark = { start: text.text.length, span, href: href?.value ?? null, hrefSpan };
      open.push({ kind: htmlMark(tag.name), tag: tag.name, mark });
    }
  }
}

function entity(written: string): string {
  const name = written.slice(1, -1);
  if (!name.startsWith('#')) return named[name] ?? written;
  const isHex = /^#x/i.test(name);
  const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : written;
}
