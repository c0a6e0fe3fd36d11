import type { Mark, Span } from './model.ts';

/** A stretch of a text and where it stands in the file; equal lengths mean sign for sign. */
export type Run = {
  readonly text: number;
  readonly length: number;
  readonly source: number;
  readonly sourceLength: number;
};

/** Words with mark-up taken off, which remember where each of them stands in the file. */
export type MappedText = {
  text: string;
  readonly runs: Run[];
  readonly marks: Mark[];
  /** Positions in `text` of the spaces that stand for line breaks. */
  readonly breaks: number[];
  /** What it was read from. */
  span: Span;
};

export function emptyText(span: Span): MappedText {
  return { text: '', runs: [], marks: [], breaks: [], span };
}

export function appendRun(to: MappedText, text: string, source: Span): void {
  if (text === '') return;
  to.runs.push({
    text: to.text.length,
    length: text.length,
    source: source.start,
    sourceLength: source.end - source.start,
  });
  to.text += text;
}

/** Puts a second text behind a first one, a space between them. */
export function joinTexts(first: MappedText, second: MappedText): void {
  if (first.text !== '' && second.text !== '') {
    appendRun(first, ' ', { start: first.span.end, end: second.span.start });
  }
  const by = first.text.length;
  first.text += second.text;
  first.span = { start: first.span.start, end: second.span.end };
  for (const run of second.runs) first.runs.push({ ...run, text: run.text + by });
  for (const at of second.breaks) first.breaks.push(at + by);
  for (const mark of second.marks) {
    first.marks.push({ ...mark, start: mark.start + by, end: mark.end + by });
  }
}

/** The same text so much later in the file. */
export function movedText({ text, runs, marks, breaks, span }: MappedText, by: number): MappedText {
  return {
    text,
    runs: runs.map((run) => ({ ...run, source: run.source + by })),
    marks: marks.map((mark) => ({
      ...mark,
      span: movedSpan(mark.span, by),
      hrefSpan: mark.hrefSpan && movedSpan(mark.hrefSpan, by),
    })),
    breaks: [...breaks],
    span: movedSpan(span, by),
  };
}

export function movedSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** A part of a text, with the white space at its ends left out. */
export function sliceText(whole: MappedText, from: number, to: number): MappedText {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(whole.text[start]!)) start += 1;
  while (end > start && /\s/.test(whole.text[end - 1]!)) end -= 1;
  const part = emptyText({
    start: from === 0 ? whole.span.start : spanIn(whole.runs, start, start).start,
    end: to === whole.text.length ? whole.span.end : spanIn(whole.runs, start, end).end,
  });
  part.text = whole.text.slice(start, end);
  for (const run of whole.runs) {
    const first = Math.max(run.text, start);
    const last = Math.min(run.text + run.length, end);
    if (first >= last) continue;
    const source = spanIn([run], first, last);
    part.runs.push({
      text: first - start,
      length: last - first,
      source: source.start,
      sourceLength: source.end - source.start,
    });
  }
  for (const mark of whole.marks) {
    const first = Math.max(mark.start, start);
    const last = Math.min(mark.end, end);
    if (first < last) part.marks.push({ ...mark, start: first - start, end: last - start });
  }
  for (const at of whole.breaks) if (at > start && at < end) part.breaks.push(at - start);
  return part;
}

/** Place in the file of a part of a text. An entity such as `&amp;` is one sign of the text. */
export function spanIn(runs: readonly Run[], start: number, end: number): Span {
  const from = runAt(runs, start);
  if (!from) return { start: 0, end: 0 };
  const begin = placeIn(from, start);
  if (end <= start) return { start: begin, end: begin };
  const to = runAt(runs, end - 1)!;
  const isLinear = to.length === to.sourceLength;
  const finish = isLinear ? placeIn(to, end - 1) + 1 : to.source + to.sourceLength;
  return { start: begin, end: finish };
}

function placeIn(run: Run, at: number): number {
  if (at >= run.text + run.length) return run.source + run.sourceLength;
  return run.length === run.sourceLength ? run.source + at - run.text : run.source;
}

/** The run that holds a position, or the nearest before it. */
function runAt(runs: readonly Run[], at: number): Run | undefined {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (runs[middle]!.text <= at) low = middle;
    else high = middle - 1;
  }
  return runs[low];
}
