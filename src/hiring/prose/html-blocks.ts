import type { DocumentBuilder } from './document-builder.ts';
import { type HtmlSource, readHtml } from './html-text.ts';
import type { MappedText } from './mapped-text.ts';
import type { Block } from './model.ts';

/** Reads the blocks of raw HTML. Elements stay open from one stretch of HTML to the next. */
export function htmlBlocks(builder: DocumentBuilder, mark: (text: MappedText) => void) {
  const open: string[] = [];
  let columns = 0;

  const kindHere = (): { kind: Block['kind']; level: number } => {
    for (const name of open.toReversed()) {
      if (/^h[1-6]$/.test(name)) return { kind: 'heading', level: Number(name[1]) };
      if (name === 'li') return { kind: 'item', level: builder.listDepth() };
      if (name === 'td' || name === 'th') return { kind: 'cell', level: 0 };
      if (name === 'pre') return { kind: 'code', level: 0 };
    }
    return { kind: 'paragraph', level: 0 };
  };

  return {
    read(source: HtmlSource): void {
      readHtml(source, {
        block(name, closes, span) {
          if (name === 'ul' || name === 'ol') {
            if (closes) builder.closeList();
            else builder.openList(name === 'ol', span);
          }
          if (name === 'table') {
            if (closes) builder.closeTable(span.end);
            else builder.openTable(span);
          }
          if (name === 'tr') {
            if (closes) builder.row(columns);
            columns = 0;
          }
          if ((name === 'td' || name === 'th') && !closes) columns += 1;
          if (!closes) open.push(name);
          else {
            const last = open.lastIndexOf(name);
            if (last >= 0) open.length = last;
          }
        },
        words(text) {
          mark(text);
          const { kind, level } = kindHere();
          builder.add(kind, level, text, false);
        },
        comment: (text, span) => builder.comment(text, span),
      });
    },
  };
}
