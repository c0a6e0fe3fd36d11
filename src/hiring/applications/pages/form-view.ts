import type { Lang, Localized } from '#platform/i18n';
import type { FieldProblems, TypedFields } from '../forms.ts';
import type { ResumeRefusal } from '../intake/receive-resume.ts';
import type { StoredResume } from '../model.ts';

/** What the pages of applying show of a posting. */
export type PostingFacts = {
  title: string;
  /** Paths of the posting in both languages. */
  paths: Localized;
  /** Paths of its application form in both languages. */
  formPaths: Localized;
  closesAt: Date | null;
  timeZone: string;
  accommodationEmail: string | null;
};

/** Something about the whole form, above its fields. */
export type FormNotice = 'trap' | 'token' | 'sent' | 'foreign' | 'busy' | 'diskFull' | 'outage';

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
