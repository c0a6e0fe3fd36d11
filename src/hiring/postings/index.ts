export type { Catalogue, HeldVersion, SlugAnswer } from './catalogue/catalogue.ts';
export { type AdvertisedPosting, advertisedPosting } from './catalogue/advertised.ts';
export { type ApiPosting, apiId, postingOfApiId } from './catalogue/api-ids.ts';
export { changedSince } from './changes/changed-since.ts';
export { type Changes, compareVersions, summaryOf } from './changes/changes.ts';
export { ChangedBlocks, ChangesView } from './changes/changes-view.tsx';
export { compareSources } from './changes/compare-sources.ts';
export { type Publication, publicationsOf } from './changes/published-versions.ts';
export { type ChangesWebDeps, changesWeb } from './changes/web.ts';
export {
  type Remembered,
  catalogueWithout,
  nothingRemembered,
  rememberedSchema,
} from './catalogue/remembered.ts';
export { postingsPerPage } from './rules/list-query.ts';
export { type VersionSources, versionHash } from './catalogue/version.ts';
export { type Postings, type PostingsOptions, createPostings } from './catalogue/service.ts';
export { frontMatterJsonSchema } from './front-matter-schema.ts';
export type { Gate, GateFinding, PairFiles } from './gate/gate.ts';
export { plainBlocks } from './markdown/plain-text.ts';
export { bodyFragment, bodyHtml, bodyText } from './markdown/render.ts';
export { words as postingWords } from './messages.ts';
export type { ContentFile, Posting, PostingText } from './model.ts';
export { contentPage } from './pages/content-page.tsx';
export { classificationWords, payWords, placeWords, tenureWords } from './pages/fact-words.ts';
export { type PreviewSite, previewPages } from './pages/preview-pages.ts';
export { PostingFacts } from './pages/posting-facts.tsx';
export { problemWords } from './problem-words.ts';
export type { ContentProblem } from './problem.ts';
export type { Commit, Origin, Provenance } from './provenance.ts';
export type { ProcessFacts, Seat } from '#hiring/process-facts';
export {
  type Lifecycle,
  type PostingState,
  acceptsApplications,
  isPublic,
  lifecycleOf,
  nextTransition,
  nextChangeOf,
  nextTransitionOf,
  postingState,
} from './rules/lifecycle.ts';
export { oldAddressOf } from './rules/old-address.ts';
export { matchesSearch, readSearch, searchWords } from './search.ts';
export { defaultTimeZone } from '#hiring/process-facts';
export { isSlug, slugify } from './rules/slug.ts';
export { type PostingsWebDeps, postingsWeb } from './web.tsx';
