export {
  type BuildError,
  type BuildOptions,
  type BuildOutcome,
  type BuildReport,
  buildSite,
} from './build-site.ts';
export { problemWords } from '#hiring/postings/static';
