export type { Catalogue, SlugAnswer } from './catalogue/catalogue.ts';
export { type AdvertisedPosting, advertisedPosting } from './catalogue/advertised.ts';
export { type ApiPosting, apiId, postingOfApiId } from './catalogue/api-ids.ts';
export { type Postings, type PostingsOptions, createPostings } from './catalogue/service.ts';
export { plainBlocks } from './markdown/plain-text.ts';
export { bodyFragment, bodyHtml, bodyText } from './markdown/render.ts';
export { words as postingWords } from './messages.ts';
export type { ContentFile, Posting, PostingText } from './model.ts';
export { contentPage } from './pages/content-page.tsx';
export { classificationWords, payWords, placeWords, tenureWords } from './pages/fact-words.ts';
export { PostingFacts } from './pages/posting-facts.tsx';
export type { ContentProblem } from './problem.ts';
export type { ProcessFacts, Seat } from './process-facts.ts';
export {
  type PostingState,
  acceptsApplications,
  nextTransition,
  nextTransitionOf,
  postingState,
} from './rules/lifecycle.ts';
export { defaultTimeZone } from './rules/time-zone.ts';
export { isSlug, slugify } from './rules/slug.ts';
export { type PostingsWebDeps, postingsWeb } from './web.tsx';
