export { askedQuestions, privacyNoticeVersion } from './asked-questions.ts';
export type { ApplicationsDeps } from './deps.ts';
export { receiptEmail } from './emails.tsx';
export { parseApplication } from './forms.ts';
export { type Actor, type EventKind, eventKinds, recordEvent } from './history.ts';
export { checkResume, keepResume } from './intake/receive-resume.ts';
export {
  type ApplicationStatus,
  type AskedQuestion,
  type HeardFrom,
  applicationStatuses,
  heardFromChoices,
  resumeByteLimit,
} from './model.ts';
export { type MadeApplication, type Submission, submitApplication } from './submit-application.ts';
export { applicationsWeb } from './web.tsx';
