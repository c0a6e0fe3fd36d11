import type { Edit, Finding } from '../model.ts';

/** A change of one file. */
export type FileChange = { readonly file: string; readonly before: string; readonly after: string };

/**
 * Applies the fixes of findings to the texts by file. Edits of one fix go together or not at all; of
 * two fixes that overlap, the later one waits for the next round.
 */
export function applyFixes(
  findings: readonly Finding[],
  texts: ReadonlyMap<string, string>,
): { texts: Map<string, string>; applied: Finding[] } {
  const taken = new Map<string, Edit[]>();
  const applied: Finding[] = [];
  for (const finding of findings) {
    const { fix } = finding;
    if (!fix || fix.length === 0) continue;
    const free = fix.every(
      (edit) =>
        texts.has(edit.file) &&
        (taken.get(edit.file) ?? []).every((other) => !overlap(edit, other)),
    );
    if (!free) continue;
    for (const edit of fix) taken.set(edit.file, [...(taken.get(edit.file) ?? []), edit]);
    applied.push(finding);
  }
  const next = new Map(texts);
  for (const [file, edits] of taken) next.set(file, edited(texts.get(file)!, edits));
  return { texts: next, applied };
}

/** Edits that touch count as overlapping: which one comes first would change the text. */
function overlap({ span: a }: Edit, { span: b }: Edit): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function edited(source: string, edits: readonly Edit[]): string {
  const newline = source.includes('\r\n') ? '\r\n' : '\n';
  let [text, at] = ['', 0];
  for (const { span, text: put } of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    text += source.slice(at, span.start) + put.replaceAll(/\r\n?|\n/g, newline);
    at = span.end;
  }
  return text + source.slice(at);
}

/** Rounds after which two rules that undo each other are given up on. */
const maxRounds = 10;

/** Checks and fixes in turns until nothing changes. */
export function fixUntilStable(
  texts: ReadonlyMap<string, string>,
  check: (texts: ReadonlyMap<string, string>) => Finding[],
): { findings: Finding[]; changes: FileChange[]; fixed: number } {
  let current = new Map(texts);
  let findings = check(current);
  let fixed = 0;
  for (let round = 0; round < maxRounds; round += 1) {
    const { texts: next, applied } = applyFixes(findings, current);
    if ([...next].every(([file, text]) => current.get(file) === text)) break;
    current = next;
    fixed += applied.length;
    findings = check(current);
  }
  const changes = [...current]
    .map(([file, after]) => ({ file, before: texts.get(file)!, after }))
    .filter(({ before, after }) => before !== after);
  return { findings, changes, fixed };
}
