export { cookieName, isSecure } from './cookies.ts';
export type { Door, DoorSessions, DoorWords, Person } from './door.ts';
export { parseEmailAddress } from './email-address.ts';
export { type FormTokens, createFormTokens } from './form-token.ts';
export { type DoorEnv, type Guard,
  type GuardOptions, createGuard } from './guard.ts';
export { type KeptForm, takeKeptForm } from './kept-forms.ts';
export { linkEmail } from './link-email.tsx';
export { type LinkLimits, createLinkLimits } from './limits.ts';
export { counterparts, isBelow, langOf, localizedPath, safePath, withQuery } from './paths.ts';
export { doorWeb } from './web.tsx';
