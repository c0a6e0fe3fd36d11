export type { ApplicationsDeps } from './deps.ts';
export { type Actor, type EventKind, eventKinds, recordEvent } from './history.ts';
export {
  type ApplicationStatus,
  type AskedQuestion,
  type HeardFrom,
  applicationStatuses,
  heardFromChoices,
} from './model.ts';
export { applicationsWeb } from './web.tsx';
