export type * from './model.ts';
export { parseDocument } from './parse.ts';
export { sentencesOf } from './sentences.ts';
export { alignDocuments } from './align.ts';
export { type Word, type WordForm, translate, wordsOf } from './words.ts';
