export type * from './model.ts';
export { parseDocument } from './parse.ts';
export { sentencesOf } from './sentences.ts';
