import type { Lang, Localized } from '#platform/i18n';
import { href } from '#web/routes.ts';
import type { FieldProblems, TypedFields } from '../forms.ts';
import type { KeptUpload } from '../intake/receive-resume.ts';
import type { Draft, FormStep } from '../model.ts';
import { stepSlugs } from '../web/step-slugs.ts';
import type { ResumeProblem } from './file-problem.ts';

/** What the pages of applying show of a posting. */
export type PostingFacts = {
  id: string;
  title: string;
  slugs: Localized;
  /** Paths of the posting in both languages. */
  paths: Localized;
  /** Paths of the beginning of its form in both languages. */
  formPaths: Localized;
  closesAt: Date | null;
  timeZone: string;
};

/** Something about the whole page, above its fields. */
export type FormNotice =
  | 'trap'
  | 'token'
  | 'sent'
  | 'foreign'
  | 'busy'
  | 'diskFull'
  | 'outage'
  | 'changed'
  | 'decided'
  | 'withdrawn'
  | 'tooLong'
  | 'reused';

/** The status of an answer with such a notice; 422 without one. */
export const noticeStatus = {
  trap: 422,
  token: 422,
  sent: 422,
  foreign: 403,
  busy: 429,
  diskFull: 503,
  outage: 503,
  changed: 409,
  decided: 409,
  withdrawn: 409,
  tooLong: 422,
  reused: 200,
} as const satisfies Record<FormNotice, number>;
export type NoticeStatus = (typeof noticeStatus)[FormNotice];

/** What every page of an application under way shows. */
export type DraftView = {
  lang: Lang;
  posting: PostingFacts;
  steps: readonly FormStep[];
  /** Null before the first save. */
  draft: Draft | null;
  /** Until when it may still be sent, where its posting has closed: see `judgeClosing`. */
  graceEnds: Date | null;
  /** The files kept for it, by upload id. */
  uploads: ReadonlyMap<string, KeptUpload>;
};

/** An answer of an earlier application, to use again. */
export type EarlierAnswer = { id: string; postingTitle: string; submittedAt: Date; text: string };

/** A step of the form: fresh, or as it came back. */
export type StepView = DraftView & {
  step: FormStep;
  /** The signed beginning of a draft; null once there is one. */
  token: string | null;
  /** Names this rendering: see `SavedStep`. */
  page: string;
  typed: TypedFields;
  problems: FieldProblems;
  /** By question id. */
  fileProblems: Readonly<Record<string, ResumeProblem>>;
  notice: FormNotice | null;
  /** Whether the person came from the page of checking, and goes back there. */
  fromCheck: boolean;
  earlier: readonly EarlierAnswer[];
};

/** Addresses of an application under way. */
export function draftPaths(view: Pick<DraftView, 'posting'>, key: string) {
  const { slugs } = view.posting;
  const both = (path: (lang: Lang) => string): Localized => ({ en: path('en'), fr: path('fr') });
  return {
    tasks: both((lang) => href('apply.draft', lang, { slug: slugs[lang], key })),
    check: both((lang) => href('apply.check', lang, { slug: slugs[lang], key })),
    discard: both((lang) => href('apply.discard', lang, { slug: slugs[lang], key })),
    step: (step: Pick<FormStep, 'id'>): Localized =>
      both((lang) =>
        href('apply.step', lang, { slug: slugs[lang], key, step: stepSlugs(step)[lang] }),
      ),
    file: (upload: string): Localized =>
      both((lang) => href('apply.draftFile', lang, { slug: slugs[lang], key, upload })),
  };
}
