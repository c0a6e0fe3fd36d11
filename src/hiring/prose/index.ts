export type * from './model.ts';
export { parseDocument } from './parse.ts';
export { sentencesOf } from './sentences.ts';
export { alignDocuments } from './align.ts';
export { type Word, type WordForm, translate, wordsOf, wordsOfBlock } from './words.ts';
export { type Coverage, type CoveredWord, coverageOf, coverageOfBlocks } from './coverage.ts';
export { type AlignedParts, alignSentences } from './align-sentences.ts';
export { factsIn } from './facts/facts-in.ts';
