import { langs } from '#platform/i18n';
import { type ContentProblem, problem } from '../problem.ts';
import type { Held, Verdict } from './admission.ts';

/** What an author is told of a version that is not on the site. */
export function heldProblems({ pair, verdict }: Held): ContentProblem[] {
  if (verdict === null || verdict === 'failed') {
    const kind = verdict === null ? ('check-pending' as const) : ('check-failed' as const);
    return langs.map((lang) => problem(pair.halves[lang].text.file, { kind }));
  }
  const found = verdict.map((finding) => toProblem('check-error', finding));
  // Every file of the pair says why it is not shown, also the one in which nothing is wrong.
  const named = new Set(verdict.map(({ file }) => file));
  const silent = langs
    .map((lang) => pair.halves[lang].text.file)
    .filter((file) => !named.has(file));
  const other = verdict[0]?.file ?? '';
  return [...found, ...silent.map((file) => problem(file, { kind: 'pair-not-shown', other }))];
}

/** What an author is told of a version that is on the site although the check would not let it now. */
export function admittedProblems(verdict: Verdict | null): ContentProblem[] {
  if (verdict === null || verdict === 'failed') return [];
  return verdict.map((finding) => toProblem('check-warning', finding));
}

function toProblem(
  kind: 'check-error' | 'check-warning',
  { rule, file, line, column, message }: Exclude<Verdict, 'failed'>[number],
): ContentProblem {
  const at = line === null ? null : { line, ...(column !== null && { column }) };
  return problem(file, { kind, check: rule, message }, at);
}
