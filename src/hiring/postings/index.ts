export type { Catalogue, SlugAnswer } from './catalogue/catalogue.ts';
export { type AdvertisedPosting, advertisedPosting } from './catalogue/advertised.ts';
export { type Postings, type PostingsOptions, createPostings } from './catalogue/service.ts';
export type { Gate, GateFinding, PairFiles } from './gate/gate.ts';
export { bodyHtml, bodyText } from './markdown/render.ts';
export type { ContentFile, Posting, PostingText } from './model.ts';
export { contentPage } from './pages/content-page.tsx';
export { PostingFacts } from './pages/posting-facts.tsx';
export type { ContentProblem } from './problem.ts';
export type { Commit, Origin, Provenance } from './provenance.ts';
export type { ProcessFacts, Seat } from './process-facts.ts';
export {
  type Lifecycle,
  type PostingState,
  acceptsApplications,
  isPublic,
  lifecycleOf,
  nextTransition,
  postingState,
} from './rules/lifecycle.ts';
export { defaultTimeZone } from './rules/time-zone.ts';
export { type PostingsWebDeps, postingsWeb } from './web.tsx';
