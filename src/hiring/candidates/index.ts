export { proveCandidate } from './candidate-of.ts';
export type { CandidateEnv } from './candidate-env.ts';
export { type Candidates, createCandidates } from './create-candidates.ts';
export type { CandidatesDeps, PrivateLinksDeps } from './deps.ts';
export type { Candidate } from './model.ts';
export type { Section } from './pages/applications-page.tsx';
export { type LinkTarget, type PrivateLinks, createPrivateLinks } from './private-links.ts';
export { type SectionsOf, candidatesWeb } from './web.ts';
