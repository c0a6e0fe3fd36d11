export { feedEntry, inFeedOrder, updatedAt } from './entries.ts';
export {
  type FeedContext,
  type FeedName,
  feedHead,
  feedNames,
  feedWords,
  feeds,
} from './formats.ts';
export { type FeedsDeps, feedsWeb } from './web.ts';
