export type { StandingDeps } from './deps.ts';
export { personalData } from './personal-data.ts';
export { standingWeb } from './web.ts';
