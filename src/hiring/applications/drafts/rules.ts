import { checkAnswers } from '../forms.ts';
import type { ApplicationStatus, FormStep, SavedStep } from '../model.ts';

/** Answers of a draft, by step. */
type Answers = Readonly<Record<string, SavedStep>>;

export type SaveVerdict = 'write' | 'same' | 'conflict';

/**
 * Whether a page that was read at revision `base` may write its step. Another tab or device that
 * saved other words since is never written over: the person chooses. Steps do not disturb each
 * other, so only this one counts; neither does a page disturb itself, where it saved and never heard
 * that it did.
 */
export function judgeSave(
  saved: SavedStep | undefined,
  { base, page, fields }: { base: number; page: string; fields: SavedStep['fields'] },
): SaveVerdict {
  if (!saved) return 'write';
  if (saysTheSame(saved.fields, fields)) return 'same';
  return saved.revision > base && saved.page !== page ? 'conflict' : 'write';
}

export function saysTheSame(a: SavedStep['fields'], b: SavedStep['fields']): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every(
    (name) => (a[name] ?? '') === (b[name] ?? ''),
  );
}

/** `todo`: nothing saved. `started`: something still to complete or correct. */
export type StepState = 'todo' | 'started' | 'done';

export function stateOf(step: FormStep, answers: Answers): StepState {
  const saved = answers[step.id];
  if (!saved) return 'todo';
  const { problems } = checkAnswers(step.questions, saved.fields);
  return Object.keys(problems).length === 0 ? 'done' : 'started';
}

/** The step after this one; null where checking and sending comes next. */
export function stepAfter(steps: readonly FormStep[], id: string): FormStep | null {
  return steps[steps.findIndex((step) => step.id === id) + 1] ?? null;
}

/** Everything typed in the steps that the form now has, by question. */
export function typedIn(steps: readonly FormStep[], answers: Answers): Record<string, string> {
  return Object.assign({}, ...steps.map(({ id }) => answers[id]?.fields ?? {})) as Record<
    string,
    string
  >;
}

/**
 * Whether what was sent may still be replaced: until closing, and until its candidate was told of a
 * decision or withdrew. `status` is what they were told.
 */
export function mayChange(facts: {
  takesApplications: boolean;
  status: ApplicationStatus;
}): boolean {
  return facts.takesApplications && facts.status === 'received';
}
