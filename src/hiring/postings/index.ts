export type { Catalogue, SlugAnswer } from './catalogue/catalogue.ts';
export { type AdvertisedPosting, advertisedPosting } from './catalogue/advertised.ts';
export { type Postings, type PostingsOptions, createPostings } from './catalogue/service.ts';
export { frontMatterJsonSchema } from './front-matter-schema.ts';
export { bodyHtml, bodyText } from './markdown/render.ts';
export type { ContentFile, Posting, PostingText } from './model.ts';
export { payText, tenureText } from './fact-texts.ts';
export { contentPage } from './pages/content-page.tsx';
export { PostingFacts } from './pages/posting-facts.tsx';
export type { ContentProblem } from './problem.ts';
export type { ProcessFacts, Seat } from '#hiring/process-facts';
export {
  type PostingState,
  acceptsApplications,
  nextTransition,
  nextTransitionOf,
  postingState,
} from './rules/lifecycle.ts';
export { matchesSearch, readSearch, searchWords } from './search.ts';
export { defaultTimeZone } from '#hiring/process-facts';
export { type PostingsWebDeps, postingsWeb } from './web.tsx';
