import type { Criterion } from '#hiring/process-facts';
import { isUuid } from '#platform/ids';
import { lengthOf, typedText } from '#ui/words';
import { type Finding, type FindingResult, findingResults } from './model.ts';
import { type Incoherence, arrangeCriteria, incoherenceOf } from './rules/coherence.ts';
import { type Reason, offeredReason } from './rules.ts';

/** Longest words to a candidate, in characters. */
export const wordsLimit = 2000;

/** Longest words to a candidate on one criterion, in characters. */
export const findingWordsLimit = 600;

/** Longest note, in characters. */
export const noteLimit = 5000;

/** Text fields of a form as they arrived. */
export type Typed = Readonly<Partial<Record<string, string>>>;

/** The fields of a criterion: what was found, and why. */
export const resultField = (criterion: string): string => `finding-${criterion}`;
export const whyField = (criterion: string): string => `why-${criterion}`;

/** What to change about the screening form, by field; `findings` by the id of the criterion. */
export type ScreeningProblems = {
  reason?: 'missing' | NonNullable<Incoherence['reason']>;
  words?: 'missing' | 'long';
  findings?: Readonly<Record<string, FindingProblems>>;
};
export type FindingProblems = {
  result?: Incoherence['criteria'][string];
  words?: 'missing' | 'long';
};

export type ScreeningInput = {
  reason: Reason;
  words: string;
  /** What was found of each criterion of the process, in its order on the form. */
  findings: readonly Finding[];
  /** Id of the latest decision on the page that the form was on; empty where there was none. */
  seen: string;
  /** Which sending of the application that page showed; null where it does not matter. */
  version: number | null;
};

/**
 * Reads the screening form of a process with these criteria, as they were advertised. What cannot
 * be used, or contradicts the reason, is told by field.
 */
export function parseScreening(
  typed: Typed,
  criteria: readonly Criterion[],
): { ok: true; input: ScreeningInput } | { ok: false; problems: ScreeningProblems } {
  const reason = offeredReason(typed['reason']);
  const words = typedText(typed['words']);
  const judged = arrangeCriteria(criteria).map((criterion) => ({
    ...criterion,
    result: resultOf(typed, criterion),
    words: typedText(typed[whyField(criterion.id)]),
  }));
  const incoherence = incoherenceOf(reason?.asks ?? 'nothing', judged);
  const findings = findingProblems(judged, incoherence);
  const reasonProblem = reason ? incoherence.reason : 'missing';
  const wordsProblem = problemOf(words, wordsLimit, true);
  const problems: ScreeningProblems = {
    ...(reasonProblem && { reason: reasonProblem }),
    ...(wordsProblem && { words: wordsProblem }),
    ...(findings && { findings }),
  };
  if (!reason || Object.keys(problems).length > 0) return { ok: false, problems };
  return {
    ok: true,
    input: {
      reason,
      words,
      findings: judged.map(({ id, kind, text, result, words: why }) => ({
        criterion: id,
        kind,
        text,
        result: result ?? 'not-assessed',
        words: why,
      })),
      seen: typed['seen'] ?? '',
      version: typed['version'] === undefined ? null : Number(typed['version']),
    },
  };
}

/** What the form starts with where there is a decision already: what that one found. */
export function typedFindings(findings: readonly Finding[]): Typed {
  return Object.fromEntries(
    findings.flatMap(({ criterion, result, words }) => [
      [resultField(criterion), result],
      [whyField(criterion), words],
    ]),
  );
}

/** What was chosen for a criterion; null where nothing was, and something has to be. */
export function resultOf(
  typed: Typed,
  { id, kind }: Pick<Criterion, 'id' | 'kind'>,
): FindingResult | null {
  const chosen = typed[resultField(id)];
  const result = findingResults.find((one) => one === chosen);
  return result ?? (kind === 'essential' ? null : 'not-assessed');
}

/** Everything that was written to the candidate in a form, whatever its criteria are by now. */
export function writtenIn(typed: Typed): string[] {
  return Object.entries(typed)
    .filter(([name]) => name === 'words' || name.startsWith(whyField('')))
    .map(([, text]) => typedText(text))
    .filter((text) => text !== '');
}

export type NoteProblem = 'missing' | 'long';

/** Reads the note form. `key` names this sending, so that a double click makes one note. */
export function parseNote(
  typed: Typed,
): { ok: true; input: { body: string; key: string | null } } | { ok: false; problem: NoteProblem } {
  const body = typedText(typed['note']);
  const problem = problemOf(body, noteLimit, true);
  if (problem) return { ok: false, problem };
  const key = typed['key'] ?? '';
  return { ok: true, input: { body, key: isUuid(key) ? key : null } };
}

type JudgedInWords = { id: string; result: FindingResult | null; words: string };

function findingProblems(
  judged: readonly JudgedInWords[],
  incoherence: Incoherence,
): Record<string, FindingProblems> | null {
  const problems: Record<string, FindingProblems> = {};
  for (const { id, result, words } of judged) {
    const of = incoherence.criteria[id];
    const wordsProblem = problemOf(words, findingWordsLimit, result === 'not-met');
    if (!of && !wordsProblem) continue;
    problems[id] = { ...(of && { result: of }), ...(wordsProblem && { words: wordsProblem }) };
  }
  return Object.keys(problems).length > 0 ? problems : null;
}

function problemOf(text: string, limit: number, required: boolean): 'missing' | 'long' | null {
  if (text === '') return required ? 'missing' : null;
  return lengthOf(text) > limit ? 'long' : null;
}
