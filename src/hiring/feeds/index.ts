export { type FeedsDeps, feedsWeb } from './web.ts';
