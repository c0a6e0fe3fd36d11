// The careers site as files: what `#hiring/static-site` needs, without what watches and records.
export {
  type Remembered,
  catalogueWithout,
  nothingRemembered,
  rememberedSchema,
} from '../catalogue/remembered.ts';
export type { Catalogue } from '../catalogue/catalogue.ts';
export type { Posting } from '../model.ts';
export { type LightContent, type ListedBranches, type ReadMany, loadLight } from './load-light.ts';
export {
  type Moment,
  type PageJob,
  type PostingJob,
  listJobs,
  postingJob,
  shownBy,
} from './page-job.ts';
export { type LightReading, readLight } from './read-light.ts';
export { type SiteContext, renderList, renderPosting } from './render-job.ts';
export { type SearchEntry, inListOrder, searchEntry } from './search-entry.tsx';
export { type Moved, crawlerFiles, movedAddresses, oldPages } from './site-files.ts';
export { filedLists, searchIndexPaths } from '../pages/list-addresses.ts';
export type { ContentProblem } from '../problem.ts';
export { problemWords } from '../problem-words.ts';
export { bodyHtml, bodyText } from '../markdown/render.ts';
export { words as postingWords } from '../messages.ts';
export { payWords, tenureWords } from '../pages/fact-words.ts';
export type { ListedFile } from '../loader/read-folder.ts';
export { acceptsApplications, isPublic, nextChangeOf, postingState } from '../rules/lifecycle.ts';
