import type { Lang } from '#platform/i18n';
import { type MappedText, type Run, sliceText } from './mapped-text.ts';
import type { Block, Document, Sentence, Span } from './model.ts';
import { passageOf, perBlock } from './passages.ts';
import { sentencesOf } from './sentences.ts';

type Grown<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };
type GrownList = Grown<Document['lists'][number]>;

const sentencesIn = perBlock<readonly Sentence[], Pick<Block, 'text' | 'passage'>>(({ text }) =>
  sentencesOf(text),
);

/**
 * The most of one block that is read, in UTF-16 units: several pages. What looks at words takes time
 * that grows with the square of their number, and a hostile or mistaken file must not hold up others.
 */
export const longestBlock = 10_000;

export type DocumentBuilder = ReturnType<typeof documentBuilder>;

/** Gathers blocks in reading order, and the sections, lists and tables that they belong to. */
export function documentBuilder(lang: Lang) {
  const blocks: Block[] = [];
  const runs: Run[][] = [];
  const sections: { heading: number | null; blocks: number[] }[] = [{ heading: null, blocks: [] }];
  const lists: GrownList[] = [];
  const tables: Grown<Document['tables'][number]>[] = [];
  const comments: { text: string; span: Span }[] = [];
  const cutShort: number[] = [];
  const openLists: number[] = [];
  let openTable: number | null = null;

  const builder = {
    add(kind: Block['kind'], level: number, written: MappedText, pseudo: boolean): void {
      const isLong = written.text.length > longestBlock;
      const whole =
        isLong || written.text.trim().length < written.text.length
          ? {
              ...sliceText(written, 0, Math.min(written.text.length, longestBlock)),
              span: written.span,
            }
          : written;
      const { text, marks, span } = whole;
      if (text === '') return;
      const id = blocks.length;
      if (isLong) cutShort.push(id);
      if (kind === 'heading') sections.push({ heading: id, blocks: [] });
      const section = sections.length - 1;
      let group: number | null = null;
      if (kind === 'item') group = openLists.at(-1) ?? null;
      if (kind === 'cell') group = openTable;
      const passage = passageOf(lang, { kind, level, text, marks });
      const said = { kind, level, text, marks, passage };
      const sentences = kind === 'code' ? [] : sentencesIn(said);
      blocks.push({ id, ...said, section, group, pseudo, sentences, span });
      runs.push(whole.runs);
      sections[section]!.blocks.push(id);
      if (kind === 'item' && group !== null) {
        lists[group]!.items.push(id);
        lists[group]!.span = { start: lists[group]!.span.start, end: span.end };
      }
    },
    /** Level that a bold paragraph has as a heading: one below the last real one. */
    pseudoLevel(): number {
      const last = blocks.findLast(({ kind, pseudo }) => kind === 'heading' && !pseudo);
      return Math.min((last?.level ?? 1) + 1, 6);
    },
    openList(ordered: boolean, span: Span): void {
      const introduction = introductionOf(blocks, openLists.length > 0);
      openLists.push(lists.length);
      lists.push({ ordered, depth: openLists.length, items: [], introduction, span });
    },
    /** A list that goes on where the last one ended, as bullet signs in paragraphs do. */
    reopenList(span: Span): void {
      const last = blocks.at(-1);
      if (last?.kind === 'item' && last.pseudo && last.group !== null) openLists.push(last.group);
      else builder.openList(false, span);
    },
    closeList(): void {
      openLists.pop();
    },
    listDepth(): number {
      return openLists.length;
    },
    openTable(span: Span): void {
      openTable = tables.length;
      tables.push({ rows: 0, columns: 0, span });
    },
    row(columns: number): void {
      if (openTable === null) return;
      const table = tables[openTable]!;
      table.rows += 1;
      table.columns = Math.max(table.columns, columns);
    },
    closeTable(end: number): void {
      if (openTable === null) return;
      const table = tables[openTable]!;
      table.span = { start: table.span.start, end };
      openTable = null;
    },
    comment(text: string, span: Span): void {
      comments.push({ text, span });
    },
    finish() {
      return { runs, document: { blocks, sections, lists, tables, comments, cutShort } };
    },
  };
  return builder;
}

function introductionOf(blocks: readonly Block[], isNested: boolean): number | null {
  const last = blocks.at(-1);
  if (!last) return null;
  if (isNested && last.kind === 'item') return last.id;
  if (last.kind === 'heading') return last.id;
  return last.kind === 'paragraph' && /:\s*$/.test(last.text) ? last.id : null;
}
