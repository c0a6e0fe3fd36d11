import type { Lang, Localized } from '#platform/i18n';
import type { FieldProblems, TypedFields } from '../forms.ts';
import type { CheckResult, ResumeRefusal } from '../intake/receive-resume.ts';
import type { StoredResume } from '../model.ts';

/** What the pages of applying show of a posting. */
export type PostingFacts = {
  id: string;
  title: string;
  /** Paths of the posting in both languages. */
  paths: Localized;
  /** Paths of its application form in both languages. */
  formPaths: Localized;
  closesAt: Date | null;
  timeZone: string;
};

/** Something about the whole form, above its fields. */
export type FormNotice = 'trap' | 'token' | 'sent' | 'foreign' | 'busy' | 'diskFull' | 'outage';

/** The status of an answer with such a notice; 422 without one. */
export const noticeStatus = {
  trap: 422,
  token: 422,
  sent: 422,
  foreign: 403,
  busy: 429,
  diskFull: 503,
  outage: 503,
} as const satisfies Record<FormNotice, number>;
export type NoticeStatus = (typeof noticeStatus)[FormNotice];

export type ResumeProblem = { kind: ResumeRefusal | 'missing'; name: string };

/** Everything the application form needs: fresh, or as it came back. */
export type FormView = {
  lang: Lang;
  posting: PostingFacts;
  token: string;
  typed: TypedFields;
  problems: FieldProblems;
  resumeProblem: ResumeProblem | null;
  keptResume: StoredResume | null;
  notice: FormNotice | null;
};

/** What is wrong with a file that arrived; null where it is our disk that is full. */
export function resumeProblemOf(check: CheckResult): ResumeProblem | null {
  if (check.ok || check.error.kind === 'disk-full') return null;
  // A stream that breaks while the rest of the form arrives whole is a damaged file.
  const kind = check.error.kind === 'aborted' ? 'damaged' : check.error.kind;
  return { kind, name: check.name };
}
