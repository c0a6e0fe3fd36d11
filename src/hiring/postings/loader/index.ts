// The reading of files alone, for programs that must start fast: no pages, no database.
export type { ContentProblem, ProblemKind, ProblemReason } from '../problem.ts';
export { problem } from '../problem.ts';
export {
  type LoaderProblemKind,
  type ProblemArgs,
  problemArgs,
  problemWordsOf,
} from '../problem-words.ts';
export { type Watcher, watchFolder } from '../catalogue/watch.ts';
export { editsBetween } from '../rules/edits.ts';
export { freeSlug, isSlug, slugify } from '../rules/slug.ts';
export { type FrontMatter, claimedKey, splitFrontMatter } from './front-matter.ts';
export { type Half, type HalfReading, readHalf, uuid } from './half.ts';
export { duplicateLeverIds, keepsLeverId } from './lever-ids.ts';
export { createLoader } from './load.ts';
export { type FactsFile, type KeyClaims, pairUp } from './pair.ts';
export { readFactsFile, readFactsYaml, readPostingFile, readSiteFile } from './read-file.ts';
export { movedToNothing } from './assemble.ts';
export {
  type FoundFile,
  type ListedFile,
  decode,
  listBranch,
  listPostings,
  readFileNow,
} from './read-folder.ts';
export { similarKeys } from './similar-keys.ts';
export { decodedPath } from './site-places.ts';
export { type SiteReading, readSite, siteFile } from './site.ts';
export { type Place as LinePlace, type YamlFile, plainLines, readYaml } from './yaml.ts';
