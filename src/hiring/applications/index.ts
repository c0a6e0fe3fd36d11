export { answerChoices, askedQuestions, formOf } from './asked-questions.ts';
export { correctIdentity } from './correct-identity.ts';
export type { ApplicationsDeps } from './deps.ts';
export { receiptEmail } from './emails.tsx';
export { type Need, type TypedFields, kindOf, parseApplication } from './forms.ts';
export { type Actor, type EventKind, eventKinds, recordEvent } from './history.ts';
export { type FormLimits, type ReadForm, formLimits, readForm } from './intake/read-form.ts';
export {
  type CheckResult,
  checkResume,
  discardResume,
  keepResume,
} from './intake/receive-resume.ts';
export {
  type ApplicationStatus,
  type AskedQuestion,
  type HeardFrom,
  type PreferenceId,
  applicationStatuses,
  heardFromChoices,
  preferenceIds,
  resumeByteLimit,
} from './model.ts';
export type { MakeDeps } from './make-application.ts';
export { personalData as applicationsPersonalData } from './personal-data.ts';
export { type Openness, type OpennessDeps, opennessFor } from './openness.ts';
export { problemTexts } from './pages/problem-texts.ts';
export { type Answers, type AnswersOutcome, receiveAnswers } from './receive-answers.ts';
export { applicationsSentFrom } from './sent-from.ts';
export { submitApplication } from './submit-application.ts';
export type { MadeApplication, Submission } from './submission.ts';
export { toldStatus } from './told-status.ts';
export { applicationSections } from './mine/sections.tsx';
export { findDraftsOf } from './drafts/find-draft.ts';
export { mayChange } from './drafts/rules.ts';
export { remindDrafts } from './tasks/remind-drafts.ts';
export { readTexts } from './texts/read-texts.ts';
export { rescanFiles } from './tasks/rescan-files.ts';
export { createApplicationUpkeep } from './tasks/upkeep.ts';
export { applicationsWeb } from './web.ts';
export { type Withdrawal, withdrawApplication } from './withdraw-application.ts';
