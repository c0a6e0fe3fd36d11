import type { CheckResult, ResumeRefusal } from '../intake/receive-resume.ts';

export type ResumeProblem = { kind: ResumeRefusal | 'missing'; name: string };

/** What is wrong with a file that arrived; null where it is our disk that is full. */
export function resumeProblemOf(check: CheckResult): ResumeProblem | null {
  if (check.ok || check.error.kind === 'disk-full') return null;
  // A stream that breaks while the rest of the form arrives whole is a damaged file.
  const kind = check.error.kind === 'aborted' ? 'damaged' : check.error.kind;
  return { kind, name: check.name };
}
