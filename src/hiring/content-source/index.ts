export { createContentSource } from './create-content-source.ts';
export { describeSource } from './describe-source.ts';
export type { ContentLocation, ContentSource, FetchProblem, SourceStatus } from './model.ts';
export { contentSourceWeb } from './web.ts';
