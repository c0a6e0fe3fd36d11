export { createContentSource } from './create-content-source.ts';
export { describeSource } from './describe-source.ts';
export type { ContentLocation, ContentSource, FetchProblem, SourceStatus } from './model.ts';
export { contentSourceWeb } from './web.ts';
export { isContentFile, readContentFiles } from './saving/files.ts';
export type { FileToSave, SaveError, SaveRequest, Saved, WhileUnread } from './saving/model.ts';
