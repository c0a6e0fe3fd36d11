export type * from './model.ts';
export { type CheckConfig, defaultConfig } from './config/model.ts';
export { type CheckOptions, checkPair } from './engine/check-pair.ts';
export { type Described, describeFinding } from './engine/describe.ts';
export type { LocalizedSources, SourceText } from './engine/pair-sources.ts';
