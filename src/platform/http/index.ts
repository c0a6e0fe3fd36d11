export { type PostOutcome, post } from './post.ts';
