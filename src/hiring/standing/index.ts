export type { StandingDeps } from './deps.ts';
export { personalData } from './personal-data.ts';
export { questionSection } from './question-section.tsx';
export { standingWeb } from './web.tsx';
