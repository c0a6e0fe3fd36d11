export { cookieName, isSecure } from './cookies.ts';
export type { Door, DoorSessions, DoorWords, Person } from './door.ts';
export { parseEmailAddress } from './email-address.ts';
export { type FormTokens, createFormTokens } from './form-token.ts';
export { type DoorEnv, type Guard, type GuardOptions, createGuard } from './guard.ts';
export { type KeptForm, takeKeptForm } from './kept-forms.ts';
export { letterEmail, linkEmail, noticeEmail } from './link-email.tsx';
export { type LinkLimits, createLinkLimits, createNetworkLimit } from './limits.ts';
export {
  counterparts,
  isBelow,
  langOf,
  localizedPath,
  safePath,
  wantedPath,
  withQuery,
} from './paths.ts';
export { signInPath } from './sign-in-path.ts';
export { doorWeb } from './web.tsx';
